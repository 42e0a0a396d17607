"""The catalogue of error codes: typed entries, read from YAML, looked up and searched."""
