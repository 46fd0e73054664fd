"""What follows from how a work began: who was in, how far it has come, and what it stands on."""
