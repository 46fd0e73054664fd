"""The room of a meeting: who is here is seen by all, and everybody says it for themselves."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest
from django.utils.timezone import localdate

from tests.a_meeting import BOARD, ORIGIN, STARTS, taken
from tests.core.facts.story import an_id, place_made
from tests.kept import a_record
from tests.screens.meeting.a_room import AMBLEFORD, Room, a_room, sits, this_minute
from withus.core.facts.keeping import EntryCorrected, TextWithdrawn
from withus.core.facts.meeting import InterestDeclared, ItemPaused
from withus.core.meeting.standing import here
from withus.core.words import Capacity, Way, WithdrawnGround
from withus.stores.meeting.live import Live, is_stopped, live
from withus.stores.people.identity import add_person
from withus.stores.record.read import entries, find_log
from withus.stores.record.states import board_state
from withus.stores.worrying import worries
from withus.stores.worrying.models import Worry

pytestmark = a_record


@pytest.fixture
def room(db: None) -> Room:
    """A meeting that begins now."""
    return a_room()


def size() -> int:
    return find_log(ORIGIN).size


def test_whoever_says_that_they_are_here_is_seen_by_all(room: Room) -> None:
    room.comes("Bo")
    room.comes("Di", way="phone")
    page = room.sees("Eve")
    assert page.h1.startswith("Getting About board, ")
    assert "2 of 6 places are in the room." in page.text
    assert "Draws on care and support: 2 of 2. Unpaid carer: 0 of 1." in page.text
    assert "By phone since" in page.text
    assert here(room.state).keys() == {sits("Bo"), sits("Di")}
    assert here(room.state)[sits("Di")].fact.way is Way.PHONE


def test_the_picture_tells_the_same_as_the_list(room: Room) -> None:
    room.comes("Bo", "Flo")
    page = room.sees("Eve")
    marks = page.tree.xpath("//figure/svg/use/@href")
    listed = page.tree.xpath("//ol[@class='people']/li/svg/use/@href")
    assert marks == listed == [
        "#m-draws_on_services", "#m-empty", "#m-empty", "#e-diamond", "#e-square", "#m-services",
    ]  # fmt: skip
    (title,) = page.tree.xpath("//figure/svg/title/text()")
    assert title == (
        "Round the table: Draws on care and support 1 of 2; Unpaid carer 0 of 1; "
        "Community organisation 0 of 1; Elected member 0 of 1; Paid to run services 1 of 1"
    )
    numbers = page.tree.xpath("//figure/svg/text/text()")
    assert numbers[2:] == [str(number) for number in range(1, 7)]


def named(room: Room, who: str) -> list[str]:
    """Return what the list calls each place, as somebody sees it."""
    return [str(each) for each in room.sees(who).tree.xpath("//ol[@class='people']/li/b/text()")]


def test_names_are_seen_by_who_keeps_the_list_and_by_nobody_else(room: Room) -> None:
    room.comes("Bo")
    assert named(room, "Cy") == ["Bo", "Di", "Eve", "You", "Gus", "Flo"]
    assert named(room, "Fay") == ["Bo", "Di", "Eve", "Cy", "Gus", "Flo"]
    assert "because you keep the list" in room.sees("Cy").text
    roles = [
        *("Draws on care and support", "Draws on care and support", "Unpaid carer"),
        *("Community organisation", "Elected member", "Paid to run services"),
    ]
    assert named(room, "Olu") == named(room, "Una") == roles
    assert named(room, "Bo") == ["You", *roles[1:]]
    shown = EntryCorrected(entry=taken_entry(room, "Flo"), field="shown_as", value="named")
    room.here.act(shown, by="Flo")
    assert named(room, "Una") == [*roles[:-1], "Flo"]
    assert "because you keep the list" not in room.sees("Una").text


def taken_entry(room: Room, name: str) -> int:
    """Return the entry by which somebody took their place."""
    held = board_state(find_log(ORIGIN), BOARD).places[an_id(f"{name}'s place")].held
    assert held is not None
    return held.taken.entry


def test_who_does_not_belong_to_the_board_finds_no_room(room: Room) -> None:
    assert "You may not do that here." in room.sees("Sam", status=403).text
    room.does("Sam", "stop", status=403)
    room.as_("Bo")(f"{AMBLEFORD}meetings/{BOARD}/room/", status=404)


def test_leaving_and_coming_back_is_told_with_the_time(room: Room) -> None:
    room.comes("Bo")
    room.leaves("Bo")
    assert "Left at" in room.sees("Eve").text
    room.comes("Bo", way="link")
    assert "back by video link at" in room.sees("Eve").text
    assert [each.fact.came for each in room.state.presence[sits("Bo")]] == [True, False, True]


def test_nobody_comes_twice_or_leaves_before_they_came(room: Room) -> None:
    before = size()
    page = room.does("Bo", "leave", holding=sits("Bo"), status=422)
    assert "They are not in the meeting now." in page.text
    assert size() == before
    room.comes("Bo")
    page = room.does("Bo", "come", holding=sits("Bo"), way="room", status=422)
    assert "They are in the meeting already." in page.text
    room.comes("Bo", way="phone")  # they went on by phone
    assert here(room.state)[sits("Bo")].fact.way is Way.PHONE


def test_nobody_comes_or_leaves_for_somebody_else(room: Room) -> None:
    room.comes("Di")
    before = size()
    for name in ("Bo", "Cy", "Fay"):
        refused = room.does(name, "leave", holding=sits("Di"), status=422)
        assert "somebody else’s" in refused.text or "You may not do that" in refused.text
        room.does(name, "come", holding=sits("Eve"), way="room", status=422)
    assert size() == before


def test_what_is_sent_without_sense_is_refused_and_enters_nothing(room: Room) -> None:
    before = size()
    room.does("Bo", "", status=422)
    room.does("Bo", "dance", status=422)
    room.does("Bo", "come", holding=sits("Bo"), status=422)
    room.does("Bo", "come", holding="nobody", way="room", status=422)
    room.does("Bo", "come", holding=sits("Bo"), deputy="x", way="boat", status=422)
    room.does("Cy", "talk", item="none", status=422)
    room.does("Cy", "company", supporters="-1", interpreters="two", status=422)
    room.does("Cy", "break", minutes="9999", status=422)
    assert size() == before


def test_nobody_is_in_the_room_of_a_meeting_of_another_day(room: Room) -> None:
    room.meeting = room.here.call(STARTS.replace(year=2099))
    assert "You can say that you are here from" in room.sees("Bo").text
    page = room.does("Bo", "come", holding=sits("Bo"), way="room", status=422)
    assert "The meeting is not today." in page.text
    assert "The meeting is not today." in room.begins(status=422).text


def test_somebody_who_does_not_understand_stops_it_for_all_until_the_chair_goes_on(
    room: Room,
) -> None:
    room.comes("Bo", "Cy")
    room.begins()
    room.does("Bo", "stop")
    for name in ("Cy", "Di", "Eve", "Fay"):
        assert "Stop: somebody does not understand" in room.sees(name).text
    assert "It is clear now: go on" in room.sees("Cy").text
    assert "It is clear now: go on" not in room.sees("Di").text
    before = size()
    room.does("Di", "stop")  # it is stopped: nobody is counted twice
    assert size() == before
    room.does("Eve", "go_on", status=422)
    assert is_stopped(ORIGIN, room.meeting)
    room.does("Cy", "go_on")
    assert not is_stopped(ORIGIN, room.meeting)
    page = room.sees("Eve")
    assert "It was stopped once, to make something clear." in page.text
    assert "somebody does not understand" not in page.text


def test_the_record_does_not_tell_who_stopped_it(room: Room) -> None:
    room.comes("Bo")
    room.begins("Bo")
    room.does("Bo", "stop")
    log = find_log(ORIGIN)
    last = next(iter(entries(log, start=log.size - 1, end=log.size)))
    assert isinstance(last.fact, ItemPaused)
    assert last.circumstances.by is None
    assert last.circumstances.typed_by is None
    assert type(last.circumstances.at) is date  # no hour either


def test_nobody_stops_what_is_not_under_way(room: Room) -> None:
    before = size()
    assert "The meeting has not begun." in room.does("Bo", "stop", status=422).text
    assert size() == before
    assert live(ORIGIN, room.meeting) == Live()


def test_a_break_and_the_item_are_seen_by_all(room: Room) -> None:
    room.comes("Cy")
    room.begins()
    assert "Night buses" in room.sees("Cy").text
    assert "Night buses" not in room.sees("Bo").text
    room.does("Cy", "talk", item=room.item)
    assert "Now: Night buses" in room.sees("Bo").text
    room.does("Bo", "break", minutes="5", status=422)
    room.does("Cy", "break", minutes="5")
    assert "Break until" in room.sees("Bo").text
    room.does("Cy", "go_on")
    assert "Break until" not in room.sees("Bo").text


def test_supporters_and_interpreters_are_there_and_never_counted(room: Room) -> None:
    room.comes("Bo")
    room.does("Fay", "company", supporters="2", interpreters="1")
    text = room.sees("Di").text
    assert "Here too: 2 supporters and 1 interpreter." in text
    assert "1 of 6 places is in the room." in text
    room.does("Bo", "company", supporters="9", interpreters="9", status=422)


def test_an_interest_is_declared_for_oneself(room: Room) -> None:
    room.comes("Cy", "Flo")
    room.begins()
    room.does("Cy", "talk", item=room.item)
    (address,) = room.sees("Flo").tree.xpath("//a[@id='interest']/@href")
    assert "Night buses" in room.as_("Flo")(address).text
    page = room.as_("Flo").post(address, {"what": "My firm runs them"}, status=422)
    assert "whether you leave the item" in page.text
    room.as_("Flo").post(address, {"recused": "yes", "what": "My firm runs them"}, status=302)
    (told,) = room.state.items[room.item].interests
    assert isinstance(told.fact, InterestDeclared)
    assert (told.fact.holding, told.fact.recused) == (sits("Flo"), True)
    room.as_("Fay").post(address, {"recused": "yes"}, status=403)
    room.as_("Flo")(address.replace(room.item, BOARD), status=404)


def test_the_meeting_is_closed_by_who_chairs_and_its_room_stays_as_it_was(room: Room) -> None:
    room.comes("Bo", "Cy")
    room.begins()
    room.does("Cy", "talk", item=room.item)
    end = f"{room.address}end/"
    room.as_("Bo")(end, status=403)
    room.as_("Bo").post(end, status=403)
    assert "2 places were in the room." in room.as_("Cy")(end).text
    room.as_("Cy").post(end, status=302)
    assert room.state.closed is not None
    assert live(ORIGIN, room.meeting) == Live()
    text = room.sees("Eve").text
    assert "until the end." in text
    assert "Was not here." in text
    assert not room.sees("Eve").tree.xpath("//script")
    assert "The meeting is over." in room.as_("Cy").post(end, status=422).text
    assert (
        "The meeting is over."
        in room.does("Di", "come", holding=sits("Di"), way="room", status=422).text
    )


def test_those_present_choose_who_chairs_where_the_chair_is_absent(room: Room) -> None:
    begin = f"{room.address}begin/"
    assert "Nobody is here yet." in room.as_("Fay")(begin).text
    room.comes("Bo", "Di")
    assert "Those present choose who chairs today" in room.as_("Fay")(begin).text
    room.as_("Bo")(begin, status=403)
    page = room.as_("Fay").post(begin, status=422)
    assert "Nobody is in the chair." in page.text
    room.begins("Bo", by="Fay")
    assert room.sees("Di").tree.xpath("//span[@class='tag']/text()") == ["Chairs"]
    room.does("Bo", "stop")
    room.does("Bo", "go_on")  # who was chosen runs it
    room.does("Bo", "company", supporters="1", interpreters="0")
    room.as_("Bo").post(f"{room.address}end/", status=302)
    assert room.state.closed is not None


def test_a_page_is_answered_with_no_words_while_nothing_changes(room: Room) -> None:
    status, words, mark = room.part("Eve")
    assert (status, "0 of 6 places are in the room." in words) == (200, True)
    assert room.part("Eve", mark)[:2] == (304, "")
    room.comes("Bo")
    status, words, after = room.part("Eve", mark)
    assert (status, "1 of 6 places is in the room." in words) == (200, True)
    assert "<html" not in words
    assert room.part("Eve", after)[0] == 304
    assert room.part("Di", after)[0] == 200, "what one sees is not what another sees"
    room.begins("Bo")
    _, _, mark = room.part("Eve")
    room.does("Bo", "break", minutes="5")  # of which no entry is made
    assert "Break until" in room.part("Eve", mark)[1]


def test_nothing_is_decided_while_somebody_does_not_understand(room: Room) -> None:
    room.comes("Bo", "Cy", "Di")
    room.begins()
    room.does("Cy", "talk", item=room.item)
    motion = room.here.motion(room.item)
    page = room.sees("Bo")
    assert "May this board decide now?" in page.text
    assert "The ring round the table is closed: the board may decide." in page.text
    for name in ("Bo", "Cy", "Di"):
        stand = f"{AMBLEFORD}meetings/{room.meeting}/motions/{motion}/stand/"
        sent = {"holding": sits(name), "position": "agree"}
        room.as_(name).post(stand, sent, status=302)
    room.does("Di", "stop")
    before = size()
    close = f"{AMBLEFORD}meetings/{room.meeting}/motions/{motion}/roll/close/"
    (seen,) = room.as_("Cy").post(close).tree.xpath("//input[@name='seen']/@value")[:1]
    sent = {"step": "close", "seen": seen}
    page = room.as_("Cy").post(close, sent, status=422)
    assert "Somebody does not understand: the meeting is stopped." in page.text
    assert size() == before
    room.does("Cy", "go_on")
    room.as_("Cy").post(close, sent, status=302)
    room.here.motion(room.item)
    room.leaves("Di")
    assert "The ring round the table is open: the board may not decide." in room.sees("Bo").text


def test_what_was_taken_from_view_or_is_hidden_is_not_shown_in_the_room(room: Room) -> None:
    room.comes("Cy")
    room.begins()
    room.does("Cy", "talk", item=room.item)
    entry = room.state.items[room.item].asked.entry
    worries.keep(ORIGIN, "a worry", on=localdate(), entry=entry, by="")
    assert "Night buses" not in room.sees("Cy").text
    Worry.objects.all().delete()
    assert "Night buses" in room.sees("Cy").text
    withdrawn = TextWithdrawn(
        entry=entry,
        path="title",
        ground=WithdrawnGround.OTHER,
        appeal_by=date(2099, 1, 1),
        reason="It names somebody.",
    )
    room.here.act(withdrawn, by="Fay")
    assert "Night buses" not in room.sees("Cy").text


def a_large_room(places: int) -> Room:
    """Return the room of a board with so many more places, all of them held and here."""
    found = a_room()
    for number in range(places):
        name = f"More {number}"
        found.here.people[name] = add_person(ORIGIN, name).person
        made = place_made(f"{name}'s place", Capacity.UNPAID_CARERS, board=BOARD)
        found.here.act(made, taken(name, found.here.people[name]))
    found.here.now = this_minute()
    found.here.comes(found.meeting, *(f"More {number}" for number in range(places)))
    found.comes("Cy")
    found.begins()
    found.does("Cy", "talk", item=found.item)
    found.here.motion(found.item)
    return found


@pytest.mark.parametrize("places", [4, 60])
def test_a_large_board_is_asked_for_in_as_few_questions_and_drawn_in_time(places: int) -> None:
    room = a_large_room(places)
    visit = room.as_("Cy")
    visit(room.address)
    asked = len(visit.asked)
    assert asked <= 15, "\n".join(visit.asked)
    took = min(timed(room) for _ in range(5))
    assert took < 0.05, f"{took * 1000:.0f} ms"
    _, _, mark = room.part("Cy")
    idle = min(timed(room, mark) for _ in range(5))
    assert idle < 0.025, f"{idle * 1000:.0f} ms while nothing changes"


def timed(room: Room, mark: str = "") -> float:
    """Return how long the processor takes for the room, or for what may have changed of it."""
    client = room.as_("Cy").client
    start = process_time()
    if mark:
        client.get(f"{room.address}?part=now", headers={"If-None-Match": mark})
    else:
        client.get(room.address)
    return process_time() - start
