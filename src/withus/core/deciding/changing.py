"""Rules before they are set: changed one by one, and put beside those that stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import count

from withus.core.deciding.rule import AtLeast, Force, Rule, RuleKind
from withus.core.deciding.who import THE_PEOPLE_IT_IS_ABOUT


class Change(StrEnum):
    """What becomes of a rule when others are set."""

    NEW = "new"
    CHANGED = "changed"
    STAYS = "stays"
    TAKEN_OUT = "taken_out"


def fresh_id(kind: RuleKind, taken: Iterable[str]) -> str:
    """Tell an id for a new rule, which no rule of the board has or ever had.

    Example: the third rule on who must be in the room is `present-3`.
    """
    known, stem = set(taken), kind.value.replace("_", "-")
    return next(name for number in count(1) if (name := f"{stem}-{number}") not in known)


def with_rule(rules: Iterable[Rule], rule: Rule) -> tuple[Rule, ...]:
    """Tell rules with one in the place of the one of its id; a new one comes last."""
    every = list(rules)
    if all(each.id != rule.id for each in every):
        return (*every, rule)
    return tuple(rule if each.id == rule.id else each for each in every)


def without_rule(rules: Iterable[Rule], name: str) -> tuple[Rule, ...]:
    """Tell rules without the one of an id."""
    return tuple(each for each in rules if each.id != name)


def compared(before: Sequence[Rule], after: Sequence[Rule]) -> tuple[tuple[Change, Rule], ...]:
    """Tell what becomes of each rule: those to be set in their order, then those taken out."""
    stood = {each.id: each for each in before}
    kept = {each.id for each in after}
    found = [(_change(stood.get(each.id), each), each) for each in after]
    gone = [(Change.TAKEN_OUT, each) for each in before if each.id not in kept]
    return (*found, *gone)


def _change(stood: Rule | None, rule: Rule) -> Change:
    if stood is None:
        return Change.NEW
    return Change.STAYS if stood == rule else Change.CHANGED


def so_many_must_agree(many: int, *, taken: Iterable[str]) -> Rule:
    """Tell the rule that the plain mirror supposes: so many of the people it is about must agree.

    Source: rules.md, Default for `agree` under a promise.
    """
    return Rule(
        id=fresh_id(RuleKind.AGREE, taken),
        kind=RuleKind.AGREE,
        force=Force.PROMISE,
        who=THE_PEOPLE_IT_IS_ABOUT,
        bound=AtLeast(many),
        before=True,
    )
