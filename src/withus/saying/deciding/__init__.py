"""What is said of a board's rules: each rule as a plain sentence, and what the rules mean."""
