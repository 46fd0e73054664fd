"""The record, said: refusals, and what a check of it found."""
