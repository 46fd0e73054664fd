"""How people get in: accounts, their addresses sealed, and whose places an account acts for."""
