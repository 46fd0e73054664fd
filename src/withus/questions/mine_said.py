"""What happened to what somebody said: their points in a partnership, whichever works they are of.

It is shown to whoever said it: by their way in, or by a code.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from withus.core.history.state import Partnership
from withus.core.history.streams import PARTNERSHIP
from withus.core.history.work import Work
from withus.questions.answering import PointLine, line, opened
from withus.questions.followed import Followed, entries_of, of_point
from withus.questions.joining import Paged, paged
from withus.questions.mine import partnership
from withus.questions.works import WorkHere
from withus.stores.answering import tellings
from withus.stores.answering.contributors import points_of
from withus.stores.answering.models import PointRow
from withus.stores.record.models import Log
from withus.stores.record.states import states

A_PAGE = 6


@dataclass(frozen=True, slots=True)
class SaidOne:
    """A point of one's own, and what came of it."""

    work: str
    name: str
    line: PointLine
    came: Followed


@dataclass(frozen=True, slots=True)
class SaidBy:
    """A page of what somebody said, and whether there is an answer that they were not told of."""

    partnership: str
    practice: bool
    said: tuple[SaidOne, ...]
    page: Paged
    every: int
    unseen: bool


def said_by(origin: str, person: str, *, page: int) -> SaidBy:
    """Return a page of what somebody said."""
    live, practice = partnership(origin)
    rows = points_of(live.log, person)
    at = paged(page, len(rows), each=A_PAGE)
    shown = rows[(at.number - 1) * A_PAGE : at.number * A_PAGE]
    unseen = any(one.told is None for one in tellings.to_person(origin, person))
    return SaidBy(live.name, practice, tuple(followed(live.log, shown)), at, len(rows), unseen)


def followed(log: Log, rows: Iterable[PointRow]) -> list[SaidOne]:
    """Return points with what came of them, for whoever put them; opened at once for all."""
    some = list(rows)
    found = states(log, {PARTNERSHIP, *(row.work for row in some)})
    whole = found[PARTNERSHIP]
    assert isinstance(whole, Partnership)
    works = {
        name: WorkHere(log, name, whole, state, boards={})
        for name, state in found.items()
        if isinstance(state, Work)
    }
    there = [row for row in some if row.ref in works[row.work].state.points]
    entries = {row.entry for row in there}
    for row in there:
        entries |= entries_of(works[row.work], works[row.work].state.points[row.ref])
    words = opened(log, entries, *(one.state for one in works.values()))
    return [
        SaidOne(
            row.work,
            works[row.work].opened.fact.name,
            line(works[row.work], row, words, ""),
            of_point(works[row.work], works[row.work].state.points[row.ref], words),
        )
        for row in there
    ]
