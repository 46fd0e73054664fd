"""What each of meeting's tables holds for a meeting, worked out from its folded state alone."""

from __future__ import annotations

from collections.abc import Iterator

from withus.core.history.state import Meeting
from withus.core.meeting.standing import stage, when
from withus.stores.joining.models import Row
from withus.stores.joining.rows import Told
from withus.stores.meeting.models import MeetingRow

TABLES: tuple[type[Row], ...] = (MeetingRow,)


def of_meeting(meeting: Meeting) -> Iterator[Told]:
    """Yield the rows that follow from a meeting's stream."""
    if meeting.called is None:
        return
    called, time = meeting.called.fact, when(meeting)
    yield (
        MeetingRow,
        called.meeting,
        {
            "board": called.board,
            "starts": time.starts,
            "ends": time.ends,
            "stage": stage(meeting).value,
            "entry": meeting.called.entry,
        },
    )
