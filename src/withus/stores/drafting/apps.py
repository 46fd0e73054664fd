"""The app of drafting."""

from django.apps import AppConfig


class Drafting(AppConfig):
    """Texts that are being written."""

    name = "withus.stores.drafting"
    label = "drafting"
