"""What Django calls this room: the store has the plain name."""

from django.apps import AppConfig


class PractisingScreens(AppConfig):
    """The pages of a practice run's end."""

    name = "withus.screens.practising"
    label = "practising_screens"
