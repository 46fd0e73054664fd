"""The app of deciding."""

from django.apps import AppConfig


class Deciding(AppConfig):
    """Decisions, for finding them."""

    name = "withus.stores.deciding"
    label = "deciding"
