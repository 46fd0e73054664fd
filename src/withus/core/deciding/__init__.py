"""Deciding: a board's rules as data, and whether it can be decided without the people it is about."""
