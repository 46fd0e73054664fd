"""What Django calls this room: tables of the same name are beside it."""

from django.apps import AppConfig


class MeetingScreens(AppConfig):
    """The pages of meetings."""

    name = "withus.screens.meeting"
    label = "meeting_screens"
