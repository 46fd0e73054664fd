from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.core.facts.story import A_MEETING, BOARD, EVERY, STORY, an_id, leaves
from withus.core.facts import joining as f
from withus.core.facts.deciding import DecisionTaken
from withus.core.facts.encoding import decode
from withus.core.facts.fact import Fact
from withus.core.history.figures import figures
from withus.core.history.fold import replay
from withus.core.proofs.canonical import canonical
from withus.core.words import Outcome


def figures_of(story: tuple[Fact, ...]) -> Any:
    """Return the figures of a story."""
    return figures(replay(decode(leaf, index=n) for n, (leaf, _) in enumerate(leaves(story))))


def test_a_record_without_entries_has_figures_too() -> None:
    told = figures_of(())
    assert (told["size"], told["entries"], told["boards"]) == (0, {}, {})
    assert told["partnership"]["name"] is None


def test_places_are_counted_by_capacity_held_and_vacant() -> None:
    board = figures_of(STORY[:13])["boards"][BOARD]
    in_being = {name: count for name, count in board["places"].items() if count}
    held = {name: count for name, count in board["held"].items() if count}
    assert in_being == {"draws_on_services": 1, "unpaid_carers": 1, "services": 1}
    assert held == {"draws_on_services": 1, "services": 1}
    assert (board["vacant"], board["mandates"], board["rules"], board["open"]) == (1, 1, 1, True)


def test_what_has_ended_is_counted_no_more() -> None:
    told = figures_of(STORY)
    board = told["boards"][BOARD]
    assert sum(board["places"].values()) == 2
    assert (board["vacant"], board["mandates"], board["open"]) == (1, 0, False)
    assert told["partnership"]["open"] is False
    assert told["partnership"]["erasures"] == 1
    assert told["partnership"]["organisations"]["council"] == 1


def test_every_entry_is_counted_by_its_type() -> None:
    told = figures_of(STORY)
    assert sum(told["entries"].values()) == told["size"] == len(STORY)
    assert told["entries"]["place.made.v1"] == 3


@pytest.mark.parametrize(
    ("from_", "until", "count"),
    [
        (date(2026, 11, 2), None, 1),
        (date(2026, 11, 2), date(2026, 11, 3), 1),
        (date(2026, 11, 1), date(2026, 11, 2), 0),
        (date(2026, 11, 3), None, 0),
    ],
)
def test_a_mandate_is_in_force_from_its_first_day_and_not_on_its_last(
    from_: date, until: date | None, count: int
) -> None:
    granted = STORY[10]
    assert isinstance(granted, f.MandateGranted)
    story = (*STORY[:10], replace(granted, from_=from_, until=until))
    assert figures_of(story)["boards"][BOARD]["mandates"] == count


@pytest.mark.parametrize(
    ("rules", "count"),
    [
        ([], 0),
        ([{"from": "2026-11-02", "until": None}, {"from": "2026-11-03", "until": None}], 1),
        ([{"from": "2026-11-01", "until": "2026-11-02"}], 0),
        ([{}, "anything", 7], 3),
    ],
)
def test_rules_are_counted_on_the_day_of_the_last_entry(rules: list[Any], count: int) -> None:
    given = STORY[4]
    assert isinstance(given, f.RulesSet)
    story = (*STORY[:4], replace(given, rules=rules))
    assert figures_of(story)["boards"][BOARD]["rules"] == count


def test_rules_whose_day_has_not_come_leave_those_before_in_force() -> None:
    given = STORY[4]
    assert isinstance(given, f.RulesSet)
    later = replace(given, rules=[], from_=date(2027, 1, 1))
    assert figures_of((*STORY[:5], later))["boards"][BOARD]["rules"] == 1


def test_figures_can_be_written_exactly() -> None:
    assert canonical(figures_of(STORY))


def test_meetings_and_decisions_are_counted_by_what_came_of_them() -> None:
    told = figures_of(EVERY)["boards"][BOARD]
    assert told["meetings"] == {"called": 2, "cancelled": 1, "held": 1, "items": 1, "pauses": 1}
    counted = {name: count for name, count in told["decisions"].items() if count}
    assert counted == {"carried": 1, "exceptions": 1, "objections": 1, "outside": 1}


def test_a_board_that_was_never_called_to_meet_has_the_figures_it_always_had() -> None:
    assert not {"meetings", "decisions"} & figures_of(STORY)["boards"][BOARD].keys()


def test_a_decision_whose_place_another_took_is_not_counted() -> None:
    (taken,) = (fact for fact in A_MEETING if isinstance(fact, DecisionTaken))
    again = replace(taken, decision=an_id("decision 2"), outcome=Outcome.NOT_CARRIED)
    told = figures_of((*EVERY, again))["boards"][BOARD]["decisions"]
    assert (told["carried"], told["not_carried"]) == (0, 1)
