"""The app of the outbox."""

from django.apps import AppConfig


class Outbox(AppConfig):
    """Mail that waits."""

    name = "withus.stores.outbox"
    label = "outbox"
