"""Four doors for whoever is hurt or worried, and the safeguarding lead's list."""
