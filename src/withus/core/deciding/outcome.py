"""What comes of a motion: the rules asked of the places, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from withus.core.deciding.rule import (
    AtLeast,
    AtMost,
    Bound,
    MoreThan,
    Of,
    Over,
    Rule,
    RuleKind,
    ShareOf,
)
from withus.core.deciding.who import ALL, Place, Who
from withus.core.words import Outcome, Position


@dataclass(frozen=True, slots=True)
class Stance:
    """A place with a vote, and where whoever holds it stands; None where they are not there."""

    place: Place
    position: Position | None = None
    objects: bool = False  # with an objection that stands


def outcome(rules: Iterable[Rule], stances: Sequence[Stance]) -> Outcome:
    """Tell what comes of a motion when everybody has said where they stand.

    Shape: the rules that bind the motion; a stance for each place in being.
    Formula: a `present` rule unmet: may not; an `agree` or `no_objection` rule unmet: not carried;
        no `agree` rule at all: advised; else carried.
    Source: rules.md, How it is worked out, 4, 6 and 8.
    """
    binding = list(rules)
    if not all(present(rule, stances) for rule in binding if rule.kind is RuleKind.PRESENT):
        return Outcome.MAY_NOT
    cast = casting(binding, stances)
    if not all(agreed(rule, stances, cast=cast) for rule in binding):
        return Outcome.NOT_CARRIED
    decides = any(rule.kind is RuleKind.AGREE for rule in binding)
    return Outcome.CARRIED if decides else Outcome.ADVISED


def present(rule: Rule, stances: Sequence[Stance]) -> bool:
    """Tell whether those are in the room whom a rule asks for.

    Source: rules.md, the kind `present`: shares are of places.
    """
    assert rule.bound is not None
    asked = [one for one in stances if whom(rule).includes(one.place)]
    here = sum(one.position is not None for one in asked)
    if isinstance(rule.bound, MoreThan):
        others = sum(
            one.position is not None and rule.bound.who.includes(one.place) for one in stances
        )
        return here > others
    return meets(rule.bound, here, of=len(asked))


def agreed(rule: Rule, stances: Sequence[Stance], *, cast: bool) -> bool:
    """Tell whether those agree, or do not object, whom a rule asks for.

    Shape: `cast` is whether the one who decides a tie agrees.
    Source: rules.md, the kinds `agree`, `no_objection` and `casting`.
    """
    asked = [one for one in stances if rule.who is not None and rule.who.includes(one.place)]
    if rule.kind is RuleKind.NO_OBJECTION:
        return not any(one.objects for one in asked)
    if rule.kind is not RuleKind.AGREE:
        return True
    assert rule.bound is not None
    yes = sum(one.position is Position.AGREE for one in asked)
    size = counted(asked, rule.of)
    return meets(rule.bound, yes, of=size) or (cast and tied(rule, yes, of=size))


def counted(asked: Sequence[Stance], of: Of | None) -> int:
    """Tell of how many a share is counted."""
    if of is Of.HERE:
        return sum(one.position is not None for one in asked)
    if of is Of.VOTING:
        return sum(one.position in (Position.AGREE, Position.DISAGREE) for one in asked)
    return len(asked)


def meets(bound: Bound, count: int, *, of: int) -> bool:
    """Tell whether a count meets a bound; a share of nothing is not met."""
    match bound:
        case AtLeast(least):
            return count >= least
        case AtMost(most):
            return count <= most
        case ShareOf(share):
            return of > 0 and Fraction(count, of) >= share
        case Over(share):
            return of > 0 and Fraction(count, of) > share
        case MoreThan():
            raise TypeError("more than others is asked of the room, not of a count")


def can_tie(rule: Rule) -> bool:
    """Tell whether a rule can be tied: more than half of those who are there."""
    half = isinstance(rule.bound, Over) and rule.bound.share == Fraction(1, 2)
    return rule.kind is RuleKind.AGREE and half and rule.of in (Of.HERE, Of.VOTING)


def tied(rule: Rule, yes: int, *, of: int) -> bool:
    """Tell whether as many agree as do not, where more than half must."""
    return can_tie(rule) and of > 0 and 2 * yes == of


def casting(rules: Iterable[Rule], stances: Sequence[Stance]) -> bool:
    """Tell whether the one who decides a tie agrees; nobody does where the rule fits several."""
    for rule in rules:
        if rule.kind is RuleKind.CASTING:
            asked = [one for one in stances if whom(rule).includes(one.place)]
            return len(asked) == 1 and asked[0].position is Position.AGREE
    return False


def whom(rule: Rule) -> Who:
    """Tell of whom a rule is."""
    return rule.who if rule.who is not None else ALL
