"""Practice runs in words: what they are, what goes on from one, and why not."""
