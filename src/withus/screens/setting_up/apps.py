"""What Django calls this room: its tables have the plain name."""

from django.apps import AppConfig


class SettingUpScreens(AppConfig):
    """The pages of setting up."""

    name = "withus.screens.setting_up"
    label = "setting_up_screens"
