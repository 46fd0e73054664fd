"""When a meeting is, how far it has come, who is there, and what is on its agenda."""

from __future__ import annotations

import pytest

from tests.core.facts.story import an_id
from tests.core.meeting import a_room as at
from tests.core.meeting.a_record import sits
from tests.core.meeting.a_room import ITEM, MEETING, STAGES, come, noted, room
from withus.core.history.state import Meeting
from withus.core.meeting.standing import agenda, here, stage, were_here, when
from withus.core.words import Placed, Way


def test_a_meeting_is_when_it_was_moved_to_last() -> None:
    record = room("called")
    called = when(record.meeting(MEETING))
    moved = at.moved(record)
    entry = record.say(moved, by="Fay")
    found = when(record.meeting(MEETING))
    assert (found.starts, found.ways, found.entry) == (moved.starts, frozenset({Way.ROOM}), entry)
    assert called.starts < found.starts
    with pytest.raises(ValueError, match="never called"):
        when(Meeting())


@pytest.mark.parametrize("name", STAGES)
def test_it_has_come_as_far_as_it_has(name: str) -> None:
    assert stage(room(name).meeting(MEETING)).value == name


def test_whoever_left_was_here_and_is_so_no_more() -> None:
    record = room()
    come(record, "Bo", "Di")
    come(record, "Bo", came=False)
    record.say(noted("Di", way=Way.LINK), by="Di")
    state = record.meeting(MEETING)
    assert set(here(state)) == {sits("Cy"), sits("Di")}
    assert here(state)[sits("Di")].fact.way is Way.LINK
    assert were_here(state) == {sits("Bo"), sits("Cy"), sits("Di")}


def test_the_agenda_is_in_its_order_without_what_was_refused_or_not_placed() -> None:
    record = room("called")
    for number, outcome in enumerate((Placed.ON, Placed.REFUSED, Placed.ON, None)):
        name = an_id(f"item {number}")
        record.say(at.asked(item=name), by="Bo")
        if outcome:
            told = at.placed(item=name, outcome=outcome, order=number % 2, reason="Not ours.")
            record.say(told, by="Fay")
    found = [name for name, _ in agenda(record.meeting(MEETING))]
    assert found == [an_id("item 0"), an_id("item 2"), ITEM]  # the first two are both number 0
