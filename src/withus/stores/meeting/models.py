"""Meeting's tables: rows found by id, each with the entry it came from. No words of anybody."""

from django.db import models

from withus.stores.joining.models import Row


class MeetingRow(Row):
    """A meeting of a board, at the time it is to be, or was."""

    board = models.CharField(max_length=22)
    starts = models.DateTimeField()
    ends = models.DateTimeField()
    stage = models.CharField(max_length=20)

    class Meta(Row.Meta):
        abstract = False
        indexes = [models.Index(fields=["origin", "board", "starts"], name="meeting_of_board")]
