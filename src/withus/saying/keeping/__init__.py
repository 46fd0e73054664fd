"""The record, said: what an entry says, refusals, and what a check of it found."""
