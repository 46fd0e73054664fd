"""The app of the accounts."""

from django.apps import AppConfig


class Accounts(AppConfig):
    """Ways in, and whom they lead to."""

    name = "withus.stores.accounts"
    label = "accounts"
