"""May this board decide now: the rows of the rules that need a roll-call, and what they omit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.core.deciding.test_outcome import MOST_VOTE
from withus.core.deciding.decide import Decision, Objection, Seat, decide
from withus.core.deciding.in_a_file import usual
from withus.core.deciding.reading import read_rules
from withus.core.deciding.rule import Force, Rule
from withus.core.deciding.who import Place
from withus.core.words import Capacity, Outcome, Position

AGREE, AGAINST, ASIDE = Position.AGREE, Position.DISAGREE, Position.ASIDE
PERSON, OFFICER = Place(Capacity.DRAWS_ON_SERVICES), Place(Capacity.SERVICES)
Told = dict[str, object]
D = {"capacity": ["draws_on_services"]}
TWO_AGREE: Told = {"kind": "agree", "who": D, "at_least": 2, "before": True, "late": 5}
MOST: Told = {"kind": "agree", "who": "all", "over": "1/2", "of": "places"}
TWO_HERE: Told = {"kind": "present", "who": D, "at_least": 2}
NOBODY_AGAINST: Told = {"kind": "no_objection", "who": "all"}
OURS: list[Told] = [TWO_HERE, MOST, TWO_AGREE]
BLANK = Seat("", PERSON)
YES, NO = replace(BLANK, took=AGREE), replace(BLANK, took=AGAINST)
RECUSED = replace(BLANK, recused=True)
BY_PHONE = replace(YES, unconfirmed=True)
BEFORE, LATER = replace(BLANK, said=AGREE), replace(BLANK, assented=5)
AFTER = replace(BLANK, assented=6)


def rules(*told: Told) -> tuple[Rule, ...]:
    """Read rules as a file has them."""
    return read_rules([usual(dict(each), number) for number, each in enumerate(told, 1)])


def ours(people: list[Seat], others: int, *, elapsed: int = 0) -> Decision:
    """Decide on a board of 15 places, three of them of people it is about."""
    told = [replace(BLANK, place=OFFICER, took=AGREE if n < others else None) for n in range(12)]
    return decide(rules(*OURS), numbered([*people, *told]), elapsed=elapsed)


def numbered(seats: list[Seat]) -> list[Seat]:
    """Give each seat a name of its own."""
    return [replace(seat, ref=f"seat {number}") for number, seat in enumerate(seats, 1)]


@pytest.mark.parametrize(
    ("people", "others", "comes_of_it"),
    [
        ([YES, YES, BLANK], 6, Outcome.CARRIED),
        ([YES, YES, BLANK], 5, Outcome.NOT_CARRIED),
        ([YES, NO, BEFORE], 9, Outcome.CARRIED),
        ([YES, NO, BLANK], 9, Outcome.WAITING),
        ([YES, BEFORE, BLANK], 9, Outcome.MAY_NOT),
        ([YES, BY_PHONE, BLANK], 6, Outcome.UNSETTLED),
        ([YES, YES, RECUSED], 6, Outcome.CARRIED),
        ([YES, RECUSED, RECUSED], 6, Outcome.MAY_NOT),
        ([NO, NO, NO], 12, Outcome.NOT_CARRIED),
    ],
)
def test_the_rows_of_ours(people: list[Seat], others: int, comes_of_it: Outcome) -> None:
    assert ours(people, others).outcome is comes_of_it


@pytest.mark.parametrize(
    ("third", "elapsed", "comes_of_it"),
    [
        (BLANK, 5, Outcome.WAITING),
        (BLANK, 6, Outcome.LAPSED),
        (LATER, 5, Outcome.CARRIED),
        (LATER, 6, Outcome.CARRIED),
        (AFTER, 6, Outcome.NOT_CARRIED),
        (replace(BLANK, said=AGAINST), 0, Outcome.NOT_CARRIED),
        (replace(BLANK, held=False), 0, Outcome.NOT_CARRIED),
    ],
)
def test_a_decision_waits_for_those_who_were_away_as_long_as_it_may(
    third: Seat, elapsed: int, comes_of_it: Outcome
) -> None:
    assert ours([YES, NO, third], 9, elapsed=elapsed).outcome is comes_of_it


def test_whoever_is_waited_for_is_named_with_the_days_and_the_rule() -> None:
    found = ours([YES, NO, BLANK], 9)
    assert found.waiting_for == ("seat 3",)
    assert found.days == 5
    assert [rule.bound for rule in found.unmet] == [rules(*OURS)[2].bound]


def test_waiting_helps_nobody_where_a_rule_without_late_assent_is_unmet_too() -> None:
    assert ours([YES, NO, BLANK], 6).outcome is Outcome.NOT_CARRIED


def test_whoever_is_recused_leaves_every_share_and_every_count() -> None:
    half = rules({**MOST, "of": "places"})
    assert decide(half, numbered([YES, BLANK])).outcome is Outcome.NOT_CARRIED
    assert decide(half, numbered([YES, RECUSED])).outcome is Outcome.CARRIED
    agreeing = replace(YES, recused=True)
    assert decide(rules(TWO_HERE), numbered([YES, agreeing])).outcome is Outcome.MAY_NOT


def test_an_objection_nobody_has_answered_stops_every_decision() -> None:
    found = ours([YES, YES, replace(YES, objection=Objection.OPEN)], 12)
    assert (found.outcome, found.to_answer) == (Outcome.MAY_NOT, ("seat 3",))


@pytest.mark.parametrize(
    ("told", "comes_of_it"),
    [([MOST_VOTE], Outcome.CARRIED), ([MOST_VOTE, NOBODY_AGAINST], Outcome.NOT_CARRIED)],
)
def test_an_objection_that_was_kept_stops_only_what_asks_for_none(
    told: list[Told], comes_of_it: Outcome
) -> None:
    seats = numbered([YES, YES, replace(NO, objection=Objection.KEPT)])
    assert decide(rules(*told), seats).outcome is comes_of_it


def test_what_was_said_in_the_room_replaces_what_was_said_before() -> None:
    told = rules({**TWO_AGREE, "late": 0})
    assert decide(told, numbered([YES, replace(NO, said=AGREE)])).outcome is Outcome.NOT_CARRIED
    assert decide(told, numbered([YES, replace(BLANK, said=AGREE)])).outcome is Outcome.CARRIED


def test_what_was_said_before_counts_only_where_a_rule_takes_it() -> None:
    told = rules({"kind": "agree", "who": D, "at_least": 2, "before": False, "late": 0})
    assert decide(told, numbered([YES, BEFORE])).outcome is Outcome.NOT_CARRIED


def test_a_position_that_counts_does_so_on_both_sides_of_a_share() -> None:
    told = rules({"kind": "agree", "who": "all", "share": "1/2", "of": "voting", "before": True})
    against = replace(BLANK, said=AGAINST)
    assert decide(told, numbered([YES, against])).outcome is Outcome.CARRIED
    assert decide(told, numbered([YES, against, against])).outcome is Outcome.NOT_CARRIED


def test_what_makes_no_difference_is_not_waited_for() -> None:
    assert ours([YES, YES, BY_PHONE], 12).outcome is Outcome.CARRIED


def test_whoever_must_confirm_is_named_and_the_rule_that_hangs_on_it() -> None:
    found = ours([YES, BY_PHONE, BLANK], 6)
    assert found.to_confirm == ("seat 2",)
    assert [rule.kind for rule in found.unmet] == [rules(*OURS)[0].kind]


def test_the_strongest_force_speaks() -> None:
    law: Told = {**TWO_HERE, "force": "law", "source": "Our order", "from": "2026-01-01"}
    found = decide(rules({**TWO_HERE, "at_least": 1}, law), numbered([BLANK]))
    assert len(found.unmet) == 2
    assert found.force is Force.LAW
    assert decide(rules(MOST_VOTE), numbered([YES])).force is None


def test_without_a_rule_that_asks_for_agreement_it_is_advice() -> None:
    assert decide(rules(TWO_HERE), numbered([YES, NO])).outcome is Outcome.ADVISED


def test_a_stander_aside_is_here_and_votes_for_nothing() -> None:
    aside = replace(BLANK, took=ASIDE)
    assert decide(rules(TWO_HERE, MOST_VOTE), numbered([YES, aside])).outcome is Outcome.CARRIED
