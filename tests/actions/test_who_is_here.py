"""Who is in a room and counts: deputies, what another entered, and who of the asked for lacks."""

from __future__ import annotations

import pytest

from tests.a_meeting import BOARD, MOST, ORIGIN, TWO_IN_THE_ROOM, Here, a_board
from tests.core.facts.story import an_id
from tests.kept import a_record
from withus.core.deciding.room import answer
from withus.core.facts.joining import DeputyNamed
from withus.core.facts.keeping import EntryConfirmed
from withus.core.facts.meeting import PresenceNoted
from withus.core.history.state import Board, Meeting
from withus.core.meeting.room import InPlace, lacking, places_in
from withus.core.meeting.standing import here as in_it
from withus.core.words import Capacity, ConfirmedHow, Way
from withus.stores.people.identity import add_person
from withus.stores.record.read import find_log
from withus.stores.record.states import board_state, meeting_state

pytestmark = a_record


@pytest.fixture
def cast(db: None) -> Here:
    """A board, with those who sit on it."""
    return a_board()


def states(meeting: str) -> tuple[Board, Meeting]:
    log = find_log(ORIGIN)
    return board_state(log, BOARD), meeting_state(log, meeting)


def seat(meeting: str, name: str) -> InPlace:
    found = {one.holding: one for one in places_in(*states(meeting))}
    return found[an_id(f"{name} sits")]


def begun(cast: Here) -> str:
    meeting = cast.call()
    cast.open(meeting)
    return meeting


def test_whoever_came_is_here_and_whoever_left_is_not(cast: Here) -> None:
    meeting = begun(cast)
    assert not seat(meeting, "Bo").here
    cast.comes(meeting, "Bo")
    assert (seat(meeting, "Bo").here, seat(meeting, "Bo").counts) == (True, True)
    cast.comes(meeting, "Bo", came=False)
    assert not seat(meeting, "Bo").here


def test_a_vacant_place_is_empty(cast: Here) -> None:
    assert InPlace(seat(cast.call(), "Bo").place).holding == an_id("Bo sits")
    assert not InPlace(seat(cast.call(), "Bo").place).here


@pytest.mark.parametrize("right", [True, False])
def test_who_was_typed_in_is_unsure_until_a_word_and_counts_not_where_it_is_no(
    cast: Here, right: bool
) -> None:
    meeting = begun(cast)
    cast.comes(meeting, "Bo", typed_by="Fay")
    one = seat(meeting, "Bo")
    assert (one.here, one.counts, one.unsure) == (True, True, True)
    entry = one.noted[-1].entry
    said = EntryConfirmed(entry=entry, how=ConfirmedHow.SECOND_PERSON, right=right)
    cast.act(said, by="Di")
    one = seat(meeting, "Bo")
    assert (one.here, one.counts, one.unsure) == (True, right, False)


@pytest.mark.parametrize("capacity", [Capacity.DRAWS_ON_SERVICES, Capacity.SERVICES])
def test_a_deputy_counts_in_the_capacity_of_the_place(cast: Here, capacity: Capacity) -> None:
    meeting, deputy = begun(cast), an_id("Dee")
    named = DeputyNamed(
        deputy=deputy,
        place=an_id("Bo's place"),
        capacity=capacity,
        meeting=None,
        person=add_person(ORIGIN, "Dee").person,
    )
    noted = PresenceNoted(
        meeting=meeting,
        holding=an_id("Bo sits"),
        deputy=deputy,
        came=True,
        way=Way.ROOM,
        self_entered=True,
    )
    cast.act(named, noted, by="Bo")
    one = seat(meeting, "Bo")
    assert one.here
    assert one.counts is (capacity is Capacity.DRAWS_ON_SERVICES)
    assert one.deputy is not None


def test_those_lack_whom_an_unmet_rule_asks_for_and_nobody_once_it_is_met(cast: Here) -> None:
    meeting = cast.call()
    motion = cast.motion(cast.item(meeting))
    cast.open(meeting)
    cast.comes(meeting, "Bo", "Cy")

    def lacks() -> frozenset[str]:
        board, state = states(meeting)
        put = state.motions[motion]
        return lacking(answer(board, state, put, (), on=cast.now.date()).if_all_say)

    assert TWO_IN_THE_ROOM["who"] == {"capacity": ["draws_on_services"]}
    assert MOST["kind"] == "agree", "of which nobody lacks in the room"
    assert lacks() == {an_id("Di's place")}
    cast.comes(meeting, "Di")
    assert lacks() == frozenset()
    assert len(in_it(states(meeting)[1])) == 3
