"""Who somebody is, for those who may know: a name and pseudonyms, sealed under their own key."""
