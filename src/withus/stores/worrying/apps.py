"""The app of the worries."""

from django.apps import AppConfig


class Worrying(AppConfig):
    """What people are worried about, outside the record."""

    name = "withus.stores.worrying"
    label = "worrying"
