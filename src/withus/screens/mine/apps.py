"""What Django calls this room: tables of the same name may come."""

from django.apps import AppConfig


class MineScreens(AppConfig):
    """The pages of mine."""

    name = "withus.screens.mine"
    label = "mine_screens"
