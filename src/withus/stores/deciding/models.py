"""Deciding's tables: what entries tell, and where people in a room stand. No words of anybody."""

from django.db import models

from withus.stores.joining.models import Row


class MotionRow(Row):
    """Something that a meeting was asked to decide, and what came of it so far."""

    board = models.CharField(max_length=22)
    meeting = models.CharField(max_length=22)
    item = models.CharField(max_length=22)
    kind = models.CharField(max_length=20)
    private = models.BooleanField()  # the item is private by law: its words are not shown to all
    decision = models.CharField(max_length=22, null=True)  # noqa: DJ001  # null: not decided
    decided = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=20, null=True)  # noqa: DJ001  # null: not decided
    about = models.CharField(max_length=22, null=True)  # noqa: DJ001  # what of a work it names

    class Meta(Row.Meta):
        abstract = False
        indexes = [
            models.Index(fields=["origin", "board", "decided"], name="decided_of_board"),
            models.Index(fields=["origin", "meeting"], name="motion_of_meeting"),
            models.Index(fields=["outcome"], name="motion_outcome"),
            models.Index(fields=["origin", "about"], name="motion_about"),
        ]


class PositionRow(models.Model):
    """Where somebody in the room has said they stand, until the roll is called."""

    origin = models.CharField(max_length=200)
    meeting = models.CharField(max_length=22)
    motion = models.CharField(max_length=22)
    holding = models.CharField(max_length=22)
    position = models.CharField(max_length=20)
    came = models.BigIntegerField()  # the entry by which they are in the room
    self_entered = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["origin", "motion", "holding"], name="position_once")
        ]
        indexes = [models.Index(fields=["origin", "meeting", "holding"], name="position_of")]
