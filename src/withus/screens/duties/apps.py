"""What Django calls this room: tables of the same name may come."""

from django.apps import AppConfig


class DutiesScreens(AppConfig):
    """The pages of duties."""

    name = "withus.screens.duties"
    label = "duties_screens"
