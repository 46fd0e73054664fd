"""Partnerships, boards and places in words."""
