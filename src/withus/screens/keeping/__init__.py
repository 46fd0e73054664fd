"""The record, as anybody may read and check it."""
