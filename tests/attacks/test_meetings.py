"""A dishonest host, a careless facilitator, a raw request, and a reader who puts things together.

What is sent here no page offers. Nothing may be entered, shown or counted that should not be.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from tests.a_meeting import BOARD, MOST, ORIGIN, SEATS, STARTS, TWO_IN_THE_ROOM, taken
from tests.api.calling import a_key_for
from tests.core.facts.story import an_id, place_made
from tests.deciding_in_a_room import AGAINST, AGREE, Room, a_room, sits
from tests.kept import a_record
from tests.screens.deciding.playing import a_clock
from tests.screens.mine.somebody import signed_in
from withus.actions.joining import add_to_partnership
from withus.core.facts import deciding as d
from withus.core.facts import joining as f
from withus.core.facts import meeting as m
from withus.core.rules.deciding import MayNotDecide
from withus.core.rules.situation import NotAllowed
from withus.core.words import Capacity, Ended, Level, Outcome, Placed
from withus.stores.deciding.models import PositionRow
from withus.stores.record.append import THE_HOST, writing

pytestmark = a_record
HERE = "/partnerships/withus.example~ambleford/"
PROMISE: dict[str, Any] = {**TWO_IN_THE_ROOM, "force": "promise", "source": None}
MOST_PROMISED: dict[str, Any] = {**MOST, "force": "promise", "source": None}
OBJECTION = "My neighbour would know me by this"


@pytest.fixture(autouse=True)
def clock() -> Iterator[list[datetime]]:
    with a_clock() as at:
        at[0] = STARTS + timedelta(hours=1)
        yield at


def browser(room: Room, name: str) -> Client:
    """Return somebody's browser."""
    return signed_in(room.here.people[name], origin=ORIGIN).visit.client


def motion_at(room: Room, more: str = "") -> str:
    return f"{HERE}meetings/{room.meeting}/motions/{room.motion}/{more}"


def placed_private(room: Room) -> None:
    """Let the facilitator call the item private by law, only after all was said."""
    fact = m.ItemPlaced(
        item=room.item,
        outcome=Placed.ON,
        order=1,
        urgent=False,
        private_by_law=True,
        told_before=False,
        reason="Names somebody",
    )
    room.here.act(fact, by="Fay")


def public_pages(room: Room, decision: str) -> dict[str, str]:
    """Return what anybody at all reads of a meeting and of what it decided."""
    paths = {
        "meeting": f"{HERE}meetings/{room.meeting}/",
        "meetings": f"{HERE}boards/{BOARD}/meetings/",
        "decisions": f"{HERE}boards/{BOARD}/decisions/",
        "decision": f"{HERE}decisions/{decision}/" if decision else HERE,
        "board": f"{HERE}boards/{BOARD}/",
        "record": f"/partnerships/{ORIGIN.replace('/', '~')}/",
    }
    found = {}
    for name, path in paths.items():
        answer = Client().get(path)
        assert answer.status_code in (200, 404), (path, answer.status_code)
        found[name] = answer.content.decode()
    return found


# --- the reader who combines -------------------------------------------------------------------


def test_outsiders_read_no_word_of_an_item_called_private_after_it_was_decided() -> None:
    room = a_room()
    room.stand("Bo", "Cy", "Di", "Flo")
    made = room.decide()
    assert "One more bus" in public_pages(room, made.decision)["decision"]
    placed_private(room)
    for name, page in public_pages(room, made.decision).items():
        assert "One more bus" not in page, name
        assert "Night buses" not in page, name
        assert "Names somebody" not in page, name


def test_an_item_private_by_law_stays_so_when_it_is_entered_as_not_reached() -> None:
    room = a_room()
    placed_private(room)
    room.stand("Bo", "Cy", "Di", "Flo")
    made = room.decide()
    sent = {"outcome": "not_reached", "order": "0", "reason": "Too late"}
    path = f"{HERE}meetings/{room.meeting}/items/{room.item}/place/"
    assert browser(room, "Fay").post(path, sent).status_code == 302
    assert room.state.items[room.item].placed.fact.outcome is Placed.NOT_REACHED  # type: ignore[union-attr]
    for name, page in public_pages(room, made.decision).items():
        assert "One more bus" not in page, name


def test_outsiders_do_not_see_live_where_anybody_stands() -> None:
    chair = {**MOST, "id": "chair", "who": {"chair": True}, "at_least": 1}
    del chair["over"], chair["of"]
    room = a_room(chair, MOST)
    room.stand("Bo", "Di", "Flo")
    seen = []
    for position in (AGREE, AGAINST):
        room.stand("Cy", position=position)
        answer = Client().get(f"{HERE}meetings/{room.meeting}/").content.decode()
        assert "As people stand now" not in answer
        assert "They who agree" not in answer
        seen.append(answer.split("<main", 1)[1].replace("csrf", ""))
    assert len({len(each) for each in seen}) == 1


def test_nobody_outside_the_board_reads_a_motion_or_an_objection() -> None:
    room = a_room()
    room.here.act(
        d.ObjectionMade(
            motion=room.motion, holding=sits("Bo"), objection=an_id("it"), reason=OBJECTION
        ),
        by="Bo",
    )
    for name in ("Sam", "Dot", "Una"):
        answer = browser(room, name).get(motion_at(room))
        assert OBJECTION not in answer.content.decode(), name
        assert "One more bus" not in answer.content.decode(), name
    assert OBJECTION in browser(room, "Eve").get(motion_at(room)).content.decode()


def test_nobody_reads_the_names_of_the_roll_but_who_chairs_or_types() -> None:
    room = a_room()
    room.stand("Bo", "Cy", "Di", "Flo")
    made = room.decide()
    for name in ("Bo", "Eve", "Olu"):
        client = browser(room, name)
        assert client.get(motion_at(room, "roll/")).status_code == 403
        for path in (motion_at(room), f"{HERE}decisions/{made.decision}/"):
            main = client.get(path).content.decode().split("<main", 1)[1]
            assert ">Di<" not in main
            assert ">Flo<" not in main


def test_of_a_practice_run_outsiders_find_neither_decision_nor_list() -> None:
    from tests import a_meeting

    here = a_meeting.a_board(practice=True)
    meeting = here.call()
    item = here.item(meeting)
    room = Room(here, meeting, item, here.motion(item))
    here.open(meeting)
    here.comes(meeting, "Bo", "Cy", "Di", "Flo")
    room.stand("Bo", "Cy", "Di", "Flo")
    made = room.decide()
    for path in (
        f"{HERE}meetings/{meeting}/",
        f"{HERE}decisions/{made.decision}/",
        f"{HERE}boards/{BOARD}/decisions/",
        f"{HERE}boards/{BOARD}/meetings/",
    ):
        assert Client().get(path).status_code == 404, path


# --- raw requests -----------------------------------------------------------------------------


def test_nobody_comes_leaves_or_speaks_for_another_from_their_own_browser() -> None:
    room = a_room(there="Bo Cy Flo")
    eve, path = browser(room, "Eve"), f"{HERE}meetings/{room.meeting}/room/"
    size = room.size
    sent: list[tuple[str, dict[str, str]]] = [
        (path, {"do": "come", "who": sits("Di"), "way": "room"}),
        (path, {"do": "come", "holding": sits("Di"), "way": "phone"}),
        (path, {"do": "leave", "holding": sits("Bo")}),
        (f"{path}type/", {"who": sits("Di"), "way": "room"}),
        (motion_at(room, "stand/"), {"holding": sits("Bo"), "position": "agree"}),
        (motion_at(room, "say/"), {"holding": sits("Bo"), "position": "agree"}),
        (motion_at(room, "object/"), {"holding": sits("Bo"), "reason": "x"}),
        (motion_at(room, "roll/"), {f"at-{sits('Bo')}": "agree"}),
        (motion_at(room, "roll/close/"), {"step": "close"}),
        (f"{path}begin/", {"chairs": sits("Eve")}),
        (f"{path}end/", {}),
    ]
    before = [(one.holding, one.position) for one in PositionRow.objects.all()]
    for address, form in sent:
        answer = eve.post(address, form)
        assert answer.status_code in (403, 422), (address, form, answer.status_code)
        assert room.size == size, (address, form)
    assert [(one.holding, one.position) for one in PositionRow.objects.all()] == before
    left = {"holding": sits("Bo"), "recused": "yes", "what": "x"}
    eve.post(f"{path}interest/{room.item}/", left)
    (declared,) = room.state.items[room.item].interests
    assert declared.fact.holding == sits("Eve")  # their own, whatever was sent


def test_a_promise_voted_down_is_not_set_aside_by_an_exception_sent_beforehand() -> None:
    room = a_room(MOST_PROMISED, there="Bo Cy Di Flo")
    room.here.act(
        d.ExceptionMade(
            motion=room.motion,
            rule=MOST["id"],
            by=SEATS["Cy"],
            until=None,
            why="I know better",
        ),
        by="Cy",
    )
    room.stand("Cy")
    room.stand("Bo", "Di", "Flo", position=AGAINST)
    assert room.decide().outcome is Outcome.NOT_CARRIED


def test_no_exception_is_made_by_whoever_does_not_chair() -> None:
    room = a_room(PROMISE, MOST, there="Bo Cy Flo")
    program = a_key_for(room.here.people["Flo"], origin=ORIGIN)
    sent = {
        "motion": room.motion,
        "rule": "two-in-the-room",
        "by": "services",
        "until": None,
        "why": "x",
    }
    size = room.size
    answer = program.call("POST", "exception.made.v1", json.dumps(sent).encode())
    assert answer.status in (403, 409, 422)
    assert room.size == size
    fact = d.ExceptionMade(
        motion=room.motion, rule="two-in-the-room", by=SEATS["Flo"], until=None, why="x"
    )
    with pytest.raises(NotAllowed, match="not_yours_to_do"):
        room.here.act(fact, by="Flo")


def named(room: Room, who: str, person: str, capacity: Capacity | None = None) -> f.DeputyNamed:
    """Return that somebody names a deputy for their own place."""
    return f.DeputyNamed(
        deputy=an_id(f"{who}'s deputy"),
        place=an_id(f"{who}'s place"),
        capacity=capacity or SEATS[who],
        meeting=None,
        person=person,
    )


def test_whoever_left_an_item_does_not_come_back_as_their_own_deputy() -> None:
    room = a_room(there="Cy Di Flo")
    left = m.InterestDeclared(item=room.item, holding=sits("Bo"), recused=True, what="My bus")
    room.here.act(left, by="Bo")
    with pytest.raises(NotAllowed, match="deputy_counts_already"):
        room.here.act(named(room, "Bo", room.here.people["Bo"]), by="Bo")


def test_one_person_does_not_count_in_two_places() -> None:
    room = a_room(there="Bo Cy Flo")
    with pytest.raises(NotAllowed, match="deputy_counts_already"):
        room.here.act(named(room, "Di", room.here.people["Bo"]), by="Di")
    friend = add_to_partnership(record=ORIGIN, name="Kit")
    room.here.act(named(room, "Di", friend), by="Di")
    with pytest.raises(NotAllowed, match="deputy_counts_already"):
        room.here.act(named(room, "Bo", friend), by="Bo")
    room.here.act(f.DeputyEnded(deputy=an_id("Di's deputy")), by="Di")
    room.here.act(named(room, "Bo", friend), by="Bo")


def test_whoever_chairs_another_board_chairs_nothing_here() -> None:
    room = a_room()
    room.stand("Bo", "Cy", "Di", "Flo")
    other = an_id("other board")
    opened = f.BoardOpened(
        board=other, name="Other", level=Level.COMMUNITY, parent=None, formats=frozenset()
    )
    made = place_made("Zed's place", SEATS["Cy"], board=other, chair=True)
    zed = room.here.people["Zed"] = add_to_partnership(record=ORIGIN, name="Zed")
    room.here.act(opened, made, taken("Zed", zed))
    client, size = browser(room, "Zed"), room.size
    at = f"{HERE}meetings/{room.meeting}/"
    for path in (motion_at(room), motion_at(room, "roll/"), f"{at}room/", f"{at}pack/"):
        answer = client.get(path)
        assert answer.status_code in (403, 404), path
        assert "One more bus" not in answer.content.decode()
    for path, form in (
        (motion_at(room, "roll/close/"), {"step": "close"}),
        (f"{at}items/{room.item}/put/", {"kind": "other", "words": "x", "step": "put"}),
        (f"{at}room/", {"do": "go_on"}),
        (f"{at}room/", {"do": "stop"}),
        (f"{at}room/end/", {}),
        (f"{at}items/{room.item}/place/", {"outcome": "not_reached"}),
    ):
        assert client.post(path, form).status_code in (403, 404, 422), path
    assert room.size == size
    assert "One more bus" not in client.get(at).content.decode()


# --- a dishonest host, a careless facilitator ---------------------------------------------------


def left(name: str) -> f.PlaceLeft:
    return f.PlaceLeft(holding=sits(name), how=Ended.RESIGNED, early=True)


def test_whoever_leaves_their_place_in_the_middle_does_not_stop_the_others() -> None:
    room = a_room(there="Bo Cy Di Eve Flo")
    room.stand("Bo", "Cy", "Di", "Eve", "Flo")
    room.here.act(left("Flo"), by="Flo")
    assert room.decide().outcome is Outcome.CARRIED


def test_whoever_leaves_their_place_in_the_middle_counts_no_more() -> None:
    room = a_room()
    room.stand("Bo", "Cy", "Di", "Flo")
    room.here.act(left("Di"), by="Di")
    size = room.size
    with pytest.raises(MayNotDecide):
        room.decide()
    assert room.size == size


def test_what_a_facilitator_types_over_somebodys_own_word_waits_to_be_confirmed() -> None:
    room = a_room()
    room.stand("Cy", "Flo", "Di")
    room.stand("Bo", position=AGAINST)
    room.stand("Bo", position=AGREE, by="Fay")
    assert room.decide().outcome is Outcome.UNSETTLED


def test_a_decision_is_told_by_the_rules_it_was_taken_by_not_by_those_set_after_it() -> None:
    room = a_room()
    room.stand("Bo", "Cy", "Di", "Flo")
    made = room.decide()
    weaker = {**TWO_IN_THE_ROOM, "at_least": 1}
    fact = f.RulesSet(board=BOARD, rules=[weaker, MOST], from_=STARTS.date(), decision=None)
    with writing(log=ORIGIN, by=THE_HOST, now=room.here.now) as pen:
        pen.append(fact)  # as a host may who asks no rule
    page = Client().get(f"{HERE}decisions/{made.decision}/").content.decode()
    assert "At least two of the members who draw on care and support" in page
    assert "At least one of the members" not in page
