"""Finds the error codes that a log means: candidates, how sure each is and why, failures, findings."""
