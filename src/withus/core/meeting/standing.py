"""Where a meeting stands: when it is, how far it has come, and who is in the room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from withus.core.facts.meeting import PresenceNoted
from withus.core.history.state import AgendaItem, Meeting
from withus.core.history.told import Told
from withus.core.words import MeetingStage, Placed, Way


@dataclass(frozen=True, slots=True)
class When:
    """The time a meeting is to be, the ways to take part, and the entry that says so last."""

    starts: datetime
    ends: datetime
    ways: frozenset[Way]
    entry: int


def when(meeting: Meeting) -> When:
    """Tell when a meeting is to be, as it was called or moved last.

    Errors: ValueError for a meeting that was never called.
    """
    told = meeting.moved[-1] if meeting.moved else meeting.called
    if told is None:
        raise ValueError("a meeting that was never called is at no time")
    return When(told.fact.starts, told.fact.ends, told.fact.ways, told.entry)


def stage(meeting: Meeting) -> MeetingStage:
    """Tell how far a meeting has come."""
    if meeting.cancelled is not None:
        return MeetingStage.CANCELLED
    if meeting.opened is None:
        return MeetingStage.CALLED
    return MeetingStage.OPEN if meeting.closed is None else MeetingStage.CLOSED


def gone_by(meeting: Meeting, *, at: datetime) -> bool:
    """Tell whether a meeting was called, never opened, and its time is over."""
    return stage(meeting) is MeetingStage.CALLED and when(meeting).ends < at


def here(meeting: Meeting) -> Mapping[str, Told[PresenceNoted]]:
    """Tell who is in the room now, by holding, with the entry by which they last came.

    Not: whether they count; a deputy of another capacity is in the room and does not.
    """
    last = {holding: noted[-1] for holding, noted in meeting.presence.items()}
    return {holding: one for holding, one in last.items() if one.fact.came}


def were_here(meeting: Meeting) -> frozenset[str]:
    """Tell the holdings of all who were in the room at some time, or whose deputy was."""
    return frozenset(
        holding
        for holding, noted in meeting.presence.items()
        if any(one.fact.came for one in noted)
    )


def chairs_of(meeting: Meeting) -> frozenset[str]:
    """Tell the holdings of those who chair a meeting, as it was opened or as was said since."""
    last = meeting.chaired[-1] if meeting.chaired else meeting.opened
    return last.fact.chairs if last else frozenset()


def in_person(meeting: Meeting, holding: str) -> bool:
    """Tell whether whoever holds a place is in the room now, and not their deputy."""
    came = here(meeting).get(holding)
    return came is not None and came.fact.deputy is None


def agenda(meeting: Meeting) -> list[tuple[str, AgendaItem]]:
    """Tell the items on the agenda, in the order in which they are to be talked about."""
    placed = [
        (item.placed.fact.order, item.asked.entry, name, item)
        for name, item in meeting.items.items()
        if item.placed is not None and item.placed.fact.outcome is Placed.ON
    ]
    return [(name, item) for _, _, name, item in sorted(placed, key=lambda each: each[:2])]
