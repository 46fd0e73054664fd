"""The app of answering's pages."""

from django.apps import AppConfig


class AnsweringPages(AppConfig):
    """Points, themes, answers, and what is said by a link."""

    name = "withus.screens.answering"
    label = "answering_pages"
