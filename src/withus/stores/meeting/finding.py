"""Finding meetings: whether a board has met."""

from __future__ import annotations

from withus.core.words import MeetingStage
from withus.stores.meeting.models import MeetingRow

HELD = (MeetingStage.OPEN, MeetingStage.CLOSED)


def has_met(origin: str, board: str) -> bool:
    """Tell whether a board ever opened a meeting."""
    rows = MeetingRow.objects.filter(origin=origin, board=board)
    return rows.filter(stage__in=[each.value for each in HELD]).exists()
