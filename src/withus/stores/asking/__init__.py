"""What people ask about how their information is held, sealed, with its clock."""
