"""Rules and boards that happen by chance, the same for the same seed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from random import Random
from typing import TypeVar

from withus.core.deciding.rule import (
    AtLeast,
    AtMost,
    Bound,
    Caller,
    Force,
    MayCall,
    MoreThan,
    Of,
    Over,
    Rule,
    RuleKind,
    ShareOf,
)
from withus.core.deciding.who import ALL, Place, Who
from withus.core.words import Capacity, MotionKind, PlaceKind

T = TypeVar("T")
CAPACITIES = tuple(Capacity)[:5]
TAGS = ("lay", "senior_staff", "tenant")
SOURCED = (RuleKind.PRESENT, RuleKind.AGREE, RuleKind.MADE_UP)
SOURCES = (
    "The council's constitution, part 7.",
    "Terms of reference (13 October 2026): Written in: 4",
    "SSI 2025/405",
)


def seeded(seed: int) -> Random:
    """Return dice that fall the same each time."""
    return Random(seed)  # noqa: S311


def who(dice: Random, *, deep: int = 2) -> Who:
    """Draw whom a rule is about."""
    if dice.random() < 0.3:
        return ALL
    return Who(
        affected=dice.random() < 0.3,
        capacity=_some(dice, CAPACITIES, 0.4),
        kind=_some(dice, tuple(PlaceKind), 0.2),
        tag=_some(dice, TAGS, 0.3),
        chair=dice.random() < 0.1,
        mandated=dice.random() < 0.1,
        other_than=who(dice, deep=deep - 1) if deep and dice.random() < 0.2 else None,
    )


def _some(dice: Random, of: Sequence[T], chance: float) -> frozenset[T] | None:
    if dice.random() >= chance:
        return None
    return frozenset(dice.sample(of, dice.randint(1, min(3, len(of)))))


def bound(dice: Random, kind: RuleKind) -> Bound:
    """Draw how many a rule asks for."""
    whole = dice.randint(2, 6)
    part = dice.choice([Fraction(1, 2), Fraction(dice.randint(1, whole), whole)])
    found: list[Bound] = [AtLeast(dice.randint(1, 12)), ShareOf(part)]
    if part < 1:
        found.append(Over(part))
    if kind is not RuleKind.AGREE:
        found.append(AtMost(dice.randint(0, 5)))
    if kind is RuleKind.PRESENT:
        found.append(MoreThan(who(dice, deep=0)))
    return dice.choice(found)


def rule(dice: Random, number: int, *, kinds: Sequence[RuleKind] = tuple(RuleKind)) -> Rule:
    """Draw a rule."""
    kind, force = dice.choice(kinds), dice.choice(tuple(Force))
    asked = bound(dice, kind) if kind in SOURCED else None
    day = date(2026, 1, 1) + timedelta(days=dice.randrange(900))
    agrees = kind is RuleKind.AGREE
    calls = kind is RuleKind.MAY_CALL
    dated = kind is RuleKind.VOTE_FROM or dice.random() < 0.7
    return Rule(
        id=f"rule-{number}",
        kind=kind,
        force=force,
        source=dice.choice(SOURCES) if force is not Force.PROMISE or dice.random() < 0.5 else None,
        from_=day if dated else None,
        until=day + timedelta(days=dice.randint(1, 900)) if dice.random() < 0.3 else None,
        motions=_some(dice, tuple(MotionKind), 0.2),
        who=None if calls else who(dice),
        bound=asked,
        of=dice.choice(tuple(Of)) if agrees and not isinstance(asked, AtLeast) else None,
        before=agrees and dice.random() < 0.5,
        late=dice.choice([0, 0, 1, 5]) if agrees else 0,
        what=dice.choice(tuple(MayCall)) if calls else None,
        any_of=tuple(_caller(dice) for _ in range(dice.randint(1, 3))) if calls else (),
    )


def _caller(dice: Random) -> Caller:
    return Caller(who(dice), dice.randint(1, 20), dice.choice([None, 1, 10, 25]))


def places(dice: Random, most: int) -> list[Place]:
    """Draw the places of a board; one of them may be the chair's."""
    found = [
        Place(
            dice.choice(CAPACITIES),
            kind=dice.choice(tuple(PlaceKind)),
            tags=frozenset(tag for tag in TAGS if dice.random() < 0.3),
            mandated=dice.random() < 0.2,
        )
        for _ in range(dice.randint(1, most))
    ]
    if dice.random() < 0.7:
        chair = found[0]
        found[0] = replace(chair, chair=True)
    return found
