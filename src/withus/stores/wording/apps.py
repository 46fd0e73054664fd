"""The app of wording."""

from django.apps import AppConfig


class Wording(AppConfig):
    """Whose words plans are made of."""

    name = "withus.stores.wording"
    label = "wording"
