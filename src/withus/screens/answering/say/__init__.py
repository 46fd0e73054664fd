"""Pages for whoever says something with a link or a code, without an account."""
