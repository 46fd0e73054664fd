"""What lets anyone check the record: canonical bytes, the tree, signed heads, check-codes."""
