"""Deciding: a board's rules as data, what comes of a motion, and who can be passed over."""
