"""Works, for finding them."""
