"""What may happen next: each rule a pair, one that refuses and one that answers yes or no."""
