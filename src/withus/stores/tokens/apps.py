"""The app of the keys for programs."""

from django.apps import AppConfig


class Tokens(AppConfig):
    """What lets a program act for a person."""

    name = "withus.stores.tokens"
    label = "tokens"
