"""What Django calls this room: tables of the same name are beside it."""

from django.apps import AppConfig


class FramingScreens(AppConfig):
    """The pages of works."""

    name = "withus.screens.framing"
    label = "framing_screens"
