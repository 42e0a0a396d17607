"""Reads a vendor's page of error codes, however it was saved, into a catalogue."""
