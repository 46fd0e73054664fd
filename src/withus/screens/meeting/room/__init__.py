"""The pages of a meeting while people are in its room."""
