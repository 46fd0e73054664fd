"""What Django calls this room: tables of the same name may come."""

from django.apps import AppConfig


class PlacesScreens(AppConfig):
    """The pages of a board's places."""

    name = "withus.screens.places"
    label = "places_screens"
