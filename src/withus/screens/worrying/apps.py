"""What Django calls this room: tables of the same name may come."""

from django.apps import AppConfig


class WorryingScreens(AppConfig):
    """The pages of worrying."""

    name = "withus.screens.worrying"
    label = "worrying_screens"
