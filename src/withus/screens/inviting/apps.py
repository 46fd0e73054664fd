"""What Django calls this room: its tables have the plain name."""

from django.apps import AppConfig


class InvitingScreens(AppConfig):
    """The pages of inviting."""

    name = "withus.screens.inviting"
    label = "inviting_screens"
