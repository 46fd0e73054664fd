"""The app of framing."""

from django.apps import AppConfig


class Framing(AppConfig):
    """Works, for finding them."""

    name = "withus.stores.framing"
    label = "framing"
