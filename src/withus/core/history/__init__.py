"""The one fold: what follows from a record's entries, taken in order."""
