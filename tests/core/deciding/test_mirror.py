"""The plain mirror: for every kind of motion, on the day that is asked about."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from tests.core.deciding import chances
from tests.core.deciding.test_outcome import OURS, Told, rules
from tests.core.deciding.test_without import STOPPING, D, F, S, tried_out
from withus.core.deciding import mirror as module
from withus.core.deciding.mirror import THOSE_WHO_DRAW, Mirror, decided_without, heads, mirror
from withus.core.deciding.sums import NOBODY, TooManyCases
from withus.core.deciding.voting import MOTIONS
from withus.core.deciding.who import ALL, THE_PEOPLE_IT_IS_ABOUT, Place
from withus.core.findings.finding import NotEnough
from withus.core.words import Capacity, MotionKind

DAY = date(2026, 11, 2)
NONE: frozenset[MotionKind] = frozenset()
MAJORITY: Told = {"kind": "agree", "who": "all", "over": "1/2", "of": "places"}
ABOUT = {"affected": True}


def reflected(told: list[Told], places: dict[Place, int], on: date = DAY) -> Mirror:
    """Return what rules mean."""
    found = mirror(rules(told), places, on=on)
    assert isinstance(found, Mirror)
    return found


def test_a_few_among_many_can_be_outvoted_and_two_who_must_agree_cannot() -> None:
    found = reflected([MAJORITY], {D: 2, S: 12})
    assert (found.members, found.affected, found.draws, found.must_agree) == (14, 2, 2, 2)
    assert (found.possible, found.without_affected, found.if_they_must) == (MOTIONS, MOTIONS, NONE)
    assert reflected(OURS, {D: 3, S: 12}).without_affected == NONE


def test_those_who_draw_on_services_alone_may_be_outvoted_where_carers_are_counted_in() -> None:
    found = reflected([MAJORITY, OURS[2]], {D: 3, F: 5, S: 7})
    assert (found.without_affected, found.without_draws) == (NONE, MOTIONS)


def test_a_rule_for_some_motions_tells_them_apart() -> None:
    found = reflected([MAJORITY, {**OURS[2], "for": ["money", "rules"]}], {D: 3, S: 12})
    assert found.without_affected == MOTIONS - {MotionKind.MONEY, MotionKind.RULES}


def test_only_rules_in_force_on_the_day_count() -> None:
    later: list[Told] = [MAJORITY, {**OURS[2], "from": "2027-01-01", "until": "2028-01-01"}]
    for on, without in (
        (date(2026, 12, 31), MOTIONS),
        (date(2027, 1, 1), NONE),
        (date(2028, 1, 1), MOTIONS),
    ):
        assert reflected(later, {D: 3, S: 12}, on).without_affected == without


def test_who_has_no_vote_yet_is_no_member_yet() -> None:
    told: list[Told] = [MAJORITY, {"kind": "vote_from", "who": ABOUT, "from": "2027-01-01"}]
    found = reflected(told, {D: 9, S: 3})
    assert (found.members, found.affected, found.without_affected) == (3, 0, MOTIONS)
    found = reflected(told, {D: 9, S: 3}, date(2027, 1, 1))
    assert (found.members, found.affected, found.without_affected) == (12, 9, NONE)


def test_rules_that_only_together_cannot_be_met_let_nothing_be_decided() -> None:
    told: list[Told] = [
        {"kind": "present", "who": {"capacity": ["services"]}, "at_most": 3},
        {"kind": "agree", "who": {"capacity": ["services"]}, "at_least": 4},
    ]
    assert reflected(told, {D: 3, S: 12}).possible == NONE


def test_no_rule_is_told_from_a_rule_that_stops_nothing() -> None:
    assert not reflected([], {D: 1, S: 1}).ruled
    shown: Told = {"kind": "made_up", "who": ABOUT, "over": "1/2"}
    assert not reflected([shown], {D: 1, S: 1}).ruled
    assert not reflected([{**MAJORITY, "from": "2030-01-01"}], {D: 1, S: 1}).ruled
    assert reflected([MAJORITY], {D: 1, S: 1}).ruled


def test_nobody_left_out_is_whether_it_can_be_decided_at_all() -> None:
    assert heads({D: 2, S: 3}, NOBODY) == 0 and heads({D: 2, S: 3}, ALL) == 5
    only = rules([{"kind": "agree", "who": ABOUT, "at_least": 3}])
    assert decided_without(only, {D: 2, S: 9}, NOBODY, on=DAY) == NONE


def on_the_day(dice: Random) -> None:
    """Compare what a board can decide with every way tried out, motion by motion."""
    drawn = tuple(chances.rule(dice, n, kinds=STOPPING) for n in range(dice.randint(0, 4)))
    places, day = chances.places(dice, 5), date(2026, 1, 1 + dice.randrange(28))
    told = decided_without(drawn, counted(places),
                           THE_PEOPLE_IT_IS_ABOUT, on=day)  # fmt: skip
    assert told <= decided_without(drawn, counted(places), THOSE_WHO_DRAW, on=day)
    assert told <= decided_without(drawn, counted(places), NOBODY, on=day)
    for motion in MotionKind:
        bound = [
            rule
            for rule in drawn
            if rule.holds_on(day) and (rule.motions is None or motion in rule.motions)
        ]
        assert (motion in told) == tried_out(bound, places, THE_PEOPLE_IT_IS_ABOUT)


def counted(places: list[Place]) -> dict[Place, int]:
    """Count places of each sort."""
    return {place: places.count(place) for place in places}


def test_the_mirror_is_what_trying_out_tells_motion_by_motion() -> None:
    dice = chances.seeded(5)
    for _ in range(60):
        on_the_day(dice)


def test_what_cannot_be_counted_through_is_said_and_not_guessed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*told: object) -> None:
        raise TooManyCases("too_many_cases")

    monkeypatch.setattr(module, "can_be_decided_without", refuse)
    told = rules([{**MAJORITY, "over": "3/7"}])
    places = {Place(Capacity.COMMUNITY): 77}
    assert mirror(told, places, on=DAY) == NotEnough("too_many_cases")
