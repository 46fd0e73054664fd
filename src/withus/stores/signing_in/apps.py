"""The app of signing in."""

from django.apps import AppConfig


class SigningIn(AppConfig):
    """Codes, passkeys, second factors and sessions."""

    name = "withus.stores.signing_in"
    label = "signing_in"
