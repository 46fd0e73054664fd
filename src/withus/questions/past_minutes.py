"""What was read from minutes of a board's meetings before: beside its record, for its members."""

from __future__ import annotations

from dataclasses import dataclass

from withus.questions.finding import NotHere
from withus.questions.joining import Paged, paged
from withus.stores.meeting import past_minutes
from withus.stores.meeting.past_minutes import Past

A_PAGE = 3  # each may hold a dozen meetings


@dataclass(frozen=True, slots=True)
class PastPage:
    """A page of what was read for a board."""

    each: tuple[Past, ...]
    page: Paged


def past_page(origin: str, board: str, *, page: int) -> PastPage:
    """Return a page of what was read for a board, what was put in last first."""
    at = paged(page, past_minutes.count(origin, board), each=A_PAGE)
    first = (at.number - 1) * A_PAGE
    found = past_minutes.of_board(origin, board, start=first, end=first + A_PAGE)
    return PastPage(tuple(found), at)


def one_past(origin: str, board: str, past: str) -> Past:
    """Return what was read, opened, or refuse."""
    found = past_minutes.find(origin, board, past)
    if found is None:
        raise NotHere("not_here")
    return found
