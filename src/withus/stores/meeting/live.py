"""What goes on at a meeting just now: the item, a stop, a break, and whose turns were counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F

from withus.stores.meeting.models import LiveRow, TurnRow


@dataclass(frozen=True, slots=True)
class Live:
    """What everybody at a meeting should see now."""

    item: str = ""
    stopped: bool = False
    back_at: datetime | None = None
    turns: bool = False
    version: int = 0


@dataclass(frozen=True, slots=True)
class Turned:
    """How often somebody has spoken, and how often they have signed."""

    spoken: int = 0
    signed: int = 0


def live(origin: str, meeting: str) -> Live:
    """Return what goes on at a meeting; nothing, of one that is not under way."""
    row = LiveRow.objects.filter(origin=origin, meeting=meeting).first()
    if row is None:
        return Live()
    return Live(row.item, row.stopped, row.back_at, row.turns, row.version)


def is_stopped(origin: str, meeting: str) -> bool:
    """Tell whether somebody said that they do not understand, and nobody has gone on yet."""
    return LiveRow.objects.filter(origin=origin, meeting=meeting, stopped=True).exists()


def change(origin: str, meeting: str, **to: Any) -> None:
    """Let something else go on, for all who look."""
    rows = LiveRow.objects.filter(origin=origin, meeting=meeting)
    if not rows.update(version=F("version") + 1, **to):
        LiveRow.objects.create(origin=origin, meeting=meeting, version=1, **to)


def count_turn(origin: str, meeting: str, holding: str, *, signed: bool, by: int = 1) -> None:
    """Count that somebody took a turn, or take one back; there are never fewer than none."""
    field = "signed" if signed else "spoken"
    rows = TurnRow.objects.filter(origin=origin, meeting=meeting, holding=holding)
    if by < 0:
        rows.filter(**{f"{field}__gte": -by}).update(**{field: F(field) + by})
    elif not rows.update(**{field: F(field) + by}):
        TurnRow.objects.create(origin=origin, meeting=meeting, holding=holding, **{field: by})


def turns(origin: str, meeting: str) -> Mapping[str, Turned]:
    """Return whose turns were counted, by holding; who took none is left out."""
    rows = TurnRow.objects.filter(origin=origin, meeting=meeting)
    return {row.holding: Turned(row.spoken, row.signed) for row in rows}


def meetings() -> set[tuple[str, str]]:
    """Return the meetings of which something is kept here, each with its record."""
    return {
        each
        for table in (LiveRow, TurnRow)
        for each in table._default_manager.values_list("origin", "meeting").distinct()
    }


def forget(origin: str, meeting: str) -> None:
    """Let go of what went on at a meeting: what is to stay of it is in the record."""
    for table in (LiveRow, TurnRow):
        table._default_manager.filter(origin=origin, meeting=meeting).delete()
