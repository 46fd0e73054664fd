"""Whose words a text is made of, in plain sentences."""
