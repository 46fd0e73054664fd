"""What Django calls this room: its tables have the plain name."""

from django.apps import AppConfig


class JoiningScreens(AppConfig):
    """The pages of joining."""

    name = "withus.screens.joining"
    label = "joining_screens"
