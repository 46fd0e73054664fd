"""The pages of works: the list of them, one of them, and how it begins."""
