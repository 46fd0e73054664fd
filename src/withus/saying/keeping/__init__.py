"""What is said about the record itself: copies of it, and whether they hold."""
