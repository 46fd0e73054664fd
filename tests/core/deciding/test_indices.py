"""Voting power is what trying every coalition tells; and the worked table of the findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import product
from math import factorial
from random import Random

import pytest

from tests.core.deciding import chances
from tests.core.deciding.test_without import TWO_MUST_BE_THERE, D, S, a_rule, more_than_half
from withus.core.deciding.indices import is_monotone, power
from withus.core.deciding.outcome import Stance, outcome
from withus.core.deciding.rule import AtLeast, AtMost, MoreThan, Of, Over, Rule, RuleKind, ShareOf
from withus.core.deciding.who import ALL, THE_PEOPLE_IT_IS_ABOUT, Place, Who
from withus.core.deciding.without import can_be_decided_without
from withus.core.findings.finding import NotEnough
from withus.core.words import Capacity, Outcome, Position


def wins(rules: Sequence[Rule], places: Sequence[Place], among: Sequence[bool]) -> bool:
    """Tell whether it is carried when some agree and all others are away."""
    stances = [
        Stance(place, Position.AGREE if each else None)
        for place, each in zip(places, among, strict=True)
    ]
    return outcome(rules, stances) in (Outcome.CARRIED, Outcome.ADVISED)


def tried_out(rules: Sequence[Rule], places: Sequence[Place]) -> list[tuple[Fraction, Fraction]]:
    """Tell each place's Shapley-Shubik and Banzhaf share from every coalition."""
    n = len(places)
    won = {each: wins(rules, places, each) for each in product((False, True), repeat=n)}
    found = []
    for at in range(n):
        shapley, swings = Fraction(0), 0
        for each, carried in won.items():
            if each[at] and carried and not won[(*each[:at], False, *each[at + 1 :])]:
                size = sum(each)
                shapley += Fraction(factorial(size - 1) * factorial(n - size), factorial(n))
                swings += 1
        found.append((shapley, Fraction(swings, 2 ** (n - 1))))
    return found


def monotone(dice: Random, number: int) -> Rule:
    """Draw a rule that one more who agrees can only help to meet."""
    part = Fraction(dice.randint(1, 3), dice.randint(3, 5))
    asked = dice.choice([AtLeast(dice.randint(1, 4)), ShareOf(part), Over(part / 2)])
    kind = dice.choice([RuleKind.PRESENT, RuleKind.AGREE])
    of = Of.PLACES if kind is RuleKind.AGREE and not isinstance(asked, AtLeast) else None
    who = dice.choice([ALL, THE_PEOPLE_IT_IS_ABOUT, chances.who(dice)])
    return a_rule(kind, who=who, bound=asked, of=of)


def compared(boards: int, *, most: int, seed: int) -> int:
    """Compare on so many boards, and tell on how many of them there is power at all."""
    dice, found = chances.seeded(seed), 0
    for _ in range(boards):
        rules = [monotone(dice, n) for n in range(dice.randint(1, 3))]
        places = chances.places(dice, most)
        told, shares = power(rules, Counter(places)), tried_out(rules, places)
        if isinstance(told, NotEnough):
            assert told.reason == "never_carried" and not any(map(any, shares))
            continue
        for place, (shapley, banzhaf) in zip(places, shares, strict=True):
            (one,) = [each for each in told if place in each.alike.sorts]
            assert (one.shapley, one.banzhaf) == (shapley, banzhaf)
        found += any(map(any, shares))
    return found


def test_power_is_what_trying_every_coalition_tells() -> None:
    assert compared(60, most=8, seed=3) > 25


def test_power_on_a_board_of_twelve_is_what_4096_coalitions_tell() -> None:
    places = [D, *[S] * 7, *[Place(Capacity.UNPAID_CARERS)] * 3, Place(Capacity.ELECTED)]
    rules = [more_than_half(Of.PLACES), TWO_MUST_BE_THERE]
    told = power(rules, Counter(places))
    assert not isinstance(told, NotEnough)
    for place, shares in zip(places, tried_out(rules, places), strict=True):
        (one,) = [each for each in told if place in each.alike.sorts]
        assert (one.shapley, one.banzhaf) == shares


@pytest.mark.drill
def test_power_is_what_trying_every_coalition_of_up_to_twelve_tells() -> None:
    assert compared(150, most=12, seed=8) > 60


CHAIR = Place(Capacity.SERVICES, chair=True)
TWO_AGREE = a_rule(RuleKind.AGREE, who=THE_PEOPLE_IT_IS_ABOUT, bound=AtLeast(2))
UNANIMITY = a_rule(RuleKind.AGREE, who=ALL, bound=ShareOf(Fraction(1)), of=Of.PLACES)
VETO = a_rule(RuleKind.AGREE, who=Who(chair=True), bound=AtLeast(1))
MAJORITY = more_than_half(Of.PLACES)
# places, rules, Shapley-Shubik of the people it is about together, can they block
WORKED: Mapping[str, tuple[Mapping[Place, int], Sequence[Rule], str, bool]] = {
    "2 of 15, simple majority": ({D: 2, S: 13}, [MAJORITY], ".13", False),
    "5 of 15, simple majority": ({D: 5, S: 10}, [MAJORITY], ".33", False),
    "3 of 15, two must agree": ({D: 3, S: 12}, [MAJORITY, TWO_AGREE], ".60", True),
    "3 of 15, unanimity": ({D: 3, S: 12}, [UNANIMITY], ".20", True),
    "8 of 15, simple majority": ({D: 8, S: 7}, [MAJORITY], ".53", True),
    "3 of 15, the chair's veto": ({D: 3, S: 11, CHAIR: 1}, [MAJORITY, VETO], ".10", False),
}


def shapley_of(place: Place, places: Mapping[Place, int], rules: Sequence[Rule]) -> str:
    """Tell the power of all places of a sort, with two decimals."""
    told = power(rules, places)
    assert not isinstance(told, NotEnough)
    (one,) = [each for each in told if place in each.alike.sorts]
    return f"{float(one.shapley * places[place]):.2f}"[1:]


@pytest.mark.parametrize("row", WORKED.values(), ids=WORKED)
def test_the_worked_power_table_holds_row_by_row(
    row: tuple[Mapping[Place, int], Sequence[Rule], str, bool],
) -> None:
    places, rules, shapley, block = row
    assert shapley_of(D, places, rules) == shapley
    assert can_be_decided_without(rules, places, THE_PEOPLE_IT_IS_ABOUT) is not block


def test_the_chair_with_a_veto_has_more_power_than_half() -> None:
    places, rules, *_ = WORKED["3 of 15, the chair's veto"]
    assert shapley_of(CHAIR, places, rules) == ".53"


@pytest.mark.parametrize(
    "rule",
    [
        a_rule(RuleKind.PRESENT, who=ALL, bound=AtMost(3)),
        a_rule(RuleKind.PRESENT, who=ALL, bound=MoreThan(THE_PEOPLE_IT_IS_ABOUT)),
        a_rule(RuleKind.NO_OBJECTION, who=ALL),
        a_rule(RuleKind.CASTING, who=Who(chair=True)),
        more_than_half(Of.VOTING),
        more_than_half(Of.HERE),
    ],
)
def test_a_rule_that_one_more_can_break_has_no_index(rule: Rule) -> None:
    assert not is_monotone([rule])
    assert power([rule], {D: 1, CHAIR: 1}) == NotEnough("not_monotone")


def test_where_nothing_can_be_carried_there_is_no_figure() -> None:
    assert power([TWO_AGREE], {D: 1, S: 5}) == NotEnough("never_carried")


def test_too_many_cases_are_a_reason_and_no_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("withus.core.deciding.sums.MOST_CASES", 0)
    assert power([MAJORITY], {D: 1, S: 5}) == NotEnough("too_many_cases")


def test_the_shares_of_all_places_make_one() -> None:
    for places, rules, *_ in WORKED.values():
        told = power(rules, places)
        assert not isinstance(told, NotEnough)
        assert sum(each.together for each in told) == 1
