"""Visits: the sessions of those who are signed in, found by the account they are of."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session


def visits_of(account: str, *, now: datetime) -> list[datetime]:
    """Return until when each visit of an account can go on, the longest first."""
    return sorted((row.expire_date for row in _visits({account}, now=now)), reverse=True)


def end_visits(accounts: Collection[str]) -> None:
    """Sign accounts out everywhere."""
    if accounts:
        ended = [row.pk for row in _visits(set(accounts))]
        Session.objects.filter(pk__in=ended).delete()


def _visits(accounts: set[str], *, now: datetime | None = None) -> Iterator[Session]:
    """Yield the sessions of accounts. Whose one is stands only inside it, so each is opened."""
    rows = Session.objects.filter(expire_date__gt=now) if now else Session.objects.all()
    yield from (row for row in rows.iterator() if row.get_decoded().get(SESSION_KEY) in accounts)
