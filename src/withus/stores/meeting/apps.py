"""The app of meeting."""

from django.apps import AppConfig


class Meeting(AppConfig):
    """Meetings, for finding them."""

    name = "withus.stores.meeting"
    label = "meeting"
