"""The officer's pack: drafts for the data protection officer, filled in with what is known."""
