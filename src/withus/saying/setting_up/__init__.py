"""What is said while a partnership is set up."""
