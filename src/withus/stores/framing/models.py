"""Framing's table: the works of a partnership. No words of anybody."""

from django.db import models

from withus.core.facts.forms import LONGEST_NAME
from withus.stores.joining.models import Row


class WorkRow(Row):
    """Something that people work on together."""

    board = models.CharField(max_length=22)  # the one that answers for it
    boards = models.CharField(
        max_length=1_000
    )  # those that take part beside it, by id, a space between
    name = models.CharField(max_length=LONGEST_NAME)
    level = models.CharField(max_length=20)
    about_one_person = models.BooleanField()  # then nobody outside its boards sees that it is there
    opened = models.DateTimeField()

    class Meta(Row.Meta):
        abstract = False
        indexes = [
            models.Index(fields=["origin", "board", "opened"], name="work_of_board"),
            models.Index(fields=["origin", "opened"], name="work_opened"),
        ]
