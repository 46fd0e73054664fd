"""The app of practice runs that were thrown away."""

from django.apps import AppConfig


class Practising(AppConfig):
    """Practice runs that are gone, for the next live record to name."""

    name = "withus.stores.practising"
    label = "practising"
