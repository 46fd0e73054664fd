"""The app of answering."""

from django.apps import AppConfig


class Answering(AppConfig):
    """Points, and what goes with them."""

    name = "withus.stores.answering"
    label = "answering"
