"""Whose words: where each word of a text came from, over the whole history of its drafts."""
