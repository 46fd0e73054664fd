"""Whose words the plan of each work is made of, counted: numbers alone."""
