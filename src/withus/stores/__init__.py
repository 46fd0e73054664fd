"""Where things are kept: the only code that reads or writes tables."""
