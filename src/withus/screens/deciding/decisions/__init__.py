"""What is put to a meeting, where people stand, and what the board decided."""
