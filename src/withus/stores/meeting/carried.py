"""Keeping which items were brought to a later meeting."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from withus.core.errors import Refusal
from withus.stores.meeting.models import CarriedRow


def keep(origin: str, meeting: str, agenda_item: str, *, into: str) -> None:
    """Keep that an item of a meeting goes on as another; refuse one that does already.

    Errors: Refusal `carried_already`.
    """
    told = {"meeting": meeting, "into": into}
    _, new = CarriedRow.objects.get_or_create(origin=origin, item=agenda_item, defaults=told)
    if not new:
        raise Refusal("carried_already")


def carried(origin: str, meetings: Iterable[str]) -> frozenset[str]:
    """Return which items of some meetings were brought to a later one."""
    rows = CarriedRow.objects.filter(origin=origin, meeting__in=list(meetings))
    return frozenset(rows.values_list("item", flat=True))


def came_from(origin: str, agenda_items: Iterable[str]) -> Mapping[str, str]:
    """Return the meeting from which each of some items was brought."""
    rows = CarriedRow.objects.filter(origin=origin, into__in=list(agenda_items))
    return dict(rows.values_list("into", "meeting"))
