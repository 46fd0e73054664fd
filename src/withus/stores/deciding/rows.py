"""What each of deciding's tables holds for a meeting, worked out from its folded state alone."""

from __future__ import annotations

from collections.abc import Iterator

from withus.core.history.standing import in_force, outcome_of
from withus.core.history.state import Meeting
from withus.stores.deciding.models import MotionRow
from withus.stores.joining.models import Row
from withus.stores.joining.rows import Told

TABLES: tuple[type[Row], ...] = (MotionRow,)


def of_meeting(meeting: Meeting, beside: Meeting) -> Iterator[Told]:
    """Yield the rows that follow from a meeting's stream; not those of both alike."""
    if meeting.called is None:
        return
    for name, motion in meeting.motions.items():
        put, taken = motion.put.fact, in_force(motion)
        item = meeting.items[put.item]
        if beside.motions.get(name) is motion and beside.items.get(put.item) is item:
            continue
        yield (
            MotionRow,
            name,
            {
                "board": meeting.called.fact.board,
                "meeting": meeting.called.fact.meeting,
                "item": put.item,
                "kind": put.kind.value,
                "private": item.placed is not None and item.placed.fact.private_by_law,
                "decision": taken.taken.fact.decision if taken else None,
                "decided": taken.taken.at if taken else None,
                "outcome": outcome_of(taken).value if taken else None,
                "about": put.revision,
                "entry": motion.put.entry,
            },
        )
