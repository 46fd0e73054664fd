"""Minutes: who of those present has said that they are right, and whether that is enough."""

from __future__ import annotations

from collections.abc import Iterator

from withus.core.facts.meeting import MinutesApproved
from withus.core.history.state import Board, Meeting
from withus.core.history.told import Told
from withus.core.meeting.standing import were_here
from withus.core.words import AFFECTED


def who_approved(meeting: Meeting) -> frozenset[str]:
    """Tell the holdings of those who said that the last version of the minutes is right.

    Not: what somebody typed for them, until it is confirmed; and never where it was said that it is
        not right.
    """
    return frozenset(
        holding
        for each in approvals_of_last(meeting)
        if each.typed_by is None or is_confirmed(meeting, each.entry)
        for holding in each.fact.holdings
    )


def who_is_to_confirm(meeting: Meeting) -> frozenset[str]:
    """Tell the holdings for whom another typed that the minutes are right, and who may confirm."""
    typed = frozenset(
        holding
        for each in approvals_of_last(meeting)
        if each.typed_by is not None and is_confirmed(meeting, each.entry) is None
        for holding in each.fact.holdings
    )
    return typed - who_approved(meeting)


def approvals_of_last(meeting: Meeting) -> Iterator[Told[MinutesApproved]]:
    """Yield each yes to the last version of the minutes."""
    last = len(meeting.drafts)
    return (each for each in meeting.approvals if each.fact.version == last)


def is_confirmed(meeting: Meeting, entry: int) -> bool | None:
    """Tell whether it was said of an entry that it is right, the last time; None: nothing was."""
    said = [each.fact.right for each in meeting.said.confirmed if each.fact.entry == entry]
    return said[-1] if said else None


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
