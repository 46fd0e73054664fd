"""Meeting's tables: rows found by id, each with the entry it came from. No words of anybody.

What goes on in the room just now stands beside them: it follows from no entry, and goes when the
meeting closes.
"""

from django.db import models

from withus.stores.joining.models import Row
from withus.stores.keys.locker import new_id


class MeetingRow(Row):
    """A meeting of a board, at the time it is to be, or was."""

    board = models.CharField(max_length=22)
    starts = models.DateTimeField()
    ends = models.DateTimeField()
    stage = models.CharField(max_length=20)

    class Meta(Row.Meta):
        abstract = False
        indexes = [models.Index(fields=["origin", "board", "starts"], name="meeting_of_board")]


class Notice(models.Model):
    """That somebody is to be told of an entry about a meeting, by which route, and when it was."""

    origin = models.CharField(max_length=200)
    meeting = models.CharField(max_length=22)
    entry = models.BigIntegerField()
    person = models.CharField(max_length=22)
    route = models.CharField(max_length=10)
    told = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["origin", "entry", "person"], name="notice_once")
        ]
        indexes = [
            models.Index(fields=["origin", "meeting"], name="notice_of_meeting"),
            models.Index(fields=["origin", "person"], name="notice_to_person"),
            models.Index(fields=["told", "route"], name="notice_waiting"),
        ]


class Need(models.Model):
    """What somebody needs to take part, sealed under their own key."""

    origin = models.CharField(max_length=200)
    person = models.CharField(max_length=22)
    sealed = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["origin", "person"], name="need_once")]


class NeedsAt(models.Model):
    """Whether what somebody needs was there at a meeting, sealed under their own key."""

    origin = models.CharField(max_length=200)
    meeting = models.CharField(max_length=22)
    person = models.CharField(max_length=22)
    sealed = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["origin", "meeting", "person"], name="needs_at_once")
        ]
        indexes = [models.Index(fields=["origin", "person"], name="needs_of_person")]


class PaperFile(models.Model):
    """A paper as a file, or where it lies: sealed, with its name, under a key of its own."""

    origin = models.CharField(max_length=200)
    paper = models.CharField(max_length=22)
    key = models.CharField(max_length=22)
    sealed = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["origin", "paper"], name="paper_file_once")]


class LiveRow(models.Model):
    """What goes on at a meeting just now, for everybody who looks at its page."""

    origin = models.CharField(max_length=200)
    meeting = models.CharField(max_length=22)
    item = models.CharField(max_length=22, blank=True)  # empty: nothing of the agenda
    stopped = models.BooleanField(default=False)  # somebody did not understand
    back_at = models.DateTimeField(null=True)  # after a break; null: there is none
    turns = models.BooleanField(default=False)  # whether the board keeps them
    version = models.BigIntegerField(default=0)  # raised by each change, so that pages can tell

    class Meta:
        constraints = [models.UniqueConstraint(fields=["origin", "meeting"], name="live_once")]


class TurnRow(models.Model):
    """How often somebody has spoken or signed so far."""

    origin = models.CharField(max_length=200)
    meeting = models.CharField(max_length=22)
    holding = models.CharField(max_length=22)
    spoken = models.IntegerField(default=0)
    signed = models.IntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["origin", "meeting", "holding"], name="turns_once")
        ]


class CarriedRow(models.Model):
    """That an item was brought to a later meeting, and as which item there."""

    origin = models.CharField(max_length=200)
    meeting = models.CharField(max_length=22)
    item = models.CharField(max_length=22)
    into = models.CharField(max_length=22)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["origin", "item"], name="carried_once")]
        indexes = [models.Index(fields=["origin", "into"], name="carried_into")]


class PastMinutes(models.Model):
    """What was read from minutes of a board's earlier meetings, sealed under a key of its own."""

    id = models.CharField(max_length=22, primary_key=True, default=new_id)
    origin = models.CharField(max_length=200)
    board = models.CharField(max_length=22)
    made = models.DateField()
    by = models.CharField(max_length=22, blank=True)  # who put it in; empty: they were erased
    key = models.CharField(max_length=22)
    sealed = models.BinaryField()

    class Meta:
        indexes = [
            models.Index(fields=["origin", "board", "made"], name="past_of_board"),
            models.Index(fields=["by"], name="past_by"),
        ]
