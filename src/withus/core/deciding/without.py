"""Can it be decided without them? Worked out exactly, by counting over classes of places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from withus.core.deciding.outcome import can_tie, whom
from withus.core.deciding.rule import (
    AtLeast,
    AtMost,
    MoreThan,
    Of,
    Over,
    Rule,
    RuleKind,
    ShareOf,
)
from withus.core.deciding.who import Place, Who

Places = Mapping[Place, int]


@dataclass(frozen=True, slots=True)
class Alike:
    """Places that no rule tells apart: how many, and whether they are those left out."""

    place: Place
    count: int
    left_out: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """What a rule asks, as a sum over classes: weights times heads, and a constant, not below 0."""

    weights: tuple[int, ...]
    constant: int


def can_be_decided_without(rules: Iterable[Rule], places: Places, them: Who) -> bool:
    """Tell whether the others can decide while every one of them is away or against.

    Shape: the rules that bind; how many places there are of each sort; whom to leave out.
    Formula: is there a number of others who agree, the rest of them staying away, and a number of
        them who are there and against, so that it is carried (or advised, where no rule asks for
        agreement)? Whoever is against objects, where an objection stops it.
    Not: what people would do; only whether the rules would let them.
    Source: rules.md, Can it be decided without them? Each rule is linear in the numbers of heads,
        so sums are carried from class to class, and equal ones met once.
    """
    binding = list(rules)
    classes = told_apart(binding, places, them)
    cast = _casting(binding, classes)
    if _all_met(_every(binding, classes), classes):
        return True
    tied = _every(binding, classes, tie_will_do=True)
    return cast is not None and _all_met([*tied, cast], classes)


def told_apart(rules: Sequence[Rule], places: Places, them: Who) -> list[Alike]:
    """Tell the classes of places that no rule tells apart, the smallest first."""
    asked = [them, *(who for rule in rules for who in _named(rule))]
    found: Counter[tuple[bool, ...]] = Counter()
    examples: dict[tuple[bool, ...], Place] = {}
    for place, count in places.items():
        marks = tuple(who.includes(place) for who in asked)
        found[marks] += count
        examples.setdefault(marks, place)
    classes = [Alike(examples[marks], count, marks[0]) for marks, count in found.items() if count]
    return sorted(classes, key=lambda one: one.count)


def _named(rule: Rule) -> list[Who]:
    beside = [rule.bound.who] if isinstance(rule.bound, MoreThan) else []
    return [whom(rule), *beside]


def _every(
    rules: Sequence[Rule], classes: Sequence[Alike], *, tie_will_do: bool = False
) -> list[Asked]:
    return [each for rule in rules for each in _asked(rule, classes, tie_will_do=tie_will_do)]


def _casting(rules: Sequence[Rule], classes: Sequence[Alike]) -> Asked | None:
    """Tell that the one who decides a tie agrees; None where nobody of the others does."""
    for rule in rules:
        if rule.kind is RuleKind.CASTING:
            heads = _heads(classes, whom(rule), left_out=False)
            size = sum(one.count for one in classes if whom(rule).includes(one.place))
            return Asked(heads, -1) if size == 1 and any(heads) else None
    return None


def _asked(rule: Rule, classes: Sequence[Alike], *, tie_will_do: bool = False) -> Iterable[Asked]:
    """Yield what a rule asks as sums over heads."""
    who = whom(rule)
    if rule.kind is RuleKind.NO_OBJECTION:
        yield Asked(_times(_heads(classes, who, left_out=True), -1), 0)
        return
    if rule.kind not in (RuleKind.PRESENT, RuleKind.AGREE):
        return
    here = _heads(classes, who)
    yes = here if rule.kind is RuleKind.PRESENT else _heads(classes, who, left_out=False)
    size = sum(one.count for one in classes if who.includes(one.place))
    of_places = rule.kind is RuleKind.PRESENT or rule.of in (None, Of.PLACES)
    match rule.bound:
        case AtLeast(count):
            yield Asked(yes, -count)
        case AtMost(count):
            yield Asked(_times(yes, -1), count)
        case MoreThan(others):
            yield Asked(_minus(yes, _heads(classes, others)), -1)
        case ShareOf(share) | Over(share):
            over = isinstance(rule.bound, Over) and not (tie_will_do and can_tie(rule))
            part, whole = share.numerator, share.denominator
            least = -1 if over else 0
            if of_places:
                yield Asked(_times(yes, whole), least - part * size)
                yield Asked((0,) * len(classes), size - 1)
            else:
                yield Asked(_minus(_times(yes, whole), _times(here, part)), least)
                yield Asked(here, -1)


def _heads(classes: Sequence[Alike], who: Who, *, left_out: bool | None = None) -> tuple[int, ...]:
    return tuple(
        int(who.includes(one.place) and left_out in (None, one.left_out)) for one in classes
    )


def _times(weights: Sequence[int], factor: int) -> tuple[int, ...]:
    return tuple(each * factor for each in weights)


def _minus(one: Sequence[int], other: Sequence[int]) -> tuple[int, ...]:
    return tuple(a - b for a, b in zip(one, other, strict=True))


def _all_met(asked: Sequence[Asked], classes: Sequence[Alike]) -> bool:
    """Tell whether some numbers of heads meet all that is asked.

    Sums go from class to class. One that can no longer be met is dropped; one that can no longer
    fail is written down as just met, so that sums that matter no more are the same.
    """
    sums = {tuple(each.constant for each in asked)}
    best, worst = _still_possible(asked, classes)
    for at, one in enumerate(classes):
        steps = [each.weights[at] for each in asked]
        after: set[tuple[int, ...]] = set()
        for held in sums:
            for heads in range(one.count + 1):
                new = []
                for value, step, most, least in zip(
                    held, steps, best[at + 1], worst[at + 1], strict=True
                ):
                    total = value + step * heads
                    if total + most < 0:
                        break
                    new.append(min(total, -least))
                else:
                    after.add(tuple(new))
        sums = after
    return bool(sums)


def _still_possible(
    asked: Sequence[Asked], classes: Sequence[Alike]
) -> tuple[list[list[int]], list[list[int]]]:
    """Tell, from each class on, the most and the least that each sum can still gain."""
    best, worst = [[0] * len(asked)], [[0] * len(asked)]
    for at in range(len(classes) - 1, -1, -1):
        gains = [each.weights[at] * classes[at].count for each in asked]
        best.insert(0, [max(0, gain) + most for gain, most in zip(gains, best[0], strict=True)])
        worst.insert(0, [min(0, gain) + least for gain, least in zip(gains, worst[0], strict=True)])
    return best, worst
