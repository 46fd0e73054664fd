"""What Django calls this room: tables of the same name may come."""

from django.apps import AppConfig


class KeyScreens(AppConfig):
    """The pages of keys for programs."""

    name = "withus.screens.api_keys"
    label = "api_keys_screens"
