"""What is said of plans and what is suggested to them."""
