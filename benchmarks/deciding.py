"""How long it takes to tell whether a big board can decide without some, and its voting power."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import partial
from random import Random
from statistics import median

from withus.core.deciding.indices import power
from withus.core.deciding.rule import (
    AtLeast,
    AtMost,
    Bound,
    Force,
    MoreThan,
    Of,
    Over,
    Rule,
    RuleKind,
    ShareOf,
)
from withus.core.deciding.who import ALL, THE_PEOPLE_IT_IS_ABOUT, Place, Who
from withus.core.deciding.without import can_be_decided_without
from withus.core.words import Capacity

CLASSES = tuple(Place(code) for code in tuple(Capacity)[:4])
BOARDS, TIMES, SEED = 500, 5, 2026
WITHOUT_BUDGET, POWER_BUDGET = 1.5, 0.1  # s
ANY = 0.5


def measure() -> Iterator[str]:
    """Yield a line for each figure."""
    dice = Random(SEED)  # noqa: S311  # the same each time
    places = dict.fromkeys(CLASSES, 25)
    took = sorted(seconds(partial(without, rules(dice), places)) for _ in range(BOARDS))
    yield (
        f"without them, 100 places in 4 classes, {BOARDS} random boards: median "
        f"{median(took) * 1000:.2f} ms, slowest {took[-1]:.3f} s, budget {WITHOUT_BUDGET} s: "
        f"{told(took[-1], WITHOUT_BUDGET)}"
    )
    voters = {CLASSES[0]: 60, CLASSES[1]: 80, CLASSES[2]: 60}
    most = max(seconds(lambda: power(three_rules(), voters)) for _ in range(TIMES))
    yield (
        f"voting power, 200 places in 3 classes: slowest of {TIMES} {most:.3f} s, budget "
        f"{POWER_BUDGET} s: {told(most, POWER_BUDGET)}"
    )


def told(took: float, budget: float) -> str:
    """Tell whether a figure is within its budget."""
    return "within" if took <= budget else "OVER"


def seconds(work: Callable[[], object]) -> float:
    """Return how much of the processor some work took."""
    began = time.process_time()
    work()
    return time.process_time() - began


def without(board: Sequence[Rule], places: Mapping[Place, int]) -> bool:
    """Ask of a board what its page asks first."""
    return can_be_decided_without(board, places, THE_PEOPLE_IT_IS_ABOUT)


def three_rules() -> list[Rule]:
    """Return a majority of all places, and two kinds of people who must agree."""
    half = Fraction(1, 2)
    elected = Who(capacity=frozenset({CLASSES[2].capacity}))
    return [
        promise(RuleKind.AGREE, ALL, Over(half), Of.PLACES),
        promise(RuleKind.AGREE, THE_PEOPLE_IT_IS_ABOUT, AtLeast(2)),
        promise(RuleKind.AGREE, elected, ShareOf(half), Of.PLACES),
    ]


def promise(kind: RuleKind, who: Who, bound: Bound | None, of: Of | None = None) -> Rule:
    """Return a rule of a kind."""
    return Rule(id="rule", kind=kind, force=Force.PROMISE, who=who, bound=bound, of=of)


def rules(dice: Random) -> list[Rule]:
    """Draw rules that pull against each other: the hard case, which tells all classes apart."""
    return [a_rule(dice) for _ in range(dice.randint(3, 9))]


def some(dice: Random) -> Who:
    """Draw whom a rule is about."""
    codes = [place.capacity for place in dice.sample(CLASSES, dice.randint(1, 3))]
    who = Who(capacity=frozenset(codes))
    return dice.choice([ALL, THE_PEOPLE_IT_IS_ABOUT, who, Who(other_than=who)])


def a_rule(dice: Random) -> Rule:
    """Draw a rule on who must be there or agree."""
    part = Fraction(dice.randint(1, 6), 7)
    if dice.random() < ANY:
        count, most = dice.randint(1, 20), dice.randint(1, 60)
        bounds: list[Bound] = [AtLeast(count), AtMost(most), MoreThan(some(dice))]
        return promise(RuleKind.PRESENT, some(dice), dice.choice(bounds))
    shares: list[Bound] = [ShareOf(part), Over(part), Over(Fraction(1, 2))]
    return promise(RuleKind.AGREE, some(dice), dice.choice(shares), dice.choice(tuple(Of)))
