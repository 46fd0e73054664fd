"""A board's places: made and ended; a member's deputies; mandates typed in by hand."""
