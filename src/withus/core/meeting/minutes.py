"""Minutes: who of those present has said that they are right, and whether that is enough."""

from __future__ import annotations

from withus.core.history.state import Board, Meeting
from withus.core.meeting.standing import were_here
from withus.core.words import AFFECTED


def who_approved(meeting: Meeting) -> frozenset[str]:
    """Tell the holdings of those who said that the last version of the minutes is right."""
    last = len(meeting.drafts)
    return frozenset(
        holding
        for each in meeting.approvals
        if each.fact.version == last
        for holding in each.fact.holdings
    )


def are_approved(meeting: Meeting, board: Board) -> bool:
    """Tell whether enough of those who were present said that the minutes are right.

    Formula: more than half of them; and where any of them sat in a place of the people it is about,
        one of those at least.
    Source: ours; docs/decisions.
    """
    present, said = were_here(meeting), who_approved(meeting)
    if not meeting.drafts or 2 * len(said & present) <= len(present):
        return False
    affected = {holding for holding in present if is_affected(board, holding)}
    return not affected or bool(affected & said)


def is_affected(board: Board, holding: str) -> bool:
    """Tell whether a holding is, or was, of a place of the people it is about."""
    place = board.places.get(board.place_of.get(holding, ""))
    return place is not None and place.made.fact.capacity in AFFECTED
