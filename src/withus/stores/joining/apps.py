"""The app of joining."""

from django.apps import AppConfig


class Joining(AppConfig):
    """Partnerships, boards and places, for finding them."""

    name = "withus.stores.joining"
    label = "joining"
