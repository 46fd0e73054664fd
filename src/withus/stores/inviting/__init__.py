"""Invitations: to whom one was sent and for what, its code as a mark, its address sealed."""
