"""The chair is somebody in the room: nobody else opens a meeting, and the chair passes on."""

from __future__ import annotations

import pytest

from tests.a_meeting import ORIGIN
from tests.deciding_in_a_room import a_room as deciding
from tests.kept import a_record
from tests.screens.meeting.a_room import Room, a_room, sits
from withus.core.facts import meeting as m
from withus.core.facts.joining import PlaceLeft
from withus.core.meeting.standing import chairs_of
from withus.core.rules.situation import NotAllowed
from withus.core.words import Ended
from withus.stores.record.read import find_log

pytestmark = a_record
NOBODY = "Nobody who chairs is here"


@pytest.fixture
def room(db: None) -> Room:
    """A meeting that begins now, with three in its room, and Cy in the chair."""
    found = a_room()
    found.comes("Bo", "Cy", "Flo")
    found.begins()
    return found


def chairs(room: Room, *names: str, by: str, status: int = 302) -> str:
    """Let somebody say who chairs now."""
    sent = {"chairs": [sits(name) for name in names]}
    page = room.as_(by).post(f"{room.address}chair/", sent, status=status)
    return page.text if status != 302 else ""


def test_a_meeting_is_not_opened_with_somebody_in_the_chair_who_is_away(db: None) -> None:
    room = a_room()
    room.comes("Bo", "Flo")
    before = find_log(ORIGIN).size
    for by in ("Fay", "Cy"):
        page = room.begins("Cy", by=by, status=422)
        assert "Whoever chairs must be in the room themselves." in page.text
    opened = m.MeetingOpened(meeting=room.meeting, chairs=frozenset({sits("Cy")}))
    with pytest.raises(NotAllowed, match="chair_not_here"):
        room.here.act(opened, by="Cy")
    assert find_log(ORIGIN).size == before
    room.begins("Flo", by="Fay")
    assert chairs_of(room.state) == {sits("Flo")}


def test_a_roll_is_not_closed_from_afar() -> None:
    room = deciding(there="Bo Cy Di")
    room.stand("Bo", "Di")
    room.leaves("Cy")
    size = room.size
    with pytest.raises(NotAllowed, match="chair_not_here"):
        room.decide()
    assert room.size == size
    taken = m.MeetingChaired(meeting=room.meeting, chairs=frozenset({sits("Di")}))
    room.here.act(taken, by="Bo")
    room.decide(by="Di")
    assert room.size > size


def test_whoever_is_here_takes_the_chair_where_nobody_who_chairs_is(room: Room) -> None:
    assert NOBODY not in room.sees("Bo").text
    room.leaves("Cy")
    assert NOBODY in room.sees("Bo").text
    assert NOBODY not in room.sees("Di").text  # who is not in the room
    page = room.sees("Bo", "chair/")
    assert page.tree.xpath("//input[@name='chairs']/@value") == [sits("Bo"), sits("Flo")]
    assert "must be in the room themselves" in chairs(room, "Cy", by="Bo", status=422)
    chairs(room, "Flo", by="Bo")
    assert chairs_of(room.state) == {sits("Flo")}
    assert NOBODY not in room.sees("Bo").text
    assert "Close the meeting" in room.sees("Flo").text
    room.as_("Di")(f"{room.address}chair/", status=403)


def test_a_facilitator_enters_it_for_those_who_are_here(room: Room) -> None:
    room.leaves("Cy")
    chairs(room, "Bo", "Flo", by="Fay")
    assert chairs_of(room.state) == {sits("Bo"), sits("Flo")}


def test_the_chair_is_not_taken_from_whoever_is_in_it_but_handed_on(room: Room) -> None:
    for by in ("Bo", "Fay"):
        room.as_(by)(f"{room.address}chair/", status=403)
        chairs(room, "Bo", by=by, status=403)
    taken = m.MeetingChaired(meeting=room.meeting, chairs=frozenset({sits("Bo")}))
    with pytest.raises(NotAllowed, match="chair_here"):
        room.here.act(taken, by="Bo")
    assert "They chair it already." in chairs(room, "Cy", by="Cy", status=422)
    chairs(room, "Bo", by="Cy")
    assert chairs_of(room.state) == {sits("Bo")}


def test_whoever_left_their_place_chairs_no_more(room: Room) -> None:
    left = PlaceLeft(holding=sits("Cy"), how=Ended.RESIGNED, early=False)
    room.here.act(left, by="Cy")
    assert NOBODY in room.sees("Bo").text
    chairs(room, "Bo", by="Bo")
    assert chairs_of(room.state) == {sits("Bo")}


def test_whoever_took_the_chair_decides_as_a_chair_does() -> None:
    room = deciding(there="Bo Cy Di")
    room.leaves("Cy")
    room.here.act(m.MeetingChaired(meeting=room.meeting, chairs=frozenset({sits("Bo")})), by="Bo")
    room.stand("Bo", "Di")
    assert room.decide(by="Bo").outcome.value == "carried"
