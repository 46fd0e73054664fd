"""Keeping who is to be told of what about a meeting, and whether they were."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from enum import StrEnum

from withus.stores.meeting.models import Notice


class NoticeRoute(StrEnum):
    """How somebody is told about a meeting."""

    EMAIL = "email"
    LETTER = "letter"


def keep(origin: str, meeting: str, entry: int, routes: Iterable[tuple[str, NoticeRoute]]) -> None:
    """Keep that people are to be told of an entry; what they were not told before is told with it.

    Shape: `routes` are people's ids, each with how they are told.
    """
    Notice.objects.filter(origin=origin, meeting=meeting, told=None).delete()
    Notice.objects.bulk_create(
        Notice(origin=origin, meeting=meeting, entry=entry, person=person, route=route.value)
        for person, route in routes
    )


def waiting(meeting: str | None = None) -> Iterator[tuple[str, str]]:
    """Yield the meetings of which somebody waits for a mail, each with its record."""
    rows = Notice.objects.filter(told=None, route=NoticeRoute.EMAIL.value)
    some = rows.filter(meeting=meeting) if meeting else rows
    yield from some.order_by("origin", "meeting").values_list("origin", "meeting").distinct()


def of_meeting(origin: str, meeting: str) -> list[Notice]:
    """Return the notices about a meeting: of the latest entry first."""
    rows = Notice.objects.filter(origin=origin, meeting=meeting)
    return list(rows.order_by("-entry", "person"))


def take(notice: Notice, *, now: datetime) -> bool:
    """Note that a notice is told; tell whether it was not before, so that it is told once."""
    rows = Notice.objects.filter(pk=notice.pk, told=None)
    return bool(rows.update(told=now))


def by_letter(notice: Notice) -> None:
    """Let somebody be told by letter who can no longer be by mail."""
    Notice.objects.filter(pk=notice.pk, told=None).update(route=NoticeRoute.LETTER.value)


def note_posted(origin: str, meeting: str, *, now: datetime) -> int:
    """Note that the letters about a meeting were posted; return how many."""
    rows = Notice.objects.filter(origin=origin, meeting=meeting, told=None)
    return rows.filter(route=NoticeRoute.LETTER.value).update(told=now)


def to_person(origin: str, person: str) -> list[Notice]:
    """Return the notices to somebody, the latest first."""
    return list(Notice.objects.filter(origin=origin, person=person).order_by("-entry"))


def forget_notices(person: str) -> None:
    """Delete what somebody was told of, and how, in whichever record they were."""
    Notice.objects.filter(person=person).delete()
