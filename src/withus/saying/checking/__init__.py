"""Saying what a check of published minutes shows."""
