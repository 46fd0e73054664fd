"""What Django calls this room: tables of the same name may come."""

from django.apps import AppConfig


class DraftingScreens(AppConfig):
    """The pages of a plan."""

    name = "withus.screens.drafting"
    label = "drafting_screens"
