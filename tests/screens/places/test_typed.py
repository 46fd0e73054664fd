"""What a facilitator types for a member: a deputy, who comes once confirmed; and a report back."""

from __future__ import annotations

from typing import Any

import pytest

from tests.a_meeting import BOARD, ORIGIN
from tests.core.facts.story import an_id
from tests.kept import a_record
from tests.screens.meeting.a_room import AMBLEFORD, Room, a_room, sits
from tests.screens.mine.somebody import Somebody, a_member, guarded, on_duty
from tests.screens.places.test_mandates import ADD, ANSWERS, MANDATES
from withus.actions.confirming import Word, confirm
from withus.core.facts.joining import DeputyNamed, MandateReported
from withus.core.meeting.standing import here
from withus.core.words import Duty
from withus.stores.record.read import entries, find_log
from withus.stores.record.states import board_state

pytestmark = a_record
TYPE = f"{AMBLEFORD}boards/{BOARD}/deputies/type/"


def newest(origin: str = ORIGIN) -> Any:
    """Return the entry that was made last."""
    log = find_log(origin)
    return next(entries(log, start=log.size - 1, end=log.size))


@pytest.fixture
def room(db: None) -> Room:
    """A meeting that begins now."""
    return a_room()


def types(room: Room, status: int = 302, **sent: str) -> Any:
    """Let Fay type a deputy for Bo."""
    told = {"who": an_id("Bo's place"), "name": "Dee Stand", "capacity": "draws_on_services"}
    return room.as_("Fay").post(TYPE, {**told, **sent}, status=status)


def test_a_deputy_that_was_typed_comes_once_the_member_says_it_is_right(room: Room) -> None:
    page = room.as_("Fay")(TYPE)
    options = page.tree.xpath("//select[@name='who']/option/text()")
    assert "Bo (Draws on care and support)" in options
    types(room)
    entry = newest()
    assert isinstance(entry.fact, DeputyNamed)
    assert entry.circumstances.typed_by is not None
    who = f"{sits('Bo')} {entry.fact.deputy}"
    refused = room.does("Bo", "come", status=422, who=who, way="room")
    assert "nobody has said yet that it is right" in refused.text
    confirm(Word(ORIGIN, entry.index, right=True), [room.here.people["Bo"]], now=room.here.now)
    room.does("Bo", "come", who=who, way="room")
    assert here(room.state)[sits("Bo")].fact.deputy == entry.fact.deputy


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"who": ""}, "Choose for whom you type it."),
        ({"name": " "}, "Type the name they go by."),
        ({"capacity": "x"}, "Choose a capacity."),
    ],
)
def test_what_is_missing_is_asked_for(room: Room, sent: dict[str, str], said: str) -> None:
    size = find_log(ORIGIN).size
    assert said in types(room, status=422, **sent).text
    assert find_log(ORIGIN).size == size


def test_a_member_types_no_deputy_for_another(room: Room) -> None:
    room.as_("Di")(TYPE, status=403)
    assert not board_state(find_log(ORIGIN), BOARD).deputies


def test_a_report_back_is_typed_for_whoever_holds_the_mandate(db: None) -> None:
    a_member()
    guarded()
    fay: Somebody = on_duty(Duty.FACILITATOR, "Fay Green")
    fay.visit.post(ADD, {**ANSWERS, "step": "enter"}, status=302)
    path = f"{MANDATES}{an_id('wren place')}/report/"
    assert path in fay.visit(MANDATES).tree.xpath("//a/@href")
    assert "Wren Castellane" in fay.visit(path).text
    assert (
        "Choose one way at least." in fay.visit.post(path, {"report": "We met."}, status=422).text
    )
    fay.visit.post(path, {"routes": ["meeting"]}, status=422)
    fay.visit.post(path, {"routes": ["meeting", "letter"], "report": "We met."}, status=302)
    entry = newest("withus.example/thornmere")
    assert isinstance(entry.fact, MandateReported)
    assert {each.value for each in entry.fact.routes} == {"meeting", "letter"}
    assert entry.circumstances.typed_by is not None
    assert "Has reported back 1 time." in fay.visit(MANDATES).text
