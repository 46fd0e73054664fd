"""Can it be decided without them? Worked out exactly, by counting over classes of places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from withus.core.deciding.outcome import whom
from withus.core.deciding.rule import Rule, RuleKind
from withus.core.deciding.sums import (
    Alike,
    Asked,
    Places,
    asked_of,
    check_cases,
    heads,
    told_apart,
    walk,
)
from withus.core.deciding.who import Who


def can_be_decided_without(rules: Iterable[Rule], places: Places, them: Who) -> bool:
    """Tell whether the others can decide while every one of them is away or against.

    Shape: the rules that bind; how many places there are of each sort; whom to leave out.
    Formula: is there a number of others who agree, the rest of them staying away, and a number of
        them who are there and against, so that it is carried (or advised, where no rule asks for
        agreement)? Whoever is against objects, where an objection stops it.
    Not: what people would do; only whether the rules would let them.
    Errors: TooManyCases `too_many_cases`.
    Source: rules.md, Can it be decided without them? Each rule is linear in the numbers of heads.
    """
    binding = list(rules)
    classes = told_apart(binding, places, them)
    strictly = [each for rule in binding for each in asked_of(rule, classes)]
    if can_be_met(strictly, classes):
        return True
    cast = _cast(binding, classes)
    if cast is None:
        return False
    tied = [each for rule in binding for each in asked_of(rule, classes, tie_will_do=True)]
    return can_be_met([*tied, cast], classes)


def _cast(rules: Sequence[Rule], classes: Sequence[Alike]) -> Asked | None:
    """Tell that whoever decides a tie agrees; None where that is nobody, or one of them."""
    for rule in rules:
        if rule.kind is RuleKind.CASTING:
            found = heads(classes, whom(rule), left_out=False)
            size = sum(one.count for one in classes if whom(rule).includes(one.place))
            return Asked(found, -1) if size == 1 and any(found) else None
    return None


def can_be_met(asked: Sequence[Asked], classes: Sequence[Alike]) -> bool:
    """Tell whether some numbers of heads meet all that is asked.

    Errors: TooManyCases `too_many_cases`.
    """
    steps = walk(asked, classes)
    sums = {steps.start}
    for at, one in enumerate(classes):
        counts = worth_trying(asked, at, one.count)
        after = {steps.step(held, at, count) for held in sums for count in counts}
        sums = {each for each in after if each is not None}
        check_cases(sums)
    return bool(sums)


def worth_trying(asked: Sequence[Asked], at: int, count: int) -> Sequence[int]:
    """Tell the numbers of heads of a class that are worth trying.

    Formula: all of them where more never hurts, none where more never helps, else every number.
    """
    weights = [each.weights[at] for each in asked]
    if all(weight >= 0 for weight in weights):
        return (count,)
    return (0,) if all(weight <= 0 for weight in weights) else range(count + 1)
