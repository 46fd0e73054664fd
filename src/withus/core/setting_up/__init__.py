"""Setting a partnership up: what is planned, who is on a pasted list, and what follows from it."""
