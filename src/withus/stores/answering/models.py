"""Answering's tables: points and themes for finding them, and what goes with them, sealed.

No words of anybody, no name, no address and no code stands here in clear.
"""

from __future__ import annotations

from django.db import models

from withus.stores.joining.models import Row
from withus.stores.keys.locker import new_id


class PointRow(Row):
    """A point that somebody put, and what became of it."""

    work = models.CharField(max_length=22)
    at = models.DateTimeField()
    way = models.CharField(max_length=10)
    holding = models.CharField(max_length=22, null=True)  # noqa: DJ001  # null: from no place
    capacity = models.CharField(max_length=20, null=True)  # noqa: DJ001  # what they say they are
    group_of = models.IntegerField()
    shown_as = models.CharField(max_length=10)
    stands = models.CharField(max_length=10)
    waits = models.BooleanField()  # nobody has answered it, and nobody took it back
    themes = models.CharField(max_length=1_000)  # by id, a space between

    class Meta(Row.Meta):
        abstract = False
        indexes = [
            models.Index(fields=["origin", "work", "-waits", "-entry"], name="point_of_work"),
            models.Index(fields=["origin", "work", "stands", "entry"], name="point_stands"),
            models.Index(fields=["origin", "entry"], name="point_entry"),
        ]


class ThemeRow(Row):
    """Points that were brought together."""

    work = models.CharField(max_length=22)
    points = models.IntegerField()
    agreed = models.BooleanField()
    stands = models.CharField(max_length=10)

    class Meta(Row.Meta):
        abstract = False
        indexes = [models.Index(fields=["origin", "work", "entry"], name="theme_of_work")]


class Attachment(models.Model):
    """A picture, a recording or a film that goes with a point, sealed under a key of its own."""

    origin = models.CharField(max_length=200)
    owner = models.CharField(max_length=22)  # the point; before it is put, the answer by a link
    part = models.SmallIntegerField(default=0)  # which card of that answer
    key = models.CharField(max_length=22)
    sealed = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["origin", "owner", "part"], name="attachment_once")
        ]


class Reach(models.Model):
    """How somebody wishes to be told what became of what they said, sealed under their key."""

    origin = models.CharField(max_length=200)
    person = models.CharField(max_length=22)
    sealed = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["origin", "person"], name="reach_once")]


class SayLink(models.Model):
    """A way to put a point without an account: by one person, or by whoever has it."""

    id = models.CharField(max_length=22, primary_key=True, default=new_id)
    origin = models.CharField(max_length=200)
    work = models.CharField(max_length=22)
    mark = models.CharField(max_length=43, unique=True, null=True)  # noqa: DJ001  # null: works no more
    many = models.BooleanField()  # anybody may answer by it; else one person
    by = models.CharField(max_length=22)
    made_at = models.DateTimeField()
    until = models.DateTimeField()
    answers = models.IntegerField(default=0)  # that were sent
    key = models.CharField(max_length=22)
    sealed = models.BinaryField()

    class Meta:
        indexes = [models.Index(fields=["origin", "work", "made_at"], name="link_of_work")]


class SayAnswer(models.Model):
    """What somebody says with a code: as far as they have come, and then who they are here."""

    id = models.CharField(max_length=22, primary_key=True, default=new_id)
    origin = models.CharField(max_length=200)
    work = models.CharField(max_length=22)
    kind = models.CharField(max_length=10)
    mark = models.CharField(max_length=43, unique=True, null=True)  # noqa: DJ001  # null: no code
    link = models.CharField(max_length=22, null=True)  # noqa: DJ001  # null: by none
    person = models.CharField(max_length=22, null=True)  # noqa: DJ001  # null: nobody yet
    point = models.CharField(max_length=22, null=True)  # noqa: DJ001  # of a group's slip
    made_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    key = models.CharField(max_length=22)
    sealed = models.BinaryField()

    class Meta:
        indexes = [
            models.Index(fields=["origin", "person"], name="answer_of_person"),
            models.Index(fields=["origin", "point"], name="answer_of_point"),
            models.Index(fields=["sent_at", "made_at"], name="answer_unsent"),
        ]


class Telling(models.Model):
    """That somebody is to be told of an answer to their point, how, and whether they were."""

    id = models.CharField(max_length=22, primary_key=True, default=new_id)
    origin = models.CharField(max_length=200)
    work = models.CharField(max_length=22)
    point = models.CharField(max_length=22)
    entry = models.BigIntegerField()  # the answer
    person = models.CharField(max_length=22)
    route = models.CharField(max_length=10)  # empty: nobody knows how
    posted = models.DateTimeField(null=True)  # a mail is on its way
    told = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["origin", "point", "entry"], name="telling_once")
        ]
        indexes = [
            models.Index(fields=["origin", "work", "told"], name="telling_of_work"),
            models.Index(fields=["origin", "person"], name="telling_to_person"),
            models.Index(fields=["told", "route"], name="telling_waiting"),
        ]
