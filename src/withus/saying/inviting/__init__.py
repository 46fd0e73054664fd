"""What is said of invitations, of answers to them, and of what is typed for others."""
