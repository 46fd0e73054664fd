"""What earlier meetings of a board did not come to, for whoever places items on the next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from withus.core.history.state import Meeting
from withus.core.meeting.left_over import left_over
from withus.core.words import Capacity
from withus.questions.meeting import MeetingHere, words_of
from withus.stores.meeting.carried import carried
from withus.stores.meeting.models import MeetingRow
from withus.stores.record.states import states

LOOKED_BACK = 6  # meetings


@dataclass(frozen=True, slots=True)
class LeftOver:
    """An item that a meeting did not come to."""

    meeting: str
    agenda_item: str
    title: str | None
    capacity: Capacity | None
    starts: datetime


def not_reached(here: MeetingHere, *, at: datetime) -> tuple[LeftOver, ...]:
    """Return what the last meetings of a board did not come to, and no later one has taken up."""
    origin, board = here.on.origin, here.on.id
    rows = MeetingRow.objects.filter(origin=origin, board=board).exclude(ref=here.id)
    before = {row.ref: row.starts for row in rows.order_by("-starts")[:LOOKED_BACK]}
    found = states(here.on.log, before)
    held = {ref: one for ref, one in found.items() if isinstance(one, Meeting)}
    taken_up = carried(origin, held)
    left = [
        (ref, name, one.items[name].asked)
        for ref, one in held.items()
        for name in left_over(one, at=at)
        if name not in taken_up
    ]
    words = words_of(here.on.log, [asked.entry for _, _, asked in left], *held.values())
    told = (
        LeftOver(ref, name, words.get((asked.entry, "title")), asked.fact.capacity, before[ref])
        for ref, name, asked in left
    )
    return tuple(sorted(told, key=lambda one: (one.starts, one.agenda_item)))
