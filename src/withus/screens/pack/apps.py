"""What Django calls this room: tables of the same name may come."""

from django.apps import AppConfig


class PackScreens(AppConfig):
    """The pages of this room."""

    name = "withus.screens.pack"
    label = "pack_screens"
