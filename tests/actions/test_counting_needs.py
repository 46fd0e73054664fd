"""The daily work counts the needs of a quarter, once it is over, and tells of nobody."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.a_meeting import ORIGIN, STARTS, Here, a_board
from tests.kept import a_record
from withus.actions.counting_needs import count_needs
from withus.actions.joining import add_to_partnership
from withus.core.facts import meeting as m
from withus.core.facts.supporting import NeedsCounted
from withus.core.meeting.needs import NeedAnswer, NeedCode
from withus.stores.meeting import needs
from withus.stores.record.models import Leaf
from withus.stores.record.read import find_log
from withus.stores.record.states import partnership_state

pytestmark = a_record
AFTER = datetime(2027, 1, 20, 4, 0, tzinfo=UTC)


@pytest.fixture
def here(db: None) -> Here:
    """A board that has met, and twelve people who said what they need."""
    found = a_board()
    for number in range(12):
        name = f"somebody {number}"
        found.people[name] = add_to_partnership(record=ORIGIN, name=name)
        wanted = needs.Needed(frozenset({NeedCode.BSL.value}))
        needs.keep(ORIGIN, found.people[name], wanted)
    return found


def meet(here: Here, met: int, not_met: int = 0, *, hold: bool = True) -> str:
    """Hold a meeting at which what some needed was there, and what others did was not."""
    meeting = here.call()
    people = [here.people[f"somebody {number}"] for number in range(met + not_met)]
    for number, person in enumerate(people):
        answer = NeedAnswer.MET if number < met else NeedAnswer.NOT_MET
        needs.note(ORIGIN, meeting, person, answer)
    if hold:
        here.open(meeting)
        here.act(m.MeetingClosed(meeting=meeting), by="Cy")
    return meeting


def told() -> list[NeedsCounted]:
    """Return what the record has of it."""
    return [each.fact for each in partnership_state(find_log(ORIGIN)).needs]


def test_the_needs_of_a_quarter_are_entered_once_without_an_actor_and_by_the_day(
    here: Here,
) -> None:
    meet(here, met=11)
    assert count_needs(now=STARTS + timedelta(days=1)) == 0  # it goes on still
    assert count_needs(now=AFTER) == 1
    assert told() == [NeedsCounted(quarter="2026-q4", asked=10, met=10)]
    leaf = bytes(Leaf.objects.get(log=find_log(ORIGIN), index=find_log(ORIGIN).size - 1).content)
    assert b'"at":"2027-01-20"' in leaf
    assert b'"by":null' in leaf
    assert count_needs(now=AFTER + timedelta(days=1)) == 0
    assert len(told()) == 1


def test_of_too_few_and_of_what_was_not_held_nothing_is_entered(here: Here) -> None:
    meet(here, met=5, not_met=2)
    meet(here, met=12, hold=False)
    size = find_log(ORIGIN).size
    assert count_needs(now=AFTER) == 0
    assert find_log(ORIGIN).size == size


def test_for_how_many_it_was_there_is_left_out_where_few_were_left_without(here: Here) -> None:
    meet(here, met=11, not_met=1)
    assert count_needs(now=AFTER) == 1
    assert told() == [NeedsCounted(quarter="2026-q4", asked=10, met=None)]
