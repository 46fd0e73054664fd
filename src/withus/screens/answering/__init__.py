"""Pages on which people put points, see where they went, and are answered."""
