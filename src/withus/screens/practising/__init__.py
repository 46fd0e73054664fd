"""Ending a practice run: going live, or throwing it away."""
