"""The minutes of a meeting: read, written, and said to be right."""
