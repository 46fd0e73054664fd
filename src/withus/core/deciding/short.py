"""Rules that never stop a decision, held against the places there are: unmet, they are shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from withus.core.deciding.mirror import heads
from withus.core.deciding.outcome import meets, whom
from withus.core.deciding.rule import Rule, RuleKind
from withus.core.deciding.sums import Places


@dataclass(frozen=True, slots=True)
class Short:
    """A rule that is not met, and how many of how many places there are for those it is about."""

    rule: Rule
    there: int
    of: int


def falling_short(rules: Iterable[Rule], places: Places, *, on: date) -> tuple[Short, ...]:
    """Tell the rules in force that the places of a board do not meet, and that stop no decision.

    Shape: the rules set; places in being with a vote, held or vacant.
    Formula: `made_up`: its bound over the places for them, of all; `vote_from`: no place for them;
        `may_call`: each of those who may has fewer places than it asks for.
    Not: rules on who is there or agrees; those are asked at a decision.
    Source: rules.md, Form: these never stop a decision; unmet, they are shown on the board.
    """
    size = sum(places.values())
    found = (_short(rule, places, size) for rule in rules if rule.holds_on(on))
    return tuple(each for each in found if each is not None)


def _short(rule: Rule, places: Places, size: int) -> Short | None:
    there = heads(places, whom(rule))
    if rule.kind is RuleKind.MADE_UP:
        assert rule.bound is not None
        return None if meets(rule.bound, there, of=size) else Short(rule, there, size)
    if rule.kind is RuleKind.VOTE_FROM:
        return None if there else Short(rule, there, size)
    if rule.kind is RuleKind.MAY_CALL:
        enough = any(heads(places, each.who) >= each.count for each in rule.any_of)
        return None if enough else Short(rule, 0, size)
    return None
