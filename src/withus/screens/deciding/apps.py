"""What Django calls this room: tables of the same name may come."""

from django.apps import AppConfig


class DecidingScreens(AppConfig):
    """The pages of a board's rules."""

    name = "withus.screens.deciding"
    label = "deciding_screens"
