"""What people asked about their information, for whoever answers it."""
