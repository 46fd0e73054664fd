"""Which board a stream belongs to: a board to itself, a meeting and a work to their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from withus.stores.framing.models import WorkRow
from withus.stores.meeting.models import MeetingRow


def boards_of_streams(origin: str, streams: Iterable[str]) -> Mapping[str, str]:
    """Return the board to which each of some streams belongs, in one statement."""
    wanted = set(streams)
    meetings, works = (
        table.objects.filter(origin=origin, ref__in=wanted).values_list("ref", "board")
        for table in (MeetingRow, WorkRow)
    )
    return {each: each for each in wanted} | dict(meetings.union(works))
