"""The officer’s pack: drafts to print, filled in with what is known."""
