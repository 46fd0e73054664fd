"""What people do: each act locks the record, asks the core, and appends what has happened."""
