"""The record in words: what an entry says, by whom, and what a check of it found."""
