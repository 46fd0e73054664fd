"""What a preset holds, and a plan begun from one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction

from withus.core.deciding.rule import AtLeast, Force, Of, Over, Rule, RuleKind
from withus.core.deciding.who import ALL, THE_PEOPLE_IT_IS_ABOUT, Who
from withus.core.setting_up.plan import Choice, Plan, Sort
from withus.core.words import Capacity, ChosenBy, Level, PaidBy, Paper, PlaceKind

HALF = Fraction(1, 2)
LATE = 5  # working days, as the rules allow at most


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """A start for a board: its level, the formats of its papers, how places are filled, rules."""

    code: str
    level: Level
    formats: frozenset[Paper] = frozenset({Paper.STANDARD, Paper.EASY_READ})
    rules: tuple[Choice, ...] = ()
    sorts: Mapping[Capacity, Sort] = field(default_factory=lambda: USUAL)


CHOSEN = Sort(PlaceKind.NAMED, ChosenBy.ORGANISATION, PaidBy.NOBODY)
OF_A_POST = Sort(PlaceKind.POST, ChosenBy.POST, PaidBy.SERVICE)
USUAL: Mapping[Capacity, Sort] = {
    Capacity.DRAWS_ON_SERVICES: CHOSEN,
    Capacity.UNPAID_CARERS: CHOSEN,
    Capacity.COMMUNITY: CHOSEN,
    Capacity.SERVICES: OF_A_POST,
    Capacity.ELECTED: OF_A_POST,
    Capacity.INDEPENDENT: CHOSEN,
    Capacity.OTHER: CHOSEN,
}
"""Nobody is taken to be chosen by those they speak for, or paid, until the board says so."""


def started_from(preset: Preset, plan: Plan, *, on: date) -> Plan:
    """Tell a plan begun from a preset: its rules hold from a day on, unless they have one."""
    choices = tuple(
        replace(each, rule=replace(each.rule, from_=each.rule.from_ or on)) for each in preset.rules
    )
    return replace(
        plan,
        preset=preset.code,
        level=preset.level,
        formats=preset.formats,
        sorts=dict(preset.sorts),
        choices=choices,
    )


def present(who: Who, count: int, *, name: str = "in-the-room", used: bool = True) -> Choice:
    """Tell the promise that so many of some people are in the room."""
    rule = Rule(id=name, kind=RuleKind.PRESENT, force=Force.PROMISE, who=who, bound=AtLeast(count))
    return Choice(rule, used)


def half_present(*, used: bool = True) -> Choice:
    """Tell the promise that more than half of the places are in the room."""
    rule = Rule(
        id="half-present", kind=RuleKind.PRESENT, force=Force.PROMISE, who=ALL, bound=Over(HALF)
    )
    return Choice(rule, used)


def agree(who: Who, count: int, *, name: str = "must-agree", used: bool = True) -> Choice:
    """Tell the promise that so many of some people agree, also before the meeting or after it."""
    rule = Rule(
        id=name,
        kind=RuleKind.AGREE,
        force=Force.PROMISE,
        who=who,
        bound=AtLeast(count),
        before=True,
        late=LATE,
    )
    return Choice(rule, used)


def majority(of: Of = Of.PLACES) -> Choice:
    """Tell the promise that more than half agree."""
    rule = Rule(
        id="more-than-half",
        kind=RuleKind.AGREE,
        force=Force.PROMISE,
        who=ALL,
        bound=Over(HALF),
        of=of,
    )
    return Choice(rule)


def no_objection() -> Choice:
    """Tell the promise that nobody of those it is about has an objection that stands."""
    who = THE_PEOPLE_IT_IS_ABOUT
    rule = Rule(id="no-objection", kind=RuleKind.NO_OBJECTION, force=Force.PROMISE, who=who)
    return Choice(rule, used=False)


def made_up() -> Choice:
    """Tell the promise that half or more of the places are held by those it is about."""
    who = THE_PEOPLE_IT_IS_ABOUT
    rule = Rule(id="made-up", kind=RuleKind.MADE_UP, force=Force.PROMISE, who=who, bound=Over(HALF))
    return Choice(rule, used=False)
