"""The record: entries that are only ever added, the tree over them, and what follows from them."""
