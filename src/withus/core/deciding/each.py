"""Can it be decided without each sort of people in turn? The mirror, capacity by capacity."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from withus.core.deciding.mirror import Mirror, decided_without, heads, mirror
from withus.core.deciding.rule import Force, Rule
from withus.core.deciding.sums import Places, TooManyCases
from withus.core.deciding.voting import with_a_vote
from withus.core.deciding.who import THE_PEOPLE_IT_IS_ABOUT, Place, Who
from withus.core.words import Capacity, MotionKind


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Some of a board's members: how many vote, and what the rest can decide without them."""

    capacity: Capacity | None  # None: all the people it is about
    members: int
    without: frozenset[MotionKind]


def each_left_out(rules: Iterable[Rule], places: Places, *, on: date) -> tuple[LeftOut, ...]:
    """Tell what the rest can decide without the people it is about, and without each capacity.

    Shape: the rules set, whether or not in force that day; places that may vote. Those of whom
        nobody votes are left out; nothing, where it is too much to work out.
    Formula: as `can_be_decided_without`.
    Source: rules.md, Can it be decided without them? Asked of D + F, and of each capacity.
    """
    try:
        return _each(tuple(rules), tuple(places.items()), on)
    except TooManyCases:
        return ()


def hangs_on_a_promise(rules: Iterable[Rule], places: Places, *, on: date) -> bool:
    """Tell whether only promises keep the others from deciding without the people it is about.

    Shape: as `each_left_out`.
    Formula: the others cannot decide without them on anything; without the rules that can stop a
        decision and are only promised, they can.
    Not: whether a promise would be broken.
    Source: rules.md, How it is worked out, 9.
    """
    every = tuple(rules)
    firm = tuple(rule for rule in every if not rule.stops or rule.force is not Force.PROMISE)
    if len(firm) == len(every):
        return False
    found = [mirror(some, places, on=on) for some in (every, firm)]
    if not all(isinstance(one, Mirror) and one.affected for one in found):
        return False
    kept, without = (isinstance(one, Mirror) and one.without_affected for one in found)
    return not kept and bool(without)


@lru_cache(maxsize=512)
def _each(
    rules: tuple[Rule, ...], counted: tuple[tuple[Place, int], ...], on: date
) -> tuple[LeftOut, ...]:
    places = dict(counted)
    voting = with_a_vote(rules, places, on=on)
    sorts: dict[Capacity | None, Who] = {None: THE_PEOPLE_IT_IS_ABOUT}
    sorts |= {code: Who(capacity=frozenset({code})) for code in Capacity}
    return tuple(
        LeftOut(code, many, decided_without(rules, places, who, on=on))
        for code, who in sorts.items()
        if (many := heads(voting, who))
    )
