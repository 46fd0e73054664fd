"""What is one's own: places, receipts, what is held, and asking about it."""
