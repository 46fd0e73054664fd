"""Inviting people, their answers, and what others typed for them."""
