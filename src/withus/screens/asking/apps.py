"""What Django calls this room: tables of the same name may come."""

from django.apps import AppConfig


class AskingScreens(AppConfig):
    """The pages of asking."""

    name = "withus.screens.asking"
    label = "asking_screens"
