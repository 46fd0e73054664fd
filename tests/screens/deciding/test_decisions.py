"""Putting something to a meeting, saying where one stands, closing the roll, and reading it."""

from __future__ import annotations

from datetime import datetime
from time import process_time
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import get_resolver
from django.utils import timezone

from tests.a_meeting import BOARD, MOST, ORIGIN, STARTS, TWO_IN_THE_ROOM
from tests.actions.test_decisions import THEY_AGREE
from tests.deciding_in_a_room import AGAINST, Room, a_room, sits
from tests.kept import a_record
from tests.screens.conftest import Page, Visit
from tests.screens.mine.somebody import signed_in
from withus.core.facts.meeting import InterestDeclared, MeetingChaired
from withus.questions.deciding_now import meeting_now
from withus.screens.deciding.decisions import listed, motion, put, read, roll
from withus.screens.deciding.decisions.part import part
from withus.stores.deciding.models import MotionRow, PositionRow

pytestmark = a_record
HERE = "/partnerships/withus.example~ambleford/"
PROMISE: dict[str, Any] = {**TWO_IN_THE_ROOM, "force": "promise", "source": None}


@pytest.fixture(autouse=True)
def at_the_meeting(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """Let the pages' clock stand at the meeting."""
    at = [STARTS]
    assert get_resolver().url_patterns  # whatever is loaded later would keep this clock
    monkeypatch.setattr(timezone, "now", lambda: at[0])
    for module in (listed, motion, put, read, roll):
        monkeypatch.setattr(module, "now", lambda: at[0])
    return at


@pytest.fixture
def room(db: None) -> Room:
    return a_room()


def as_(room: Room, name: str) -> Visit:
    """Return the browser of somebody who is signed in, and reads words that are for them."""
    found = signed_in(room.here.people[name], origin=ORIGIN).visit
    return Visit(found.client, opens=True)


def of(room: Room, more: str = "") -> str:
    return f"{HERE}meetings/{room.meeting}/motions/{room.motion}/{more}"


def close(visit: Visit, room: Room, *, step: str = "close", status: int = 302, **more: str) -> Page:
    """Look at what would come of the roll, and close it as it is seen."""
    page = visit.post(of(room, "roll/close/"))
    (seen, *_) = page.tree.xpath("//input[@name='seen']/@value") or [""]
    return visit.post(of(room, "roll/close/"), {"seen": seen, "step": step, **more}, status=status)


def test_the_chair_puts_something_after_a_look_at_the_rules_that_bind_it(room: Room) -> None:
    cy, path = as_(room, "Cy"), f"{HERE}meetings/{room.meeting}/items/{room.item}/put/"
    assert "Night buses" in cy(path).text
    sent = {"kind": "money", "words": "Spend 900 pounds on a bus shelter"}
    size = room.size
    page = cy.post(path, sent)
    assert page.h1 == "Is this what the board is asked?"
    assert "At least two of the members who draw on care and support" in page.text
    assert room.size == size
    cy.post(path, {**sent, "step": "put"}, status=302)
    assert room.size == size + 1
    assert MotionRow.objects.filter(kind="money", item=room.item).count() == 1


def test_nothing_is_put_without_a_kind_and_words_or_by_whoever_does_not_chair(room: Room) -> None:
    path = f"{HERE}meetings/{room.meeting}/items/{room.item}/put/"
    page = as_(room, "Cy").post(path, {"words": " "}, status=422)
    assert "Choose what it is about." in page.text
    assert "Write a sentence or two." in page.text
    for name in ("Bo", "Fay", "Olu"):
        as_(room, name)(path, status=403)
    as_(room, "Cy")(path.replace(room.item, "none"), status=404)


def test_each_says_where_they_stand_and_may_change_it(room: Room) -> None:
    bo = as_(room, "Bo")
    assert "You have not said yet." in bo(of(room)).text
    sent = {"holding": sits("Bo"), "position": "agree"}
    bo.post(of(room, "stand/"), sent, status=302)
    page = bo(of(room))
    assert "Kept: I agree." in page.text
    assert "1 of 4 in the room have said where they stand." in page.text
    bo.post(of(room, "stand/"), {**sent, "position": "none"}, status=302)
    assert not PositionRow.objects.exists()


def test_nobody_says_it_for_another_from_a_page(room: Room) -> None:
    bo = as_(room, "Bo")
    sent = {"holding": sits("Di"), "position": "agree"}
    assert "That is somebody else’s." in bo.post(of(room, "stand/"), sent, status=422).text
    unknown = bo.post(of(room, "stand/"), {"holding": sits("Bo"), "position": "x"}, status=422)
    assert "Choose where you stand." in unknown.text
    bo(of(room, "roll/"), status=403)
    bo.post(of(room, "roll/close/"), status=403)
    assert not PositionRow.objects.exists()


def test_the_roll_is_called_checked_and_closed(room: Room) -> None:
    cy = as_(room, "Cy")
    room.stand("Bo", "Di")
    page = cy(of(room, "roll/"))
    assert all(name in page.text for name in ("Bo", "Cy", "Di", "Flo"))
    sent = {f"at-{sits(name)}": "agree" for name in ("Bo", "Cy", "Di")}
    sent |= {f"was-{sits(name)}": "agree" for name in ("Bo", "Di")}
    cy.post(of(room, "roll/"), {**sent, f"at-{sits('Flo')}": "disagree"}, status=302)
    entered = {row.holding: row.self_entered for row in PositionRow.objects.all()}
    assert entered == {sits("Bo"): True, sits("Di"): True, sits("Cy"): True, sits("Flo"): False}
    size = room.size
    check = cy.post(of(room, "roll/close/"))
    assert check.h1 == "Close the roll?"
    assert "As people stand now, it is carried." in check.text
    assert room.size == size
    done = close(cy, room)
    page = cy(done.response["Location"])
    assert "It was carried." in page.text
    assert "For 1 of them somebody else entered where they stood." in page.text
    assert room.size == size + 1


def test_the_page_refuses_in_the_words_of_every_other_door(room: Room) -> None:
    cy = as_(room, "Cy")
    room.stand("Bo", "Cy", "Di", "Flo")
    seen = cy.post(of(room, "roll/close/")).tree.xpath("//input[@name='seen']/@value")[0]
    room.leaves("Di")
    size = room.size
    wanted = "This meeting can’t decide. Our terms of reference ask for this:"
    page = cy.post(of(room, "roll/close/"), {"seen": seen, "step": "close"}, status=422)
    assert page.h1 == "The roll cannot be closed yet"
    assert wanted in page.text or "Where people stand has changed" in page.text
    assert wanted in cy(of(room)).text
    assert "Not yet" in cy(of(room)).text
    forced = cy.post(of(room, "roll/close/"), {"step": "close"}, status=422)
    assert wanted in forced.text
    assert room.size == size


def test_a_promise_is_broken_only_with_a_reason_that_everybody_reads(db: None) -> None:
    room = a_room(PROMISE, MOST, there="Bo Cy Flo")
    cy = as_(room, "Cy")
    room.stand("Bo", "Cy", "Flo")
    check = cy.post(of(room, "roll/close/"))
    assert "Our rule isn’t met." in check.text
    assert "Or go on, and say why" in check.text
    size = room.size
    close(cy, room, step="go_on", why=" ", status=422)
    assert room.size == size
    done = close(cy, room, step="go_on", why="The strike begins on Monday", until="2026-12-31")
    anybody = Visit(type(cy.client)(), opens=True)
    page = anybody(done.response["Location"])
    assert "The strike begins on Monday" in page.text
    assert "It holds until 31 December 2026." in page.text
    assert "The board went on though its promise was not met" in page.text


def test_an_objection_is_made_answered_and_told_with_the_decision(room: Room) -> None:
    bo, cy = as_(room, "Bo"), as_(room, "Cy")
    sent = {"holding": sits("Bo"), "reason": "The last bus goes too early"}
    bo.post(of(room, "object/"), {**sent, "reason": ""}, status=422)
    bo.post(of(room, "object/"), sent, status=302)
    room.stand("Bo", "Cy", "Di", "Flo")
    assert "one objection has not been answered" in cy(of(room)).text
    close(cy, room, status=422)
    (objection,) = room.state.motions[room.motion].objections
    path = of(room, f"objections/{objection}/")
    di = as_(room, "Di")
    di.post(path, {"outcome": "withdrawn"}, status=422)
    di.post(path, {"outcome": "kept", "answer": "No"}, status=422)
    cy.post(path, {"outcome": "kept"}, status=422)
    cy.post(path, {"outcome": "changed", "answer": "It goes at eleven now"}, status=302)
    done = close(cy, room)
    page = bo(done.response["Location"])
    assert "The last bus goes too early" in page.text
    assert "It goes at eleven now" in page.text
    outside = Visit(type(cy.client)(), opens=True)(done.response["Location"])
    assert "One more bus" in outside.text
    assert "The last bus goes too early" not in outside.text


def test_somebody_who_cannot_come_says_before_where_they_stand(room: Room) -> None:
    eve = as_(room, "Eve")
    assert "If you cannot be there" in eve(of(room)).text
    sent = {"holding": sits("Eve"), "position": "agree", "why": "I read it"}
    eve.post(of(room, "say/"), sent, status=302)
    assert "Said before" in eve(of(room)).text
    eve.post(of(room, "say/"), {**sent, "holding": sits("Bo")}, status=422)


def test_decisions_are_listed_by_kind_and_outcome(room: Room) -> None:
    room.stand("Bo", "Cy", "Di", "Flo")
    room.decide()
    path, cy = f"{HERE}boards/{BOARD}/decisions/", as_(room, "Cy")
    anybody = Visit(type(cy.client)(), opens=True)
    assert "1 decision of the Getting About board." in anybody(path).text
    assert "One more bus" in anybody(path).text
    assert "None is of that kind." in anybody(f"{path}?kind=money").text
    assert "One more bus" in anybody(f"{path}?outcome=carried&order=oldest&page=9").text
    anybody(f"{HERE}boards/none/decisions/", status=404)
    anybody(f"{HERE}decisions/none/", status=404)


def test_a_decision_taken_elsewhere_is_told_and_never_called_one_of_ours(room: Room) -> None:
    path, bo = f"{HERE}boards/{BOARD}/report-a-decision/", as_(room, "Bo")
    assert "never as decided here" in bo(path).text
    sent = {"what": "They cut the night bus", "day": "2026-11-30", "how": "news", "rule": ""}
    for field in ("what", "day", "how"):
        bo.post(path, {**sent, field: ""}, status=422)
    bo.post(path, {**sent, "day": "2027-01-01"}, status=422)
    bo.post(path, {**sent, "rule": "two-in-the-room"}, status=302)
    told = bo(f"{HERE}boards/{BOARD}/decisions/").text
    assert "They cut the night bus" in told
    assert "outside a rule of the board" in told
    outside = Visit(type(bo.client)(), opens=True)(f"{HERE}boards/{BOARD}/decisions/").text
    assert "They cut the night bus" not in outside


def test_a_body_above_signs_what_was_carried(room: Room) -> None:
    room.stand("Bo", "Cy", "Di", "Flo")
    made = room.decide()
    path, olu = f"{HERE}decisions/{made.decision}/signed/", as_(room, "Olu")
    olu.post(path, {"body": ""}, status=422)
    sent = {"body": "Ambleford Council", "outcome": "changed", "by_law": "yes"}
    olu.post(path, sent, status=302)
    page = olu(f"{HERE}decisions/{made.decision}/")
    assert "Ambleford Council: It changed it, and did not come back." in page.text
    as_(room, "Sam")(path, status=403)


def test_a_wrong_roll_is_called_anew_from_the_decision(room: Room) -> None:
    cy = as_(room, "Cy")
    room.stand("Bo", "Cy", "Di", "Flo")
    first = room.decide()
    assert "call it anew" in cy(f"{HERE}decisions/{first.decision}/").text
    room.stand("Bo", "Di", "Flo", position=AGAINST, by="Cy")
    assert "takes its place" in cy.post(of(room, "roll/close/")).text
    done = close(cy, room)
    assert "no longer holds" in cy(f"{HERE}decisions/{first.decision}/").text
    assert MotionRow.objects.get(ref=room.motion).outcome == "unsettled"  # typed by the chair
    asked = "Is this roll right?"
    assert asked in as_(room, "Una")(done.response["Location"]).text
    assert asked not in cy(done.response["Location"]).text  # who typed it


def test_no_page_is_there_for_outsiders_or_of_another_meeting(room: Room) -> None:
    cy = as_(room, "Cy")
    cy(of(room).replace(room.motion, "nothing"), status=404)
    cy(of(room).replace(room.meeting, BOARD), status=404)
    outside = Visit(type(cy.client)())
    outside(of(room), status=302)
    outside.post(of(room, "roll/close/"), {"step": "close"}, status=302)


def test_the_meeting_page_gets_its_part_with_words_only_for_whom_they_are(room: Room) -> None:
    here = meeting_now(ORIGIN, room.meeting, now=room.here.now)
    inside = part(here, by=room.here.people["Cy"])
    outside = part(here, by=None)
    assert [one["what"] for one in inside["decided"]] == ["One more bus"]
    assert [one["what"] for one in outside["decided"]] == [""]
    assert inside["answer"]["may"] is True
    assert [title for _, title in inside["to_put"]] == ["Night buses"]
    assert not part(here, by=room.here.people["Bo"])["to_put"]
    drawn = render_to_string("deciding/_decisions.html", inside)
    assert "May this board decide now?" in drawn
    room.stand("Bo", "Cy", "Di", "Flo")
    room.decide()
    after = part(meeting_now(ORIGIN, room.meeting, now=room.here.now), by=None)
    assert [one["what"] for one in after["decided"]] == ["One more bus"]
    assert after["answer"] is None


def test_the_list_of_a_thousand_decisions_asks_no_more_than_that_of_ten(room: Room) -> None:
    room.stand("Bo", "Cy", "Di", "Flo")
    room.decide()
    one = MotionRow.objects.get()
    path, anybody = f"{HERE}boards/{BOARD}/decisions/", Visit(Client(), opens=True)
    asked, spent = [], []
    for many in (10, 1_000):
        told = {each.attname: getattr(one, each.attname) for each in one._meta.fields}
        del told["id"], told["ref"]
        rows = (MotionRow(ref=f"copy {many} {number}", **told) for number in range(many - 1))
        MotionRow.objects.bulk_create(rows)
        anybody(path)
        begun = process_time()
        page = anybody(f"{path}?page=2" if many > 20 else path)
        spent.append(process_time() - begun)
        asked.append(len(anybody.asked))
        assert len(page.tree.xpath("//ul[@class='list']/li")) <= 20
    assert asked[0] == asked[1] <= 15
    assert spent[1] < 10 * spent[0] + 0.1  # the checks of the page itself are in it


def test_what_waits_for_somebody_is_on_their_page_until_they_have_spoken(db: None) -> None:
    room = a_room(THEY_AGREE, MOST, there="Bo Cy Flo")
    room.stand("Bo", "Cy", "Flo")
    made = room.decide()
    di, eve = as_(room, "Di"), as_(room, "Eve")
    mine, path = "/me/withus.example~ambleford/", f"{HERE}decisions/{made.decision}/"
    waits = "Decisions of the Getting About board that wait"
    assert waits in di(mine).text
    told = di(path).text
    assert "It waits for you" in told
    assert "Until the end of 8 December 2026" in told
    assert "One person who is away may still agree within five working days." in told
    assert "It waits for you" not in eve(path).text
    assert "It waits for you" in di(of(room)).text
    sent = {"holding": sits("Di"), "position": "agree"}
    eve.post(of(room, "say/"), {**sent, "holding": sits("Eve")}, status=422)
    di.post(of(room, "say/"), sent, status=302)
    assert waits not in di(mine).text
    assert "It was carried." in eve(path).text


def test_a_roll_that_another_entered_says_how_often_it_was_confirmed(room: Room) -> None:
    room.stand("Bo", "Cy", "Flo")
    room.stand("Di", by="Fay")
    made = room.decide()
    una, path = as_(room, "Una"), f"{HERE}decisions/{made.decision}/"
    page = una(path)
    assert "It is not settled" in page.text
    (confirm,) = page.tree.xpath("//form[contains(@action, 'to-confirm')]/@action")
    una.post(confirm, {"right": "yes"}, status=302)
    told = una(path).text
    assert "It was confirmed 1 time." in told
    assert "It was carried." in told


def test_only_those_whose_word_would_count_are_asked_whether_a_roll_is_right(room: Room) -> None:
    room.stand("Bo", "Cy", "Flo")
    room.stand("Di", by="Fay")
    made = room.decide()
    path, asked = f"{HERE}decisions/{made.decision}/", "Is this roll right?"
    told = {name: asked in as_(room, name)(path).text for name in room.here.people}
    assert {name for name, offered in told.items() if offered} == {"Bo", "Di", "Eve", "Una"}
    for name in ("Cy", "Flo", "Fay", "Sam"):
        waits = as_(room, name)(f"{HERE}to-confirm/").text
        assert "Read the roll first" not in waits
    una = as_(room, "Una")
    page = una(f"{HERE}to-confirm/")
    assert "Read the roll first" in page.text
    (action,) = page.tree.xpath("//main//form[.//button[@name='right']]/@action")
    una.post(action, {"right": "yes"}, status=302)
    assert "Read the roll first" not in una(f"{HERE}to-confirm/").text
    assert "It was carried." in una(path).text


def test_whoever_said_no_to_a_roll_is_not_asked_again(room: Room) -> None:
    room.stand("Bo", "Cy", "Flo")
    room.stand("Di", "Bo", by="Fay")
    made = room.decide()
    path = f"{HERE}decisions/{made.decision}/"
    una, bo = as_(room, "Una"), as_(room, "Bo")
    (confirm,) = bo(path).tree.xpath("//form[contains(@action, 'to-confirm')]/@action")
    bo.post(confirm, {"right": "no"}, status=302)
    assert "Is this roll right?" not in bo(path).text
    assert MotionRow.objects.get(ref=room.motion).outcome != "unsettled" or (
        "Is this roll right?" in una(path).text
    )


def test_an_objection_is_made_once_until_it_is_answered_and_can_be_taken_back_after(
    room: Room,
) -> None:
    bo, cy = as_(room, "Bo"), as_(room, "Cy")
    sent = {"holding": sits("Bo"), "reason": "It is too late."}
    assert "I object, and this is why" in bo(of(room)).text
    bo.post(of(room, "object/"), sent, status=302)
    assert "I object" not in bo(of(room)).text
    page = bo.post(of(room, "object/"), sent, status=422)
    assert "An objection of yours is not answered yet." in page.text
    (answer,) = cy(of(room)).tree.xpath("//form[contains(@action, '/objections/')]/@action")
    cy.post(answer, {"outcome": "kept", "answer": "An hour earlier."}, status=302)
    told = bo(of(room)).text
    assert "I object to something else as well" in told
    assert "Take my objection back" in told
    bo.post(answer, {"outcome": "withdrawn"}, status=302)
    assert "Take my objection back" not in bo(of(room)).text


def test_whoever_left_the_item_is_not_asked_to_object(room: Room) -> None:
    declared = InterestDeclared(item=room.item, holding=sits("Bo"), recused=True, what="I own it.")
    room.here.act(declared, by="Bo")
    bo = as_(room, "Bo")
    assert "I object" not in bo(of(room)).text
    sent = {"holding": sits("Bo"), "reason": "It is too late."}
    assert "left it" in bo.post(of(room, "object/"), sent, status=422).text


def test_whoever_closed_the_roll_is_not_asked_whether_it_is_right(room: Room) -> None:
    chairs = MeetingChaired(meeting=room.meeting, chairs=frozenset({sits("Bo")}))
    room.here.act(chairs, by="Cy")
    room.stand("Bo", "Cy", "Flo")
    room.stand("Di", by="Fay")
    made = room.decide(by="Bo")
    path, asked = f"{HERE}decisions/{made.decision}/", "Is this roll right?"
    assert asked in as_(room, "Eve")(path).text
    assert asked not in as_(room, "Bo")(path).text
