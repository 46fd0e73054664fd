"""Joining's tables: rows found by id, each with the entry it came from. No name of a person."""

from django.db import models


class Row(models.Model):
    """A row of a partnership, found by the id that a fact gave."""

    origin = models.CharField(max_length=200)
    ref = models.CharField(max_length=22)
    entry = models.BigIntegerField()

    class Meta:
        abstract = True
        constraints = [models.UniqueConstraint(fields=["origin", "ref"], name="%(class)s_once")]


class PartnershipRow(Row):
    """A partnership."""

    name = models.CharField(max_length=120)
    practice = models.BooleanField()
    closed = models.DateField(null=True)


class OrganisationRow(Row):
    """A body that takes part."""

    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20)


class DutyRow(Row):
    """A duty that somebody has taken on; who, the entry's opening tells."""

    duty = models.CharField(max_length=20)
    board = models.CharField(max_length=22, null=True)  # noqa: DJ001  # null: of the whole
    from_day = models.DateField()
    until_day = models.DateField(null=True)


class BoardRow(Row):
    """A board."""

    name = models.CharField(max_length=120)
    level = models.CharField(max_length=20)
    parent = models.CharField(max_length=400, null=True)  # noqa: DJ001  # null: none above
    closed = models.DateField(null=True)


class PlaceRow(Row):
    """A place on a board; its post, the entry's opening tells."""

    board = models.CharField(max_length=22)
    capacity = models.CharField(max_length=20)
    chair = models.BooleanField()
    ended = models.DateField(null=True)
    holding = models.CharField(max_length=22, null=True)  # noqa: DJ001  # null: vacant

    class Meta(Row.Meta):
        abstract = False
        # The list of places is counted and paged from this alone, however long it is.
        indexes = [
            models.Index(fields=["origin", "ended", "board", "entry", "holding"], name="place_list")
        ]


class HoldingRow(Row):
    """Somebody in a place; who, the entry's opening tells."""

    place = models.CharField(max_length=22)
    board = models.CharField(max_length=22)
    shown_as = models.CharField(max_length=10)
    taken = models.DateField()
    left = models.DateField(null=True)
