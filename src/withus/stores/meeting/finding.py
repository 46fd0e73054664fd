"""Finding meetings: of a board, and the board of one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from withus.core.words import MeetingStage
from withus.stores.meeting.models import MeetingRow

HELD = (MeetingStage.OPEN, MeetingStage.CLOSED)


def has_met(origin: str, board: str) -> bool:
    """Tell whether a board ever opened a meeting."""
    rows = MeetingRow.objects.filter(origin=origin, board=board)
    return rows.filter(stage__in=[each.value for each in HELD]).exists()


def boards_of_streams(origin: str, streams: Iterable[str]) -> Mapping[str, str]:
    """Return the board to which each of some streams belongs: a meeting to its board."""
    wanted = set(streams)
    rows = MeetingRow.objects.filter(origin=origin, ref__in=wanted)
    return {each: each for each in wanted} | dict(rows.values_list("ref", "board"))
