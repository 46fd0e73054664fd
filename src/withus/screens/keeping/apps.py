"""What Django calls this room: tables of the same name may come."""

from django.apps import AppConfig


class KeepingScreens(AppConfig):
    """The pages of keeping."""

    name = "withus.screens.keeping"
    label = "keeping_screens"
