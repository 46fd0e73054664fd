"""Meeting: when a board meets, who is in the room, and how far it has come."""
