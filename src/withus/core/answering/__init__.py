"""What follows from points, where they went, what was answered, and who was told."""
