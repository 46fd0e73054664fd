"""What is done in time rather than at once, by the process `withus worker`."""
