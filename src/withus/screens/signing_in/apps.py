"""What Django calls this room: its tables have the plain name."""

from django.apps import AppConfig


class SigningInScreens(AppConfig):
    """The pages of signing in."""

    name = "withus.screens.signing_in"
    label = "signing_in_screens"
