"""What is said of points, where they went, and what was answered."""
