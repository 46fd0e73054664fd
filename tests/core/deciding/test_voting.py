"""Which places of a board have a vote on a day."""

from __future__ import annotations

from datetime import date, timedelta

from tests.core.deciding.test_outcome import Told, rules
from tests.core.deciding.test_without import D, S
from tests.core.facts.story import BOARD, DAY, STORY, an_id, place_made
from tests.core.history.records import history
from withus.core.deciding.voting import (
    MOTIONS,
    binding,
    days_of_change,
    places_on,
    told_apart_by,
    with_a_vote,
)
from withus.core.facts.fact import Fact
from withus.core.facts.joining import PlaceEnded
from withus.core.history.state import Board
from withus.core.words import Capacity, MotionKind, PlaceKind

LATER = DAY + timedelta(days=30)


def board(*more: Fact, size: int = 11) -> Board:
    """Return the board of the story after its first mandate, and more."""
    return history(*STORY[:size], *more).boards[BOARD]


def test_places_in_being_are_told_by_what_they_are_vacant_ones_too() -> None:
    found = places_on(board(), on=DAY)
    told = {(each.capacity, each.chair, each.mandated): count for each, count in found.items()}
    assert told == {
        (Capacity.DRAWS_ON_SERVICES, False, True): 1,
        (Capacity.UNPAID_CARERS, False, False): 1,  # vacant
        (Capacity.SERVICES, True, False): 1,
    }
    (first,) = [each for each in found if each.mandated]
    assert first.tags == {"patient_member"} and first.kind is PlaceKind.NAMED


def test_a_mandate_counts_only_while_it_is_in_force() -> None:
    assert not any(each.mandated for each in places_on(board(size=10), on=DAY))
    assert not any(each.mandated for each in places_on(board(), on=date(2028, 3, 31)))


def test_a_place_votes_from_its_first_day_and_not_on_its_last() -> None:
    end, a_day = LATER + timedelta(days=9), timedelta(days=1)
    dated = place_made("new", Capacity.ELECTED, vote_from=LATER, vote_until=end)
    days = [LATER - a_day, LATER, end - a_day, end]
    assert [places_on(board(dated), on=day).total() - 3 for day in days] == [0, 1, 1, 0]
    assert days_of_change((), board(dated), after=DAY) == [
        LATER,
        end,
        date(2028, 3, 31),  # when the mandate ends
    ]


def test_whom_a_rule_gives_a_vote_votes_from_its_day_until_its_end() -> None:
    told: list[Told] = [
        {
            "kind": "vote_from",
            "who": {"affected": True},
            "from": "2026-12-02",
            "until": "2027-12-02",
        }
    ]
    for day, votes in ((DAY, 0), (LATER, 2), (date(2027, 12, 2), 0)):
        assert with_a_vote(rules(told), {D: 2, S: 3}, on=day)[D] == votes
        assert with_a_vote(rules(told), {D: 2, S: 3}, on=day)[S] == 3
    assert days_of_change(rules(told), board(size=4), after=DAY) == [
        date(2026, 12, 2),
        date(2027, 12, 2),
    ]


def test_motions_that_no_rule_tells_apart_are_asked_about_once() -> None:
    everyday: Told = {"kind": "agree", "who": "all", "at_least": 2}
    told = rules(
        [everyday, {**everyday, "for": ["money"]}, {**everyday, "for": ["money", "rules"]}]
    )
    groups = {motions: len(bound) for motions, bound in told_apart_by(told)}
    money, of_rules = frozenset({MotionKind.MONEY}), frozenset({MotionKind.RULES})
    assert groups == {money: 3, of_rules: 2, MOTIONS - money - of_rules: 1}
    assert [rule.id for rule in binding(told, MotionKind.RULES)] == ["1", "3"]


def test_a_place_that_ended_has_no_vote() -> None:
    ended = PlaceEnded(place=an_id("seat 2"))
    assert [places_on(board(*more), on=DAY).total() for more in ((), (ended,))] == [3, 2]
