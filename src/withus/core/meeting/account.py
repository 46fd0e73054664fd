"""What the record tells of a meeting, as minutes begin: by capacity, in numbers, and no names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from withus.core.deciding.before import board_before
from withus.core.deciding.now import RulesUnreadable, rules_on
from withus.core.deciding.rule import Rule
from withus.core.facts.rows import Said
from withus.core.history.standing import in_force, outcome_of
from withus.core.history.state import Board, Meeting, Motion, Objection, Taken
from withus.core.meeting.standing import were_here
from withus.core.words import Capacity, Outcome, Placed, Position, Way

Counted = Mapping[Capacity, int]


@dataclass(frozen=True, slots=True)
class Attended:
    """Who was there, by capacity: the holdings of members, and how many came by a deputy."""

    here: Counted
    away: Counted
    by: Mapping[Way, int]
    deputies: int
    chairs: tuple[Capacity, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """What came of a motion: by which rules, and where people stood, by capacity."""

    taken: Taken
    outcome: Outcome
    met: tuple[Rule, ...]
    unmet: tuple[Rule, ...]
    stood: Mapping[Capacity, Mapping[Position, int]]
    typed: int  # of them, for whom another entered it


@dataclass(frozen=True, slots=True)
class Asked:
    """A motion, with the objections to it, each by the capacity of whoever made it."""

    motion: Motion
    objections: tuple[tuple[Capacity | None, Objection], ...]
    decided: Decided | None


@dataclass(frozen=True, slots=True)
class TalkedOf:
    """An item of the agenda, who left it, and what was asked of the board about it."""

    name: str
    left: Counted
    asked: tuple[Asked, ...]


def attended(meeting: Meeting, board: Board) -> Attended:
    """Tell who was at a meeting, by capacity.

    Formula: whoever came at some time, or whose deputy did; away are the others who hold a place.
    Not: supporters and interpreters, who are never counted.
    """
    there = were_here(meeting)
    held = [each.held for each in board.places.values() if each.ended is None]
    sitting = {one.taken.fact.holding for one in held if one is not None}
    first = [noted[0].fact for name, noted in meeting.presence.items() if name in there]
    every = (meeting.opened, *meeting.chaired)
    chairs = {each for one in every if one for each in one.fact.chairs}
    return Attended(
        here=by_capacity(board, there),
        away=by_capacity(board, sitting - there),
        by=Counter(each.way for each in first),
        deputies=sum(each.deputy is not None for each in first),
        chairs=tuple(sorted(capacity for each in chairs if (capacity := of(board, each)))),
    )


def talked_of(meeting: Meeting, board: Board) -> tuple[TalkedOf, ...]:
    """Tell what a meeting talked about, in its order: then what was not reached, and refused."""
    order = {Placed.ON: 0, Placed.NOT_REACHED: 1, Placed.REFUSED: 2}
    found = [
        (order[one.placed.fact.outcome], one.placed.fact.order, one.asked.entry, name)
        for name, one in meeting.items.items()
        if one.placed is not None
    ]
    return tuple(about(name, meeting, board) for *_, name in sorted(found))


def about(name: str, meeting: Meeting, board: Board) -> TalkedOf:
    """Tell what became of an item."""
    last = {each.fact.holding: each.fact.recused for each in meeting.items[name].interests}
    motions = [each for each in meeting.motions.values() if each.put.fact.item == name]
    return TalkedOf(
        name,
        by_capacity(board, (holding for holding, recused in last.items() if recused)),
        tuple(asked_of(each, board) for each in motions),
    )


def asked_of(motion: Motion, board: Board) -> Asked:
    """Tell what became of a motion."""
    objections = tuple(
        (of(board, each.made.fact.holding), each) for each in motion.objections.values()
    )
    taken = in_force(motion)
    return Asked(motion, objections, decided(motion, taken, board) if taken else None)


def decided(motion: Motion, taken: Taken, board: Board) -> Decided:
    """Tell a decision, with the rules as they stood when the roll was called."""
    one, then = taken.taken, board_before(board, taken.taken.entry)
    try:
        rules = rules_on(then, motion.put.fact.kind, on=one.day)
    except RulesUnreadable:
        rules = ()
    return Decided(
        taken,
        outcome_of(taken),
        tuple(rule for rule in rules if rule.id in one.fact.met),
        tuple(rule for rule in rules if rule.id in one.fact.unmet),
        stood(one.fact.roll, board),
        sum(not row.self_entered for row in one.fact.roll),
    )


def stood(roll: Iterable[Said], board: Board) -> dict[Capacity, Counter[Position]]:
    """Tell where people stood, by capacity."""
    found: dict[Capacity, Counter[Position]] = {}
    for row in roll:
        capacity = of(board, row.holding)
        if capacity is not None:
            found.setdefault(capacity, Counter())[row.position] += 1
    return found


def by_capacity(board: Board, holdings: Iterable[str]) -> Counter[Capacity]:
    """Count holdings by the capacity of their place."""
    return Counter(found for each in holdings if (found := of(board, each)) is not None)


def of(board: Board, holding: str) -> Capacity | None:
    """Tell the capacity of the place that a holding is, or was, of."""
    place = board.places.get(board.place_of.get(holding, ""))
    return place.made.fact.capacity if place else None
