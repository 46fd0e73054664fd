"""Partnerships that are being set up: drafts, sealed, since they name people who were not asked."""
