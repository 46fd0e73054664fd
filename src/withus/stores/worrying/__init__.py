"""Worries, outside the record: words sealed, and who wrote them only if they chose to say."""
