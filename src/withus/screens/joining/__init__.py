"""Partnerships and their boards, as anybody may see them."""
