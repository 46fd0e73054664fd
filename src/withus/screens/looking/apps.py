"""What Django calls this room: tables of the same name may come."""

from django.apps import AppConfig


class LookingScreens(AppConfig):
    """The pages of this room."""

    name = "withus.screens.looking"
    label = "looking_screens"
