"""Meetings: the list of a board’s, calling one, its page, its agenda, papers and notices."""
