"""What is said of works, whom they are about, and the question they ask."""
