"""Who has which duty in a partnership."""
