"""Wording's table: how many words each text of a plan wrote, and how many stand. No words."""

from django.db import models

from withus.stores.joining.models import Row


class Counted(Row):
    """The counts of a work's plan, from the texts that opened when they were made."""

    mark = models.CharField(max_length=64)  # by what method, and from which texts
    figures = models.TextField()  # numbers, as JSON

    class Meta(Row.Meta):
        abstract = False
