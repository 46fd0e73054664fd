"""Signing in, and the ways in that somebody has."""
