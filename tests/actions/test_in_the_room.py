"""In the room: each act is whole or not at all, whichever door it comes by."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.a_meeting import ORIGIN, STARTS, Here, a_board
from tests.core.facts.story import an_id
from tests.kept import a_record
from withus.actions import going_on, in_the_room
from withus.actions.in_the_room import AtMeeting, Comes, Interest
from withus.actions.joining import enter
from withus.actions.settling import forget_positions
from withus.core.deciding.room import Standpoint
from withus.core.errors import Refusal
from withus.core.facts.meeting import ItemPaused, MeetingClosed, PresenceNoted
from withus.core.meeting.standing import here
from withus.core.rules.situation import NotAllowed
from withus.core.words import Position, Way
from withus.stores.deciding import positions
from withus.stores.deciding.models import PositionRow
from withus.stores.meeting.live import Live, change, is_stopped, live
from withus.stores.meeting.models import LiveRow, TurnRow
from withus.stores.record.append import Actor
from withus.stores.record.read import find_log
from withus.stores.record.states import meeting_state

pytestmark = a_record


@pytest.fixture
def cast(db: None) -> Here:
    """A board, with those who sit on it."""
    return a_board()


@pytest.fixture
def meeting(cast: Here) -> str:
    """A meeting under way, with Bo, Cy and Di in the room."""
    found = cast.call()
    cast.open(found)
    cast.comes(found, "Bo", "Cy", "Di")
    return found


def at(cast: Here, meeting: str, by: str) -> AtMeeting:
    cast.now += timedelta(minutes=1)
    return AtMeeting(ORIGIN, meeting, cast.people[by], cast.now)


def sits(name: str) -> str:
    return an_id(f"{name} sits")


def stand(meeting: str, name: str) -> None:
    """Let somebody say where they stand on something."""
    came = here(meeting_state(find_log(ORIGIN), meeting))[sits(name)].entry
    point = Standpoint(sits(name), Position.AGREE, came, self_entered=True)
    positions.keep(ORIGIN, meeting, an_id("a motion"), point)


def standing() -> set[str]:
    return set(PositionRow.objects.values_list("holding", flat=True))


def test_whoever_leaves_takes_back_where_they_stood_and_nobody_else_does(
    cast: Here, meeting: str
) -> None:
    stand(meeting, "Bo")
    stand(meeting, "Di")
    in_the_room.leave(at(cast, meeting, "Bo"), sits("Bo"))
    assert standing() == {sits("Di")}
    in_the_room.type_leave(at(cast, meeting, "Fay"), sits("Di"))
    assert standing() == set()


def test_a_leaving_that_is_refused_takes_nothing_back(cast: Here, meeting: str) -> None:
    stand(meeting, "Di")
    size = find_log(ORIGIN).size
    with pytest.raises(NotAllowed, match="not_your_own"):
        in_the_room.leave(at(cast, meeting, "Bo"), sits("Di"))
    assert (standing(), find_log(ORIGIN).size) == ({sits("Di")}, size)


def test_an_act_that_fails_later_leaves_all_as_it_was(cast: Here, meeting: str) -> None:
    stand(meeting, "Bo")
    size = find_log(ORIGIN).size
    gone = PresenceNoted(
        meeting=meeting,
        holding=sits("Bo"),
        deputy=None,
        came=False,
        way=Way.ROOM,
        self_entered=True,
    )
    with pytest.raises(NotAllowed, match="not_here"):
        enter(gone, gone, record=ORIGIN, by=Actor(cast.people["Bo"]), now=cast.now)
    assert (standing(), find_log(ORIGIN).size) == ({sits("Bo")}, size)


def test_what_another_door_enters_stops_and_ends_it_all_the_same(cast: Here, meeting: str) -> None:
    stand(meeting, "Bo")
    cast.act(ItemPaused(meeting=meeting), by="Bo")
    assert is_stopped(ORIGIN, meeting)
    with pytest.raises(NotAllowed, match="stopped"):
        cast.act(ItemPaused(meeting=meeting), by="Di")
    cast.act(MeetingClosed(meeting=meeting), by="Cy")
    assert not LiveRow.objects.exists()
    assert standing() == set()


def test_nobody_types_for_themselves_nor_in_a_place_that_nobody_holds(
    cast: Here, meeting: str
) -> None:
    with pytest.raises(Refusal, match="not_in_a_place"):
        in_the_room.type_come(at(cast, meeting, "Fay"), Comes(an_id("none"), Way.ROOM))
    with pytest.raises(Refusal, match="not_yours_to_do"):
        in_the_room.type_come(at(cast, meeting, "Di"), Comes(sits("Eve"), Way.ROOM))
    with pytest.raises(Refusal, match="typed_for_oneself"):
        in_the_room.type_leave(at(cast, meeting, "Bo"), sits("Bo"))


def test_nobody_is_in_a_room_or_opens_it_before_the_day(cast: Here) -> None:
    later = cast.call(STARTS + timedelta(days=3))
    cast.now = STARTS + timedelta(days=3) - timedelta(hours=12, minutes=5)
    with pytest.raises(NotAllowed, match="too_early"):
        in_the_room.come(at(cast, later, "Bo"), Comes(sits("Bo"), Way.ROOM))
    with pytest.raises(NotAllowed, match="too_early"):
        in_the_room.begin(at(cast, later, "Cy"), [sits("Cy")])
    cast.now += timedelta(minutes=5)
    in_the_room.come(at(cast, later, "Cy"), Comes(sits("Cy"), Way.ROOM))
    in_the_room.begin(at(cast, later, "Cy"), [sits("Cy")])


def test_only_who_chairs_goes_on_and_only_of_what_is_under_way(cast: Here, meeting: str) -> None:
    going_on.stop(at(cast, meeting, "Bo"))
    for name in ("Bo", "Fay", "Olu"):
        with pytest.raises(NotAllowed, match="not_yours_to_do"):
            going_on.go_on(at(cast, meeting, name))
    going_on.go_on(at(cast, meeting, "Cy"))
    assert not is_stopped(ORIGIN, meeting)
    with pytest.raises(NotAllowed, match="meeting_called"):
        going_on.go_on(at(cast, cast.call(STARTS + timedelta(days=1)), "Cy"))
    with pytest.raises(NotAllowed, match="no_such_meeting"):
        going_on.take_a_break(at(cast, an_id("none"), "Cy"), minutes=5)


def test_what_is_talked_about_is_on_the_agenda(cast: Here, meeting: str) -> None:
    with pytest.raises(NotAllowed, match="no_such_item"):
        going_on.talk_about(at(cast, meeting, "Cy"), an_id("none"))
    item = cast.item(meeting)
    going_on.talk_about(at(cast, meeting, "Cy"), item)
    assert live(ORIGIN, meeting).item == item
    going_on.talk_about(at(cast, meeting, "Cy"), "")
    assert live(ORIGIN, meeting).item == ""


def test_an_interest_is_heard_of_one_s_own_place_alone(cast: Here, meeting: str) -> None:
    item = cast.item(meeting)
    with pytest.raises(NotAllowed, match="not_your_own"):
        in_the_room.declare(at(cast, meeting, "Bo"), Interest(item, sits("Di"), recused=True))
    in_the_room.declare(at(cast, meeting, "Di"), Interest(item, sits("Di"), recused=True))
    (told,) = meeting_state(find_log(ORIGIN), meeting).items[item].interests
    assert told.fact.recused


def test_a_break_is_a_number_of_minutes(cast: Here, meeting: str) -> None:
    for minutes in (0, -5, 121):
        with pytest.raises(NotAllowed, match="not_a_break"):
            going_on.take_a_break(at(cast, meeting, "Cy"), minutes=minutes)
    going_on.take_a_break(at(cast, meeting, "Cy"), minutes=10)
    assert live(ORIGIN, meeting).back_at == cast.now + timedelta(minutes=10)


def test_each_change_is_told_apart_and_one_meeting_from_another() -> None:
    change(ORIGIN, "one", item="a")
    change(ORIGIN, "one", stopped=True)
    change(ORIGIN, "two", item="b")
    assert live(ORIGIN, "one") == Live(item="a", stopped=True, version=2)
    assert live(ORIGIN, "two").version == 1
    assert live("elsewhere", "one") == Live()


def test_what_went_on_at_a_meeting_that_nobody_closed_goes_after_a_day(
    cast: Here, meeting: str
) -> None:
    going_on.keep_turns(at(cast, meeting, "Cy"), kept=True)
    going_on.count_turn(at(cast, meeting, "Cy"), going_on.Turn(sits("Bo"), signed=False))
    forget_positions(now=cast.now)
    assert TurnRow.objects.count() == 1
    forget_positions(now=cast.now + timedelta(days=2))
    assert not TurnRow.objects.exists()
    assert not LiveRow.objects.exists()


def test_nothing_of_who_took_turns_is_kept_once_it_is_closed(cast: Here, meeting: str) -> None:
    going_on.keep_turns(at(cast, meeting, "Cy"), kept=True)
    going_on.count_turn(at(cast, meeting, "Fay"), going_on.Turn(sits("Bo"), signed=True))
    assert TurnRow.objects.count() == 1
    in_the_room.end(at(cast, meeting, "Cy"))
    assert not TurnRow.objects.exists()
