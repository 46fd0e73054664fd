"""Check a board from its published minutes. Nothing is kept: all goes to and fro in the form."""
