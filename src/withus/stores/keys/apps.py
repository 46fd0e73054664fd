"""The app of the keys."""

from django.apps import AppConfig


class Keys(AppConfig):
    """Keys, in the database `keys`."""

    name = "withus.stores.keys"
    label = "keys"
