"""Where those in the room have said they stand, until the roll is called: no entry, only rows.

They are kept so that a lost connection loses nothing, and go when somebody leaves the room, or the
meeting is over.
"""

from __future__ import annotations

from collections.abc import Iterable

from withus.core.deciding.room import Standpoint
from withus.core.words import Position
from withus.stores.deciding.models import MotionRow, PositionRow


def positions(origin: str, motion: str) -> tuple[Standpoint, ...]:
    """Return where people said they stand on a motion, in order of their places."""
    rows = PositionRow.objects.filter(origin=origin, motion=motion).order_by("holding")
    return tuple(
        Standpoint(row.holding, Position(row.position), row.came, row.self_entered) for row in rows
    )


def keep(origin: str, meeting: str, motion: str, point: Standpoint) -> None:
    """Keep where somebody stands, in the place of what they said before."""
    PositionRow.objects.update_or_create(
        origin=origin,
        motion=motion,
        holding=point.holding,
        defaults={
            "meeting": meeting,
            "position": point.position.value,
            "came": point.came,
            "self_entered": point.self_entered,
        },
    )


def take_back(origin: str, motion: str, holding: str) -> None:
    """Forget where somebody stands on one motion."""
    PositionRow.objects.filter(origin=origin, motion=motion, holding=holding).delete()


def forget(origin: str, meeting: str, holding: str) -> None:
    """Forget where somebody stands on everything at a meeting: they have left the room."""
    PositionRow.objects.filter(origin=origin, meeting=meeting, holding=holding).delete()


def forget_meeting(origin: str, meeting: str) -> None:
    """Forget where everybody stands: the meeting is over, and the record has the rolls."""
    PositionRow.objects.filter(origin=origin, meeting=meeting).delete()


def meetings() -> set[tuple[str, str]]:
    """Return the meetings of which positions are kept."""
    return set(PositionRow.objects.values_list("origin", "meeting").distinct())


def open_decisions(outcomes: Iterable[str]) -> list[tuple[str, str]]:
    """Return the motions whose decision has one of some outcomes, each with its record."""
    rows = MotionRow.objects.filter(outcome__in=list(outcomes))
    return list(rows.order_by("origin", "entry").values_list("origin", "ref"))
