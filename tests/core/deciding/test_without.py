"""Can it be decided without them? The count is what trying out every way would tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import product
from random import Random

import pytest

from tests.core.deciding import chances
from withus.core.deciding.outcome import Stance, outcome
from withus.core.deciding.rule import AtLeast, Force, Of, Over, Rule, RuleKind
from withus.core.deciding.sums import Asked, TooManyCases, check_cases
from withus.core.deciding.who import ALL, THE_PEOPLE_IT_IS_ABOUT, Place, Who
from withus.core.deciding.without import can_be_decided_without, worth_trying
from withus.core.words import Capacity, Outcome, Position

STOPPING = (
    *(RuleKind.PRESENT, RuleKind.AGREE, RuleKind.AGREE),
    *(RuleKind.NO_OBJECTION, RuleKind.CASTING),
)
THOSE_WHO_DRAW = Who(capacity=frozenset({Capacity.DRAWS_ON_SERVICES}))


def a_board(dice: Random) -> tuple[list[Rule], list[Place], Who]:
    """Draw rules, at most seven places, and whom to leave out."""
    rules = [chances.rule(dice, n, kinds=STOPPING) for n in range(dice.randint(0, 4))]
    for number, rule in enumerate(rules):
        if isinstance(rule.bound, AtLeast):
            rules[number] = replace(rule, bound=AtLeast(dice.randint(1, 4)))
        if rule.kind is RuleKind.CASTING:
            rules[number] = replace(rule, who=Who(chair=True))
        if dice.random() < 0.5:
            rules[number] = replace(rules[number], who=dice.choice([ALL, THE_PEOPLE_IT_IS_ABOUT]))
    them = dice.choice([THE_PEOPLE_IT_IS_ABOUT, THOSE_WHO_DRAW, chances.who(dice)])
    return rules, chances.places(dice, 7), them


def ways(places: Sequence[Place], them: Who) -> Iterator[tuple[Stance, ...]]:
    """Yield every way in which each may agree, be against (and object), or be away."""
    agree, against = (Position.AGREE, False), (Position.DISAGREE, True)
    choices = []
    for place in places:
        open_to = [(None, False), against] + ([] if them.includes(place) else [agree])
        choices.append([Stance(place, *each) for each in open_to])
    yield from product(*choices)


def tried_out(rules: Sequence[Rule], places: Sequence[Place], them: Who) -> bool:
    """Tell by trying every way whether the others can decide."""
    done = (Outcome.CARRIED, Outcome.ADVISED)
    return any(outcome(rules, each) in done for each in ways(places, them))


def compared(boards: int, *, seed: int) -> Counter[bool]:
    """Compare on so many boards, and tell how often the answer was yes and no."""
    dice, found = chances.seeded(seed), Counter[bool]()
    for _ in range(boards):
        rules, places, them = a_board(dice)
        told = can_be_decided_without(rules, Counter(places), them)
        assert told == tried_out(rules, places, them), (rules, places, them)
        found[told] += 1
    return found


def test_the_count_tells_what_trying_out_every_way_tells() -> None:
    found = compared(300, seed=2026)
    assert min(found[True], found[False]) > 60


@pytest.mark.drill
def test_the_count_tells_what_trying_out_tells_on_ten_thousand_boards() -> None:
    found = compared(10_000, seed=9)
    assert min(found[True], found[False]) > 2_000


def test_a_planted_wrong_count_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = "withus.core.deciding.without.worth_trying"
    monkeypatch.setattr(whole, lambda *told: told[-1:])
    with pytest.raises(AssertionError):
        compared(300, seed=2026)


def test_the_order_of_rules_and_places_is_nothing() -> None:
    dice = chances.seeded(4)
    for _ in range(100):
        rules, places, them = a_board(dice)
        told = can_be_decided_without(rules, Counter(places), them)
        casting = [each for each in rules if each.kind is RuleKind.CASTING]
        rest = [each for each in reversed(rules) if each.kind is not RuleKind.CASTING]
        assert can_be_decided_without([*rest, *casting], Counter(places[::-1]), them) == told


def a_rule(kind: RuleKind, **fields: object) -> Rule:
    """Return a promise of a kind."""
    return Rule(id="rule", kind=kind, force=Force.PROMISE, **fields)  # type: ignore[arg-type]


D, F, S = (
    Place(each) for each in (Capacity.DRAWS_ON_SERVICES, Capacity.UNPAID_CARERS, Capacity.SERVICES)
)
TWO_MUST_BE_THERE = a_rule(RuleKind.PRESENT, who=THE_PEOPLE_IT_IS_ABOUT, bound=AtLeast(2))


def more_than_half(of: Of) -> Rule:
    """Return the rule of a simple majority."""
    return a_rule(RuleKind.AGREE, who=ALL, bound=Over(Fraction(1, 2)), of=of)


def test_presence_alone_never_protects_those_who_can_be_outvoted() -> None:
    places = Counter({D: 2, S: 9})
    rules = [TWO_MUST_BE_THERE, more_than_half(Of.VOTING)]
    assert can_be_decided_without(rules, places, THE_PEOPLE_IT_IS_ABOUT)


def test_a_majority_of_those_voting_decides_without_eight_who_stay_away() -> None:
    quorum = a_rule(RuleKind.PRESENT, who=ALL, bound=AtLeast(4))
    places = Counter({D: 8, S: 7})
    for of, without in ((Of.VOTING, True), (Of.PLACES, False)):
        told = can_be_decided_without([quorum, more_than_half(of)], places, THE_PEOPLE_IT_IS_ABOUT)
        assert told is without


def test_whoever_is_against_objects_where_nobody_may() -> None:
    consent = a_rule(RuleKind.NO_OBJECTION, who=ALL)
    assert can_be_decided_without([consent], Counter({D: 1, S: 1}), THE_PEOPLE_IT_IS_ABOUT)
    there = a_rule(RuleKind.PRESENT, who=THE_PEOPLE_IT_IS_ABOUT, bound=AtLeast(1))
    assert not can_be_decided_without(
        [consent, there], Counter({D: 1, S: 1}), THE_PEOPLE_IT_IS_ABOUT
    )


def test_a_casting_vote_decides_a_tie_where_one_place_casts_and_is_not_left_out() -> None:
    chair, other = Place(Capacity.SERVICES, chair=True), Place(Capacity.ELECTED, chair=True)
    everybody = a_rule(RuleKind.PRESENT, who=ALL, bound=AtLeast(2))
    rules = [everybody, more_than_half(Of.HERE), a_rule(RuleKind.CASTING, who=Who(chair=True))]
    assert can_be_decided_without(rules, Counter({D: 1, chair: 1}), THE_PEOPLE_IT_IS_ABOUT)
    assert not can_be_decided_without(rules[:2], Counter({D: 1, chair: 1}), THE_PEOPLE_IT_IS_ABOUT)
    two = Counter({D: 2, chair: 1, other: 1})
    everybody = replace(everybody, bound=AtLeast(4))
    assert not can_be_decided_without([everybody, *rules[1:]], two, THE_PEOPLE_IT_IS_ABOUT)
    services = Who(capacity=frozenset({Capacity.SERVICES}))
    assert not can_be_decided_without(rules, Counter({D: 1, chair: 1}), services)


def test_only_numbers_that_could_matter_are_tried() -> None:
    asked = [Asked((1, -1, 1, 0), 0), Asked((0, 0, -1, 0), 0)]
    tried = [list(worth_trying(asked, at, 2)) for at in range(4)]
    assert tried == [[2], [0], [0, 1, 2], [2]]


def test_too_many_cases_are_refused_rather_than_waited_for() -> None:
    check_cases(range(500_000))
    with pytest.raises(TooManyCases):
        check_cases(range(500_001))
