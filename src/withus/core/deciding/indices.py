"""Voting power, exact: how often a place turns losing into winning."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import comb, factorial

from withus.core.deciding.rule import AtLeast, Of, Over, Rule, RuleKind, ShareOf
from withus.core.deciding.sums import (
    Alike,
    Asked,
    Places,
    TooManyCases,
    asked_of,
    check_cases,
    told_apart,
    walk,
)
from withus.core.findings.finding import NotEnough


@dataclass(frozen=True, slots=True)
class Power:
    """The power of the places that no rule tells apart: of one of them, and of all together."""

    alike: Alike
    shapley: Fraction
    banzhaf: Fraction

    @property
    def together(self) -> Fraction:
        """Tell the Shapley-Shubik share of all of them."""
        return self.shapley * self.alike.count


def is_monotone(rules: Iterable[Rule]) -> bool:
    """Tell whether one more who agrees can never turn winning into losing.

    Formula: every rule that stops asks for a number, or for a share of all places.
    """
    return all(_asks_for_more(rule) for rule in rules if rule.stops or _casts(rule))


def _casts(rule: Rule) -> bool:
    return rule.kind is RuleKind.CASTING


def _asks_for_more(rule: Rule) -> bool:
    if rule.kind not in (RuleKind.PRESENT, RuleKind.AGREE):
        return False
    of_places = rule.kind is RuleKind.PRESENT or rule.of in (None, Of.PLACES)
    return isinstance(rule.bound, AtLeast) or (of_places and isinstance(rule.bound, ShareOf | Over))


def power(rules: Iterable[Rule], places: Places) -> tuple[Power, ...] | NotEnough:
    """Tell the voting power of each sort of place.

    Formula: with W(s) winning sets of s places of n, and of them W_i(s) that a place is in,
        Shapley-Shubik = sum of W_i(s) (s-1)!(n-s)!/n! - (W(s)-W_i(s)) s!(n-s-1)!/n!;
        Banzhaf = (2 sum W_i(s) - sum W(s)) / 2^(n-1). A set wins if it is carried when all in it
        agree and all others are away.
    Unit: a share from 0 to 1; the Shapley-Shubik shares of all places make 1.
    Not: the power to block where all must agree; it hides that.
    Errors: NotEnough `not_monotone`, `never_carried`, `too_many_cases`.
    Source: Shapley and Shubik 1954; Banzhaf 1965. Exact, by counting over classes of places.
    """
    binding = [rule for rule in rules if rule.stops or _casts(rule)]
    if not is_monotone(binding):
        return NotEnough("not_monotone")
    classes = told_apart(binding, places)
    asked = [each for rule in binding for each in asked_of(rule, classes)]
    size = sum(one.count for one in classes)
    try:
        winning, *with_heads = _by_size(asked, classes, size)
    except TooManyCases as fault:
        return NotEnough(fault.code)
    if not any(winning):
        return NotEnough("never_carried")
    return tuple(
        _power(one, winning, each, size) for one, each in zip(classes, with_heads, strict=True)
    )


def _power(one: Alike, winning: Sequence[int], with_heads: Sequence[int], n: int) -> Power:
    """Work out both shares from the numbers of winning sets, and of heads of a class in them."""
    shapley, swings = Fraction(0), Fraction(0)
    for s, (every, heads) in enumerate(zip(winning, with_heads, strict=True)):
        within = Fraction(heads, one.count)
        if s > 0:
            shapley += within * factorial(s - 1) * factorial(n - s)
        if s < n:
            shapley -= (every - within) * factorial(s) * factorial(n - s - 1)
        swings += 2 * within - every
    return Power(one, shapley / factorial(n), swings / 2 ** (n - 1))


def _by_size(asked: Sequence[Asked], classes: Sequence[Alike], size: int) -> list[list[int]]:
    """Count winning sets by their size, and after that the heads of each class in them.

    A polynomial in the size is carried as one whole number, each coefficient in a slot wide
    enough that none runs over into the next.
    """
    slot = size + size.bit_length() + 1
    steps = walk(asked, classes)
    nothing = [0] * (len(classes) + 1)
    sums = {steps.start: [1, *nothing[1:]]}
    for at, one in enumerate(classes):
        after: dict[tuple[int, ...], list[int]] = {}
        for held, sets in sums.items():
            for heads in range(one.count + 1):
                key = steps.step(held, at, heads)
                if key is None:
                    continue
                ways = comb(one.count, heads)
                more = [(each * ways) << (slot * heads) for each in sets[: at + 1]]
                found = after.setdefault(key, list(nothing))
                for number, each in enumerate([*more, more[0] * heads]):
                    found[number] += each
        sums = after
        check_cases(sums)
    totals = [sum(parts) for parts in zip(*sums.values(), strict=True)] or nothing
    mask = (1 << slot) - 1
    return [[(total >> (slot * s)) & mask for s in range(size + 1)] for total in totals]
