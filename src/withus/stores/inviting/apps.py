"""The app of the invitations."""

from django.apps import AppConfig


class Inviting(AppConfig):
    """Who was asked in, and what became of it."""

    name = "withus.stores.inviting"
    label = "inviting"
