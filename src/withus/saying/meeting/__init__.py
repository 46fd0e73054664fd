"""Meetings in words: called, moved, cancelled; the agenda, the papers and what people need."""
