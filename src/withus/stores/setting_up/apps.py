"""The app of the drafts."""

from django.apps import AppConfig


class SettingUp(AppConfig):
    """Partnerships that are being set up."""

    name = "withus.stores.setting_up"
    label = "setting_up"
