"""How many points were answered, how many people told, and whose points are in the text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from withus.core.answering.standing import (
    answers_to,
    is_answer,
    is_told,
    links_of,
    themes_of,
)
from withus.core.findings.finding import NotEnough
from withus.core.history.state import Board
from withus.core.history.work import Point, Theme, Work
from withus.core.words import AFFECTED, Capacity, PointOutcome, PointSays

NO_POINTS = "no_points"
NO_ANSWERS = "no_answers"


@dataclass(frozen=True, slots=True)
class Part:
    """A count, what it is of, and the entries that were counted."""

    count: int
    of: int
    entries: tuple[int, ...]

    @property
    def share(self) -> Fraction:
        """Tell the share that the count is.

        Formula: count / of.
        Unit: 0 to 1, exact.
        """
        return Fraction(self.count, self.of)


def in_question(work: Work) -> Mapping[str, Point]:
    """Tell the points of a work that somebody stands by.

    Reads: point.put, point.withdrawn.
    """
    return {name: one for name, one in work.points.items() if one.withdrawn is None}


def unanswered(work: Work) -> tuple[str, ...]:
    """Tell the points that nobody has answered with a reason of its own, the first put first.

    Reads: point.put, point.answered, joining.agreed.
    Not: whether whoever put a point is content with the answer.
    Source: findings.md, G3.
    """
    themes = themes_of(work)
    return tuple(
        name
        for name, point in in_question(work).items()
        if not any(is_answer(one) for one in answers_to(point, themes.get(name, ()))[-1:])
    )


def answered_share(work: Work) -> Part | NotEnough:
    """Tell how many of the points that somebody stands by were answered.

    Formula: answered / put and not taken back.
    Unit: share, 0 to 1.
    Reads: as `unanswered`.
    """
    every = in_question(work)
    if not every:
        return NotEnough(NO_POINTS)
    waits = frozenset(unanswered(work))
    found = tuple(one.put.entry for name, one in every.items() if name not in waits)
    return Part(len(found), len(every), found)


def told_share(work: Work, *, reachable: Collection[str] | None = None) -> Part | NotEnough:
    """Tell of how many answered points whoever put them was told what became of them.

    Formula: told / answered, of those who could be told.
    Shape: `reachable` are the points of people who have a route; None: of all. The record says
        who was told and never how somebody can be reached, so only whoever keeps the routes knows.
    Unit: share, 0 to 1.
    Reads: point.answered, contributor.told.
    """
    themes, every = themes_of(work), in_question(work)
    answered = [
        (name, one)
        for name, one in every.items()
        if answers_to(one, themes.get(name, ())) and (reachable is None or name in reachable)
    ]
    if not answered:
        return NotEnough(NO_ANSWERS)
    told = tuple(one.put.entry for name, one in answered if is_told(one, themes.get(name, ())))
    return Part(len(told), len(answered), told)


def capacity_of(holding: str | None, boards: Iterable[Board]) -> Capacity | None:
    """Tell the capacity of the place that a holding is of, on any of some boards; None: of none.

    Reads: place.made, place.taken.
    """
    for board in boards:
        place = board.places.get(board.place_of.get(holding or "", ""))
        if place is not None:
            return place.made.fact.capacity
    return None


def theirs(work: Work, boards: Collection[Board]) -> Mapping[Capacity, tuple[str, ...]]:
    """Tell whose points they are, by the capacity of the place they were put from.

    Shape: `boards` are the one that answers and those that take part.
    Reads: point.put, place.made.
    Not: the capacity that somebody without a place says: that counts for G3 and for who was told,
        and for nothing else.
    """
    found: dict[Capacity, tuple[str, ...]] = {}
    for name, point in in_question(work).items():
        capacity = capacity_of(point.put.fact.holding, boards)
        if capacity is not None:
            found[capacity] = (*found.get(capacity, ()), name)
    return found


def adopted_and_confirmed(
    work: Work, boards: Collection[Board], *, of: frozenset[Capacity] = AFFECTED
) -> tuple[str, ...]:
    """Tell the points of some capacities that went into the work, by whoever put them.

    Formula: put from a place of these capacities, answered as taken up or partly, linked to where
        it went, and confirmed by whoever put it to be there, or partly, after the last answer.
    Reads: point.put, point.linked, point.answered, point.confirmed.
    Not: whether the revision it went into was adopted; that follows from the decision.
    Source: findings.md, G4.
    """
    themes, mine = themes_of(work), theirs(work, boards)
    names = [name for capacity in sorted(of) for name in mine.get(capacity, ())]
    return tuple(name for name in names if _is_in(work.points[name], themes.get(name, ())))


def _is_in(point: Point, themes: tuple[Theme, ...]) -> bool:
    answers, said = answers_to(point, themes), point.confirmed
    if not answers or answers[-1].fact.outcome is PointOutcome.NOT or said is None:
        return False
    there = said.fact.says in (PointSays.THERE, PointSays.PARTLY)
    return there and bool(links_of(point, themes)) and said.entry > answers[-1].entry
