"""Deciding's tables: rows found by id, each with the entry it came from. No words of anybody."""

from django.db import models

from withus.stores.joining.models import Row


class MotionRow(Row):
    """Something that a meeting was asked to decide, and what came of it so far."""

    board = models.CharField(max_length=22)
    meeting = models.CharField(max_length=22)
    item = models.CharField(max_length=22)
    kind = models.CharField(max_length=20)
    decision = models.CharField(max_length=22, null=True)  # noqa: DJ001  # null: not decided
    decided = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=20, null=True)  # noqa: DJ001  # null: not decided

    class Meta(Row.Meta):
        abstract = False
        indexes = [
            models.Index(fields=["origin", "board", "decided"], name="decided_of_board"),
            models.Index(fields=["origin", "meeting"], name="motion_of_meeting"),
        ]
