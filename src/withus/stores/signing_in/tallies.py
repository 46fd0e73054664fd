"""Counting what is tried, in a table: the count holds whichever process is asked."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from withus.core.rules.signing_in import Limit
from withus.stores.signing_in.models import Tally

KEPT = timedelta(hours=2)


def count(limit: Limit, mark: str, *, now: datetime) -> int:
    """Count one more try, and return how many there were in this span with it."""
    told = {"kind": limit.kind, "mark": mark, "since": limit.span(now)}
    rows = Tally.objects.filter(**told)
    with transaction.atomic():
        if not rows.update(count=F("count") + 1):
            Tally.objects.bulk_create([Tally(**told)], ignore_conflicts=True)  # or another did
            rows.update(count=F("count") + 1)
        return rows.values_list("count", flat=True).get()


def counted(limit: Limit, mark: str, *, now: datetime) -> int:
    """Return how many tries there were in this span, and count none."""
    rows = Tally.objects.filter(kind=limit.kind, mark=mark, since=limit.span(now))
    return rows.values_list("count", flat=True).first() or 0


def take_back(limit: Limit, mark: str, *, now: datetime) -> None:
    """Count one try less: it was no guess, for it was right."""
    rows = Tally.objects.filter(kind=limit.kind, mark=mark, since=limit.span(now), count__gt=0)
    rows.update(count=F("count") - 1)


def forget_old(*, now: datetime) -> None:
    """Delete what counts no longer."""
    Tally.objects.filter(since__lt=now - KEPT).delete()
