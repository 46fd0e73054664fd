"""Running a meeting: people typed in and out, deputies, turns by one tap, and nothing by others."""

from __future__ import annotations

import pytest

from tests.a_meeting import BOARD, ORIGIN, taken
from tests.core.facts.story import an_id, place_made
from tests.deciding_in_a_room import a_room as deciding
from tests.kept import a_record
from tests.screens.conftest import Page
from tests.screens.meeting.a_room import AMBLEFORD, Room, a_room, sits
from withus.core.facts.joining import DeputyNamed
from withus.core.facts.meeting import PresenceNoted
from withus.core.meeting.standing import here
from withus.core.rules.situation import NotAllowed
from withus.core.words import Capacity, Way
from withus.stores.meeting.live import Turned, turns
from withus.stores.people.identity import add_person, identities
from withus.stores.people.models import Person
from withus.stores.record.read import find_log

pytestmark = a_record


@pytest.fixture
def room(db: None) -> Room:
    """A meeting that begins now."""
    return a_room()


def typed(room: Room, who: str, way: str, *, by: str = "Fay", status: int = 302) -> Page:
    return room.as_(by).post(f"{room.address}type/", {"who": who, "way": way}, status=status)


def taps(room: Room, name: str, kind: str = "spoken", *, by: str = "Cy", status: int = 302) -> Page:
    sent = {"turn": f"{kind}.{sits(name)}"}
    return room.as_(by).post(f"{room.address}turns/", sent, status=status)


def a_deputy(room: Room, of: str, capacity: Capacity) -> str:
    """Let somebody choose a deputy, and return the deputy’s id."""
    deputy = an_id(f"deputy of {of}")
    person = add_person(ORIGIN, "Dee Stand").person
    place = an_id(f"{of}'s place")
    named = DeputyNamed(deputy=deputy, place=place, capacity=capacity, meeting=None, person=person)
    room.here.act(named, by=of)
    return deputy


def under_way(room: Room) -> Room:
    room.comes("Bo", "Cy")
    room.begins()
    return room


def test_whoever_has_no_page_is_typed_in_by_name_and_waits_for_a_word(room: Room) -> None:
    page = room.as_("Fay")(f"{room.address}type/")
    options = page.tree.xpath("//select[@name='who']/option/text()")
    assert "Bo (Draws on care and support)" in options
    typed(room, sits("Bo"), "phone")
    noted = here(room.state)[sits("Bo")]
    assert (noted.fact.way, noted.fact.self_entered) == (Way.PHONE, False)
    assert noted.typed_by is not None
    assert noted.typed_by != noted.by
    text = room.sees("Di").text
    assert "It waits for a word that it is right." in text
    assert "1 of 6 places is in the room." in text
    typed(room, sits("Bo"), "leaves")
    assert not here(room.state)


def test_another_affected_member_confirms_who_was_typed_in(room: Room) -> None:
    typed(room, sits("Bo"), "phone")
    confirm = f"{AMBLEFORD}to-confirm/"
    entry = str(here(room.state)[sits("Bo")].entry)
    waits = "//button[contains(@formaction, '/{0}/')] | //form[contains(@action, '/{0}/')]"
    assert not room.as_("Fay")(confirm).tree.xpath(waits.format(entry)), "who typed it does not"
    assert room.as_("Bo")(confirm).tree.xpath(waits.format(entry)), "by their own code"
    assert room.as_("Di")(confirm).tree.xpath(waits.format(entry)), "as a second person"


def test_nobody_else_types_for_others_nor_anybody_for_themselves(room: Room) -> None:
    before = find_log(ORIGIN).size
    for name in ("Bo", "Cy", "Olu"):
        typed(room, sits("Di"), "room", by=name, status=403)
    assert "Nobody is chosen." in typed(room, "", "room", status=422).text
    assert "how they are there" in typed(room, sits("Bo"), "boat", status=422).text
    typed(room, "nobody", "room", status=422)
    typed(room, sits("Bo"), "leaves", status=422)
    assert find_log(ORIGIN).size == before


def test_a_deputy_comes_for_whoever_chose_them_and_is_counted_in_the_same_capacity(
    room: Room,
) -> None:
    deputy = a_deputy(room, "Bo", Capacity.DRAWS_ON_SERVICES)
    assert "Dee Stand" in room.sees("Bo").text
    assert "Dee Stand" not in room.sees("Cy").text
    room.does("Bo", "come", who=f"{sits('Bo')} {deputy}", way="room")
    assert here(room.state)[sits("Bo")].fact.deputy == deputy
    text = room.sees("Di").text
    assert "It is their deputy, who is counted for them." in text
    assert "Draws on care and support: 1 of 2." in text


def test_a_deputy_of_another_capacity_is_there_and_is_not_counted(room: Room) -> None:
    deputy = a_deputy(room, "Bo", Capacity.SERVICES)
    page = room.as_("Fay")(f"{room.address}type/")
    assert "Dee Stand, deputy of Bo" in page.tree.xpath("//select[@name='who']/option/text()")
    typed(room, f"{sits('Bo')} {deputy}", "room")
    text = room.sees("Di").text
    assert "in another capacity and is not counted" in text
    assert "0 of 6 places are in the room." in text


def test_nobody_brings_the_deputy_of_somebody_else(room: Room) -> None:
    deputy = a_deputy(room, "Bo", Capacity.DRAWS_ON_SERVICES)
    room.does("Di", "come", who=f"{sits('Di')} {deputy}", way="room", status=422)
    room.does("Di", "come", who=f"{sits('Bo')} {deputy}", way="room", status=422)
    assert not here(room.state)


def test_turns_are_counted_by_one_tap_and_taken_back_by_another(room: Room) -> None:
    under_way(room)
    address = f"{room.address}turns/"
    assert "does not count turns" in room.as_("Cy")(address).text
    assert "does not count turns" in taps(room, "Bo", status=422).text
    room.as_("Fay").post(address, {"kept": "yes"}, status=302)
    taps(room, "Bo")
    taps(room, "Bo")
    then = taps(room, "Bo", "signed")
    told = room.as_("Cy")(then.response["Location"])
    assert "Counted: Bo signed." in told.text
    assert "1 of 2 who were here has spoken or signed." in told.text
    (back,) = told.tree.xpath("//button[@name='back']/@value")
    room.as_("Cy").post(address, {"back": back}, status=302)
    assert turns(ORIGIN, room.meeting) == {sits("Bo"): Turned(spoken=2, signed=0)}
    room.as_("Cy").post(address, {"back": back}, status=302)  # there are never fewer than none
    assert turns(ORIGIN, room.meeting)[sits("Bo")].signed == 0


def test_turns_are_counted_of_those_who_are_there_and_by_those_who_keep_them(room: Room) -> None:
    under_way(room)
    room.as_("Bo")(f"{room.address}turns/", status=403)
    taps(room, "Cy", by="Bo", status=403)
    room.as_("Cy").post(f"{room.address}turns/", {"kept": "yes"}, status=302)
    taps(room, "Di", status=422)
    taps(room, "Cy", "sung", status=422)
    assert not turns(ORIGIN, room.meeting)


def test_at_the_close_everybody_s_turns_are_entered_zeros_too(room: Room) -> None:
    under_way(room)
    room.comes("Eve")
    room.leaves("Eve")
    room.as_("Cy").post(f"{room.address}turns/", {"kept": "yes"}, status=302)
    taps(room, "Bo", "signed")
    assert "1 of 3 who were here has spoken" in room.as_("Cy")(f"{room.address}end/").text
    room.as_("Cy").post(f"{room.address}end/", status=302)
    told = room.state.turns
    assert told is not None
    assert told.by is None
    assert {each.holding: (each.spoken, each.signed) for each in told.fact.turns} == {
        sits("Bo"): (0, 1),
        sits("Cy"): (0, 0),
        sits("Eve"): (0, 0),
    }
    assert not turns(ORIGIN, room.meeting)


def test_where_no_turns_are_kept_none_are_entered(room: Room) -> None:
    under_way(room)
    room.as_("Cy").post(f"{room.address}end/", status=302)
    assert room.state.turns is None


def test_a_member_of_another_board_or_nobody_at_all_sees_none_of_it(room: Room) -> None:
    for path in ("", "type/", "begin/", "end/", "turns/", f"interest/{room.item}/", "?part=now"):
        room.as_("Dot")(room.address + path, status=403)
        room.as_("Bo")(f"{AMBLEFORD}meetings/{an_id('none')}/room/{path}", status=404)
        room.as_("Bo")(f"{AMBLEFORD}meetings/{BOARD}/room/{path}", status=404)


def test_a_deputy_who_came_to_hold_a_place_of_their_own_no_longer_comes(room: Room) -> None:
    room.comes("Cy")
    deputy = a_deputy(room, "Bo", Capacity.DRAWS_ON_SERVICES)
    (dee,) = Person.objects.filter(id__in=identities(ORIGIN)).exclude(
        id__in=room.here.people.values()
    )
    room.does("Bo", "come", who=f"{sits('Bo')} {deputy}", way="room")
    room.does("Bo", "leave", holding=sits("Bo"))
    made = place_made("Dee's place", Capacity.INDEPENDENT, board=BOARD)
    room.here.act(made, taken("Dee", dee.id))
    page = room.does("Bo", "come", status=422, who=f"{sits('Bo')} {deputy}", way="room")
    assert "That deputy holds a place of their own on this board now" in page.text
    assert sits("Bo") not in here(room.state)


def test_a_roll_in_which_such_a_deputy_speaks_is_not_closed(db: None) -> None:
    at = deciding(there="Cy Di Flo")
    deputy, dee = an_id("Bo's deputy"), add_person(ORIGIN, "Dee Stand").person
    named = DeputyNamed(
        deputy=deputy,
        place=an_id("Bo's place"),
        capacity=Capacity.DRAWS_ON_SERVICES,
        meeting=None,
        person=dee,
    )
    at.here.act(named, by="Bo")
    came = PresenceNoted(
        meeting=at.meeting,
        holding=sits("Bo"),
        deputy=deputy,
        came=True,
        way=Way.ROOM,
        self_entered=True,
    )
    at.here.act(came, by="Bo")
    at.stand("Bo", by="Cy")
    at.stand("Cy", "Di", "Flo")
    at.here.act(place_made("Dee's place", Capacity.INDEPENDENT, board=BOARD), taken("Dee", dee))
    size = at.size
    with pytest.raises(NotAllowed, match="deputy_has_place"):
        at.decide()
    assert at.size == size
    at.leaves("Bo")
    at.comes("Bo")
    at.stand("Bo")
    at.decide()
