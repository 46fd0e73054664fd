"""To see a partnership as a member sees it."""
