"""A plan: its paragraphs, how they are kept, what differs between two texts, and joining them."""
