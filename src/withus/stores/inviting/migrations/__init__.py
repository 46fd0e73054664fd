"""The tables of the invitations."""
