"""The app of the asks."""

from django.apps import AppConfig


class Asking(AppConfig):
    """What people ask about how their information is held."""

    name = "withus.stores.asking"
    label = "asking"
