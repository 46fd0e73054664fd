"""Tables that find partnerships, boards and places. They follow from the record alone."""
