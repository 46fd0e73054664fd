"""What rules ask, as sums over classes of places that no rule tells apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Sized
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
from withus.core.errors import Refusal

Places = Mapping[Place, int]
NOBODY = Who(other_than=Who())
MOST_CASES = 500_000  # more than 100 places in 4 classes can ever have


class TooManyCases(Refusal):
    """Say that rules tell so many sorts of places apart that they cannot be counted through."""


def check_cases(cases: Sized) -> None:
    """Refuse to go on where there are too many cases to hold.

    Errors: TooManyCases `too_many_cases`.
    """
    if len(cases) > MOST_CASES:
        raise TooManyCases("too_many_cases")


@dataclass(frozen=True, slots=True)
class Alike:
    """Places that no rule tells apart: one of them, how many, and whether they are left out."""

    place: Place
    count: int
    left_out: bool = False
    sorts: frozenset[Place] = frozenset()  # all that are alike


@dataclass(frozen=True, slots=True)
class Asked:
    """Weights times heads, and a constant: what a rule asks is that this is not below nothing."""

    weights: tuple[int, ...]
    constant: int


def told_apart(rules: Sequence[Rule], places: Places, them: Who = NOBODY) -> list[Alike]:
    """Tell the classes of places that no rule tells apart, the smallest first.

    Shape: `them` are told apart from the others too.
    """
    asked = [them, *(who for rule in rules for who in _named(rule))]
    found: dict[tuple[bool, ...], list[Place]] = {}
    for place, count in places.items():
        if count:
            found.setdefault(tuple(who.includes(place) for who in asked), []).append(place)
    classes = [
        Alike(alike[0], sum(places[each] for each in alike), marks[0], frozenset(alike))
        for marks, alike in found.items()
    ]
    return sorted(classes, key=lambda one: one.count)


def _named(rule: Rule) -> list[Who]:
    beside = [rule.bound.who] if isinstance(rule.bound, MoreThan) else []
    return [whom(rule), *beside]


def asked_of(rule: Rule, classes: Sequence[Alike], *, tie_will_do: bool = False) -> Iterator[Asked]:
    """Yield what a rule asks, where the others agree or stay away and those left out are against.

    Formula: heads here are those of every class; heads for it those of classes not left out. A
        share p/q is asked as q heads - p all, not below 0; more than it, not below 1. A share of
        nothing is not met. Whoever is left out and there stops what nobody may object to.
    """
    who = whom(rule)
    if rule.kind is RuleKind.NO_OBJECTION:
        yield Asked(_times(heads(classes, who, left_out=True), -1), 0)
    elif rule.kind is RuleKind.PRESENT:
        here = heads(classes, who)
        yield from _bounded(rule, classes, here, here)
    elif rule.kind is RuleKind.AGREE:
        here, yes = heads(classes, who), heads(classes, who, left_out=False)
        yield from _bounded(rule, classes, here, yes, tie_will_do=tie_will_do)


def _bounded(
    rule: Rule,
    classes: Sequence[Alike],
    here: tuple[int, ...],
    counted: tuple[int, ...],
    *,
    tie_will_do: bool = False,
) -> Iterator[Asked]:
    match rule.bound:
        case AtLeast(count):
            yield Asked(counted, -count)
        case AtMost(count):
            yield Asked(_times(counted, -1), count)
        case MoreThan(others):
            yield Asked(_minus(counted, heads(classes, others)), -1)
        case ShareOf(share) | Over(share):
            over = isinstance(rule.bound, Over) and not (tie_will_do and can_tie(rule))
            part, whole, least = share.numerator, share.denominator, -1 if over else 0
            if rule.of in (Of.HERE, Of.VOTING):
                yield Asked(_minus(_times(counted, whole), _times(here, part)), least)
                yield Asked(here, -1)
            else:
                size = sum(one.count for one in classes if whom(rule).includes(one.place))
                yield Asked(_times(counted, whole), least - part * size)
                yield Asked((0,) * len(classes), size - 1)


def heads(classes: Sequence[Alike], who: Who, *, left_out: bool | None = None) -> tuple[int, ...]:
    """Tell for each class whether its heads count: of those left out, of the others, or of all."""
    return tuple(
        int(who.includes(one.place) and left_out in (None, one.left_out)) for one in classes
    )


def _times(weights: Sequence[int], factor: int) -> tuple[int, ...]:
    return tuple(each * factor for each in weights)


def _minus(one: Sequence[int], other: Sequence[int]) -> tuple[int, ...]:
    return tuple(a - b for a, b in zip(one, other, strict=True))


@dataclass(frozen=True, slots=True)
class Walk:
    """Sums carried from class to class, so that equal ones are met once."""

    asked: tuple[Asked, ...]
    best: tuple[tuple[int, ...], ...]
    worst: tuple[tuple[int, ...], ...]

    @property
    def start(self) -> tuple[int, ...]:
        """Tell the sums before any class."""
        return tuple(each.constant for each in self.asked)

    def step(self, sums: tuple[int, ...], at: int, count: int) -> tuple[int, ...] | None:
        """Tell the sums after so many heads of a class; None where one can no longer be met.

        One that can no longer fail is written down as just met: it matters no more.
        """
        found = []
        ahead = zip(sums, self.asked, self.best[at + 1], self.worst[at + 1], strict=True)
        for value, each, most, least in ahead:
            total = value + each.weights[at] * count
            if total + most < 0:
                return None
            found.append(min(total, -least))
        return tuple(found)


def walk(asked: Sequence[Asked], classes: Sequence[Alike]) -> Walk:
    """Prepare to carry sums: from each class on, the most and the least each can still gain."""
    best, worst = [(0,) * len(asked)], [(0,) * len(asked)]
    for at in range(len(classes) - 1, -1, -1):
        gains = [each.weights[at] * classes[at].count for each in asked]
        best.insert(0, tuple(max(0, g) + b for g, b in zip(gains, best[0], strict=True)))
        worst.insert(0, tuple(min(0, g) + w for g, w in zip(gains, worst[0], strict=True)))
    return Walk(tuple(asked), tuple(best), tuple(worst))
