"""What somebody reads about what is theirs, and about what is held of them."""
