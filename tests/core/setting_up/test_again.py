"""Last year's board as a start: its places, names and rules, and nothing that people agreed to."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from tests.core.facts.story import BOARD, DAY, RULES, STORY, an_id, place_made
from tests.core.history.records import history
from withus.core.facts.fact import Fact
from withus.core.facts.joining import PlaceEnded, RulesSet
from withus.core.setting_up.again import Known, begun_from
from withus.core.setting_up.plan import Member, Plan, Sort
from withus.core.words import Capacity, ChosenBy, PaidBy, PlaceKind

LATER = DAY + timedelta(days=365)


def begun(*facts: Fact, rules: list[Any] = RULES) -> Plan:
    """Return a plan begun a year later from the story's board, with more that happened there."""
    told = RulesSet(board=BOARD, rules=rules, from_=DAY, decision=None)
    board = history(*STORY[:4], told, *STORY[5:12], *facts).boards[BOARD]
    known = {an_id("seat 1"): Known("Bo Ott", "Member of Our Say")}
    return begun_from(Plan(me="Jo"), board, known, on=LATER)


def test_places_are_as_they_were_with_whoever_holds_them_to_be_asked_anew() -> None:
    plan = begun()
    assert (plan.me, plan.board, plan.preset) == ("Jo", "Coming Home board", "last_year")
    assert plan.members[0] == Member(
        name="Bo Ott",
        post="Member of Our Say",
        capacity=Capacity.DRAWS_ON_SERVICES,
        tags=frozenset({"patient_member"}),
    )
    assert [each.name for each in plan.members] == ["Bo Ott", "", ""]
    assert [each.chair for each in plan.members] == [False, False, True]
    usual = Sort(PlaceKind.NAMED, ChosenBy.ORGANISATION, PaidBy.NOBODY, date(2028, 3, 31))
    assert plan.sorts[Capacity.DRAWS_ON_SERVICES] == usual


def test_a_place_filled_in_another_way_than_the_first_of_its_capacity_keeps_its_own() -> None:
    plan = begun(place_made("seat 4", Capacity.UNPAID_CARERS, chosen_by=ChosenBy.ROLL))
    carers = [each for each in plan.members if each.capacity is Capacity.UNPAID_CARERS]
    assert carers[0].own is None
    assert carers[1].own and carers[1].own.chosen_by is ChosenBy.ROLL
    assert plan.sort_of(carers[0]).chosen_by is ChosenBy.ORGANISATION


def test_what_has_ended_is_left_out_and_a_vote_that_is_over_stays_over() -> None:
    late = place_made("seat 5", Capacity.SERVICES, vote_until=DAY + timedelta(days=1))
    plan = begun(PlaceEnded(place=an_id("seat 2")), late)
    assert [each.capacity for each in plan.members] == [
        Capacity.DRAWS_ON_SERVICES,
        Capacity.SERVICES,
        Capacity.SERVICES,
    ]
    assert [each.vote for each in plan.members] == [True, True, False]
    assert plan.members[2].vote_until is None


def test_rules_hold_from_now_on_unless_they_begin_later_or_are_over() -> None:
    days = {"over": (DAY, DAY + timedelta(days=9)), "to-come": (LATER + timedelta(days=9), None)}
    more = [
        {**RULES[0], "id": name, "from": first.isoformat(), "until": last and last.isoformat()}
        for name, (first, last) in days.items()
    ]
    vote = {"id": "vote", "kind": "vote_from", "who": "all", "force": "promise", "source": None}
    plan = begun(rules=[*RULES, *more, {**vote, "from": DAY.isoformat()}])
    assert {each.id: each.from_ for each in plan.rules} == {
        "two-present": LATER,
        "to-come": LATER + timedelta(days=9),
        "vote": DAY,
    }
