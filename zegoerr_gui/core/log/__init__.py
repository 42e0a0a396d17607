"""Logs as bytes and lines, with no knowledge of what they tell."""
