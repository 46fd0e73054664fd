"""Visits: the sessions of those who are signed in, found by the account they are of."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from withus.stores.signing_in.models import Session


def visits_of(account: str, *, now: datetime) -> list[datetime]:
    """Return until when each visit of an account can go on, the longest first."""
    rows = Session.objects.filter(account=account, expire_date__gt=now)
    return list(rows.order_by("-expire_date").values_list("expire_date", flat=True))


def end_visits(accounts: Collection[str]) -> None:
    """Sign accounts out everywhere."""
    Session.objects.filter(account__in=list(accounts)).delete()
