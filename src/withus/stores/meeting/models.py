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
