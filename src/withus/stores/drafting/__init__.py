"""Texts that somebody is writing and has shared with nobody yet."""
