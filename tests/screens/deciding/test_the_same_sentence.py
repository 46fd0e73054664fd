"""A refusal says the very same on the page, to a program and at the command: many refusals."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import pytest

from tests.a_meeting import BOARD, MOST, ORIGIN, STARTS, TWO_IN_THE_ROOM, D
from tests.api.calling import a_key_for
from tests.deciding_in_a_room import Room, a_room, sits
from tests.kept import a_record
from tests.screens.conftest import Page, Visit
from tests.screens.deciding.playing import a_clock
from tests.screens.mine.somebody import signed_in
from tests.screens.page_checks import words
from withus.actions.decisions import mark_of
from withus.actions.saying_where import Objecting, make_objection
from withus.cli import may_decide as command
from withus.core.facts import meeting as m
from withus.core.facts.joining import RulesSet
from withus.core.rules.situation import NotAllowed
from withus.questions.deciding_now import may_decide, meeting_now
from withus.stores.record.append import THE_HOST, Actor, writing

pytestmark = a_record
LAW: dict[str, Any] = {**TWO_IN_THE_ROOM, "force": "law", "source": "An invented Act, section 1"}
CONSTITUTION: dict[str, Any] = {**LAW, "force": "constitution", "source": "Constitution, 9"}
PROMISE: dict[str, Any] = {**TWO_IN_THE_ROOM, "force": "promise", "source": None}
FOUR: dict[str, Any] = {**LAW, "id": "four", "who": "all", "at_least": 4}
NO_SERVICES: dict[str, Any] = {**LAW, "id": "none", "who": {"capacity": ["services"]}, "at_most": 0}
del NO_SERVICES["at_least"]
MORE: dict[str, Any] = {**TWO_IN_THE_ROOM, "id": "more", "more_than": {"not": D}}
del MORE["at_least"]


def short(*rules: dict[str, Any]) -> Callable[[], Room]:
    """Return how to make a room in which Bo alone is there of those who draw on services."""

    def made() -> Room:
        room = a_room(*rules, MOST, there="Bo Cy Flo")
        room.stand("Bo", "Cy", "Flo")
        return room

    return made


def unanswered() -> Room:
    room = a_room()
    room.stand("Bo", "Cy", "Di", "Flo")
    by = Actor(person=room.here.people["Bo"])
    told = Objecting(sits("Bo"), "It is too late")
    make_objection(room.motion, told, record=ORIGIN, by=by, now=room.here.now)
    return room


def recused() -> Room:
    room = a_room()
    left = m.InterestDeclared(item=room.item, holding=sits("Di"), recused=True, what="My bus")
    room.here.act(left, by="Di")
    room.stand("Bo", "Cy", "Flo")
    return room


def silent() -> Room:
    room = a_room()
    room.stand("Cy", "Flo")
    return room


def unreadable() -> Room:
    """Return a room whose board has a rule that no check let pass, as a dishonest host may set."""
    room = a_room()
    room.stand("Bo", "Cy", "Di", "Flo")
    rules = [TWO_IN_THE_ROOM, {**MOST, "kind": "habit"}]
    fact = RulesSet(board=BOARD, rules=rules, from_=STARTS.date(), decision=None)
    with writing(log=ORIGIN, by=THE_HOST, now=room.here.now) as pen:
        pen.append(fact)
    return room


def one_left() -> Room:
    room = a_room()
    room.stand("Bo", "Cy", "Di", "Flo")
    room.leaves("Di")
    return room


HEAD = "This meeting can’t decide."
REFUSALS: dict[str, tuple[Callable[[], Room], str, str]] = {
    "law": (short(LAW), "may_not_decide", f"{HEAD} The law asks"),
    "constitution": (short(CONSTITUTION), "may_not_decide", f"{HEAD} Our constitution asks"),
    "terms": (short(TWO_IN_THE_ROOM), "may_not_decide", f"{HEAD} Our terms of reference ask"),
    "promise": (short(PROMISE), "may_not_decide", "Our rule isn’t met."),
    "several": (short(PROMISE, FOUR), "may_not_decide", "It is our own promise."),
    "too many": (short(NO_SERVICES), "may_not_decide", "None of the members who"),
    "not more than the others": (short(MORE), "may_not_decide", "than"),
    "objection": (unanswered, "objection_unanswered", "one objection has not been answered"),
    "too few left": (recused, "may_not_decide", "In the room now: 1 of 1."),
    "one left": (one_left, "may_not_decide", "In the room now: 1 of 2."),
    "rule unreadable": (unreadable, "rule_unreadable", "rule"),
    "silent": (silent, "not_all_have_said", "Two people in the room have not said"),
}


@pytest.fixture(scope="module")
def clock() -> Iterator[list[datetime]]:
    with a_clock() as at:
        at[0] = STARTS
        yield at


def at_every_door(room: Room, clock: list[datetime]) -> dict[str, str]:
    """Ask and try at each door; see that each says the same and enters nothing; return it."""
    clock[0] = max(room.here.now, STARTS)
    size, path = room.size, f"meetings/{room.meeting}/motions/{room.motion}"
    program = a_key_for(room.here.people["Cy"], origin=ORIGIN)
    posted = program.call("POST", f"{path}/decide", b"{}")
    asked = program.get(f"{path}/may-decide").told
    by_command = command.answer(room.meeting, room.item)
    visit = Visit(signed_in(room.here.people["Cy"], origin=ORIGIN).visit.client, opens=True)
    page = visit(f"/partnerships/withus.example~ambleford/{path}/")
    refused = close(visit, room, path)
    told: dict[str, str] = posted.told
    assert posted.status == 409
    for name in ("code", "sentence", "remedy"):
        assert asked[name] == by_command[name] == told[name]
    both = f"{told['sentence']} {told['remedy']}"
    (alert,) = refused.tree.xpath("//*[@role='alert']")
    assert both in words(alert)
    assert told["sentence"] in page.text
    assert told["remedy"] in page.text
    assert room.size == size
    return told


def close(visit: Visit, room: Room, path: str) -> Page:
    """Send what the page would send, with the mark of the roll as it is."""
    here = meeting_now(ORIGIN, room.meeting, now=room.here.now)
    try:
        seen = mark_of(may_decide(here, room.motion).roll)
    except NotAllowed:
        seen = ""  # where it cannot be told, no page has a mark to send
    sent = {"seen": seen, "step": "close"}
    address = f"/partnerships/withus.example~ambleford/{path}/roll/close/"
    return visit.post(address, sent, status=422)


@pytest.mark.parametrize(("made", "code", "words_"), REFUSALS.values(), ids=REFUSALS)
def test_every_door_says_the_same(
    made: Callable[[], Room], code: str, words_: str, clock: list[datetime]
) -> None:
    told = at_every_door(made(), clock)
    assert told["code"] == code
    assert words_ in told["sentence"]
