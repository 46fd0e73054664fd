"""Keeping copies of records on one's own machine: the folder, and what is done with a copy."""
