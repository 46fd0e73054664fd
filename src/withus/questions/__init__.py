"""What people ask. Figures come from the fold alone; tables only find things."""
