"""The plain mirror: what the rules of a board mean for those it is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from withus.core.deciding.rule import AtLeast, Force, Rule, RuleKind
from withus.core.deciding.sums import NOBODY, Places, TooManyCases
from withus.core.deciding.voting import told_apart_by, with_a_vote
from withus.core.deciding.who import THE_PEOPLE_IT_IS_ABOUT, Place, Who
from withus.core.deciding.without import can_be_decided_without
from withus.core.findings.finding import NotEnough
from withus.core.words import Capacity, MotionKind

THOSE_WHO_DRAW = Who(capacity=frozenset({Capacity.DRAWS_ON_SERVICES}))
ENOUGH = 2  # of the people it is about: what the mirror asks "and if ...?" of


@dataclass(frozen=True, slots=True)
class Mirror:
    """What the rules of a board mean on a day. Kinds of motion: those of which it holds."""

    members: int
    affected: int
    draws: int
    ruled: bool  # whether any rule says who must be there, agree or not object
    possible: frozenset[MotionKind]  # that can be decided at all
    without_affected: frozenset[MotionKind]  # that the others can decide without them
    without_draws: frozenset[MotionKind]
    must_agree: int  # how many of the people it is about the next line supposes must agree
    if_they_must: frozenset[MotionKind]  # that the others can decide if so many must agree


def mirror(rules: Iterable[Rule], places: Places, *, on: date) -> Mirror | NotEnough:
    """Tell what rules mean for the people a board is about, on a day.

    Shape: the rules set, whether or not in force that day; places that may vote.
    Formula: as `can_be_decided_without`, for every kind of motion that the rules tell apart.
    Not: what anybody would do; only what the rules would let them.
    Errors: NotEnough `too_many_cases`.
    Source: rules.md, Can it be decided without them?
    """
    try:
        return _reflected(tuple(rules), tuple(places.items()), on)
    except TooManyCases as fault:
        return NotEnough(fault.code)


@lru_cache(maxsize=512)
def _reflected(rules: tuple[Rule, ...], counted: tuple[tuple[Place, int], ...], on: date) -> Mirror:
    places = dict(counted)
    voting = with_a_vote(rules, places, on=on)
    affected = heads(voting, THE_PEOPLE_IT_IS_ABOUT)
    must = min(ENOUGH, affected)
    supposed = Rule(
        id="supposed",
        kind=RuleKind.AGREE,
        force=Force.PROMISE,
        who=THE_PEOPLE_IT_IS_ABOUT,
        bound=AtLeast(must),
    )
    return Mirror(
        members=voting.total(),
        affected=affected,
        draws=heads(voting, THOSE_WHO_DRAW),
        ruled=any(rule.stops and rule.holds_on(on) for rule in rules),
        possible=decided_without(rules, places, NOBODY, on=on),
        without_affected=decided_without(rules, places, THE_PEOPLE_IT_IS_ABOUT, on=on),
        without_draws=decided_without(rules, places, THOSE_WHO_DRAW, on=on),
        must_agree=must,
        if_they_must=decided_without([*rules, supposed], places, THE_PEOPLE_IT_IS_ABOUT, on=on),
    )


def decided_without(
    rules: Sequence[Rule], places: Places, them: Who, *, on: date
) -> frozenset[MotionKind]:
    """Tell the kinds of motion that the others can decide while they are away or against.

    Shape: the rules set, whether or not in force that day; `them` NOBODY: what can be decided.
    Source: rules.md, Can it be decided without them?
    """
    found: set[MotionKind] = set()
    for motions, bound in told_apart_by(rules):
        voting = with_a_vote(bound, places, on=on)
        if can_be_decided_without([rule for rule in bound if rule.holds_on(on)], voting, them):
            found |= motions
    return frozenset(found)


def heads(places: Places, who: Who) -> int:
    """Tell how many places are meant.

    Unit: places.
    """
    return sum(count for place, count in places.items() if who.includes(place))
