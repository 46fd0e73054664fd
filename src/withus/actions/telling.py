"""Whom a meeting that was called, moved or cancelled concerns: each told by their own route."""

from __future__ import annotations

from collections.abc import Sequence

from withus.core.facts.fact import Fact
from withus.core.facts.meeting import MeetingCalled, MeetingCancelled, MeetingMoved
from withus.core.facts.sealing import Opening
from withus.core.history.state import Board
from withus.stores.accounts.accounts import with_address
from withus.stores.meeting import notices
from withus.stores.meeting.notices import NoticeRoute
from withus.stores.record.models import Log
from withus.stores.record.openings import find_openings
from withus.stores.record.states import board_state, meeting_state

NOTIFIED = (MeetingCalled, MeetingMoved, MeetingCancelled)
Routes = Sequence[tuple[str, NoticeRoute]]


def tell_after(fact: Fact, *, log: Log, entry: int) -> None:
    """Keep that every member of a board is to be told of a fact, if it is one that concerns them.

    Not: what the host's command enters, which may be of long ago.
    """
    if not isinstance(fact, NOTIFIED):
        return
    called = fact if isinstance(fact, MeetingCalled) else None
    if called is None:
        known = meeting_state(log, fact.meeting).called
        called = known.fact if known else None
    if called is not None:
        tell(log, fact.meeting, entry, routes_to(log, called.board))


def tell(log: Log, meeting: str, entry: int, routes: Routes) -> None:
    """Keep that people are to be told of an entry about a meeting."""
    notices.keep(log.origin, meeting, entry, routes)


def routes_to(log: Log, board: str) -> Routes:
    """Return every member of a board, each with the route by which they are told."""
    people = members(log, board_state(log, board))
    mailed = with_address(log.origin, people)
    return [
        (person, NoticeRoute.EMAIL if person in mailed else NoticeRoute.LETTER)
        for person in sorted(people)
    ]


def members(log: Log, board: Board) -> frozenset[str]:
    """Return the people who hold a place on a board; whoever was erased is left out."""
    held = [place.held for place in board.places.values() if place.ended is None]
    entries = [one.taken.entry for one in held if one is not None]
    openings = find_openings(log, entries).values()
    found = (each.get("person") for each in openings)
    return frozenset(one.value for one in found if isinstance(one, Opening))
