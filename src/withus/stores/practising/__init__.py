"""What is left of practice runs that were thrown away: that there were such, and how much."""
