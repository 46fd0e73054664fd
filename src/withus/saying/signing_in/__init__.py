"""Signing in, in words."""
