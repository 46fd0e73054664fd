"""What a meeting did not come to: what may be brought to a later one, with who asked for it."""

from __future__ import annotations

from datetime import datetime

from withus.core.history.state import AgendaItem, Meeting
from withus.core.meeting.standing import gone_by, stage
from withus.core.words import MeetingStage, Placed


def left_over(meeting: Meeting, *, at: datetime) -> tuple[str, ...]:
    """Tell the items that a meeting did not come to, in the order in which they were asked for.

    Formula: those not reached; of a meeting that is over those never placed; of one that was
        cancelled, or whose time went by without it, all but those refused.
    """
    found = MeetingStage.CANCELLED if gone_by(meeting, at=at) else stage(meeting)
    return tuple(name for name, one in meeting.items.items() if _is_left(one, found))


def _is_left(one: AgendaItem, found: MeetingStage) -> bool:
    if one.placed is None:
        return found in (MeetingStage.CLOSED, MeetingStage.CANCELLED)
    outcome = one.placed.fact.outcome
    cancelled = found is MeetingStage.CANCELLED and outcome is Placed.ON
    return outcome is Placed.NOT_REACHED or cancelled
