"""Invitations. No name, no address and no code stands here in clear."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from withus.stores.keys.locker import new_id


class Invitation(models.Model):
    """Somebody was asked to take a place or a duty."""

    id = models.CharField(max_length=22, primary_key=True, default=new_id)
    origin = models.CharField(max_length=200)
    person = models.CharField(max_length=22)
    place = models.CharField(max_length=22, null=True)  # noqa: DJ001  # null: to a duty
    duty = models.CharField(max_length=20, null=True)  # noqa: DJ001  # null: to a place
    board = models.CharField(max_length=22, null=True)  # noqa: DJ001  # null: of the whole
    route = models.CharField(max_length=10)
    mark = models.CharField(max_length=43, unique=True, null=True)  # noqa: DJ001  # null: works no more
    sent = models.SmallIntegerField(default=1)  # how often: each time has its own code
    made_at = models.DateTimeField()
    until = models.DateTimeField()
    by = models.CharField(max_length=22, null=True)  # noqa: DJ001  # null: the host
    state = models.CharField(max_length=10)
    entry = models.BigIntegerField(null=True)  # by which the place or duty was taken
    sealed = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["origin", "place"],
                condition=Q(state="open", place__isnull=False),
                name="invited_once",
            )
        ]
        indexes = [
            models.Index(fields=["origin", "state", "made_at"], name="invitation_state"),
            models.Index(fields=["origin", "person"], name="invitation_person"),
        ]
