"""The app of the record."""

from django.apps import AppConfig


class Record(AppConfig):
    """Entries, hashes, openings and what is derived from them."""

    name = "withus.stores.record"
    label = "record"
