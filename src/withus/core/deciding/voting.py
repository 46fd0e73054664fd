"""Which places have a vote on a day, and which rules bind a motion then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from withus.core.deciding.outcome import whom
from withus.core.deciding.rule import Rule, RuleKind
from withus.core.deciding.sums import Places
from withus.core.deciding.who import Place
from withus.core.history.figures import in_force
from withus.core.history.state import Board
from withus.core.words import MotionKind

MOTIONS = frozenset(MotionKind)
BOARDS_AT_A_TIME = 16  # whose places are still known when they are asked for again


def places_on(board: Board, *, on: date) -> Counter[Place]:
    """Count the places of a board in being with a vote on a day, by what rules can tell of them.

    Shape: a sort of place -> how many; vacant ones too.
    Reads: the places as corrected, their days of voting, mandates in force.
    Source: rules.md, How it is worked out, 1.
    """
    return Counter(_counted(_TheBoard(board), on))


class _TheBoard:
    """A board told apart from any other by being that very one: boards are never changed."""

    def __init__(self, board: Board) -> None:
        self.board = board

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _TheBoard) and self.board is other.board

    def __hash__(self) -> int:
        return id(self.board)


@lru_cache(maxsize=BOARDS_AT_A_TIME)
def _counted(told: _TheBoard, on: date) -> Counter[Place]:
    """Count places; a page asks several times for a board, which may have thousands."""
    board = told.board
    mandated = {
        each.granted.fact.holding for each in board.mandates.values() if in_force(each, day=on)
    }
    found: Counter[tuple[Any, ...]] = Counter()
    for place in board.places.values():
        made = place.made.fact
        begun = made.vote_from is None or made.vote_from <= on
        if place.ended is None and begun and (made.vote_until is None or on < made.vote_until):
            held = place.held if mandated else None
            chosen = held is not None and held.taken.fact.holding in mandated
            found[made.capacity, made.kind, made.tags, made.chair, chosen] += 1
    return Counter({Place(*told): count for told, count in found.items()})


def with_a_vote(rules: Iterable[Rule], places: Places, *, on: date) -> Counter[Place]:
    """Tell the places that vote on a day: whom a rule gives a vote, from its day and until its end.

    Source: rules.md, the kind `vote_from`.
    """
    given = list(rules)
    return Counter({place: n for place, n in places.items() if votes_by_rule(place, given, on=on)})


def votes_by_rule(place: Place, rules: Iterable[Rule], *, on: date) -> bool:
    """Tell whether rules let a place vote on a day: any whom no rule dates, or whose day has come.

    Source: rules.md, the kind `vote_from`.
    """
    dated = [r for r in rules if r.kind is RuleKind.VOTE_FROM and whom(r).includes(place)]
    return not dated or any(rule.holds_on(on) for rule in dated)


def binding(rules: Iterable[Rule], motion: MotionKind) -> tuple[Rule, ...]:
    """Tell the rules that are for a kind of motion, whether or not in force."""
    return tuple(rule for rule in rules if rule.motions is None or motion in rule.motions)


def told_apart_by(rules: Iterable[Rule]) -> Iterator[tuple[frozenset[MotionKind], list[Rule]]]:
    """Yield the kinds of motion that the rules do not tell apart, with the rules for them."""
    every = list(rules)
    groups: dict[tuple[Rule, ...], set[MotionKind]] = {}
    for motion in MotionKind:
        groups.setdefault(binding(every, motion), set()).add(motion)
    for bound, motions in groups.items():
        yield frozenset(motions), list(bound)


def days_of_change(rules: Iterable[Rule], board: Board, *, after: date) -> list[date]:
    """Tell the days after a day on which a rule begins or ends, or a place's vote does."""
    found = {day for rule in rules for day in (rule.from_, rule.until)}
    for place in board.places.values():
        found |= {place.made.fact.vote_from, place.made.fact.vote_until}
    for mandate in board.mandates.values():
        found |= {mandate.granted.fact.from_, mandate.granted.fact.until}
    return sorted(day for day in found if day is not None and day > after)
