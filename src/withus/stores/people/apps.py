"""The app of the people."""

from django.apps import AppConfig


class People(AppConfig):
    """Names and pseudonyms."""

    name = "withus.stores.people"
    label = "people"
