"""In law: said truthfully where somebody said the legal rules are all entered, and only there."""

from __future__ import annotations

import pytest

from tests.a_meeting import BOARD, MOST, ORIGIN, D
from tests.deciding_in_a_room import Room, a_room
from tests.kept import a_record
from tests.screens.meeting.people import AMBLEFORD, Sitting, anybody
from withus.core.facts.joining import RulesSet
from withus.core.rules.deciding import MayNotDecide
from withus.saying.keeping.refusals import line
from withus.stores.record.read import find_log
from withus.stores.record.states import board_state

pytestmark = a_record
BOARD_PAGE = f"{AMBLEFORD}boards/{BOARD}/"
LAW = f"{BOARD_PAGE}rules/law/"
CAN, HOLDS = "In law this meeting can decide", "This record holds no legal rule against it."
PROMISE = {
    "id": "our-promise",
    "kind": "present",
    "who": D,
    "at_least": 2,
    "force": "promise",
    "source": None,
    "from": "2026-11-23",
    "until": None,
}
THE_LAW = {**PROMISE, "id": "quorum", "who": "all", "force": "law", "source": "The order, part 2"}


@pytest.fixture
def at(db: None) -> tuple[Sitting, Room]:
    """A meeting that lacks one of those whom a promise asks for, and its people at browsers."""
    room = a_room(PROMISE, MOST, THE_LAW, there="Bo Cy Flo")
    room.stand("Bo", "Cy", "Flo")
    return Sitting(room.here), room


def why(room: Room) -> str:
    """Tell why the roll cannot be closed."""
    with pytest.raises(MayNotDecide) as refusal:
        room.decide()
    return line(refusal.value)


def test_it_is_said_only_where_somebody_said_that_the_rules_are_all_entered(
    at: tuple[Sitting, Room],
) -> None:
    sitting, room = at
    assert HOLDS in why(room)
    assert CAN not in why(room)
    assert "cannot say that the law lets it decide" in anybody()(BOARD_PAGE).text
    page = sitting.as_("Olu")(LAW)
    assert "At least two of all members must be in the room." in page.text
    assert "Ask your monitoring officer" in page.text
    sitting.as_("Olu").post(LAW, {"whole": "yes"}, status=302)
    assert CAN in why(room)
    assert HOLDS not in why(room)
    motion = f"{AMBLEFORD}meetings/{room.meeting}/motions/{room.motion}/"
    assert CAN in sitting.as_("Cy")(motion).text
    assert "it was said that all the legal rules" in anybody()(BOARD_PAGE).text


def test_a_change_of_a_legal_rule_undoes_it(at: tuple[Sitting, Room]) -> None:
    sitting, room = at
    sitting.as_("Fay").post(LAW, {"whole": "yes"}, status=302)
    state = board_state(find_log(ORIGIN), BOARD)
    told = [dict(each) for each in state.rules[-1].fact.rules]
    later = [{**each, "at_least": 3} if each["id"] == "quorum" else each for each in told]
    room.here.act(RulesSet(board=BOARD, rules=later, from_=room.here.now.date(), decision=None))
    assert HOLDS in why(room)
    assert "cannot say that the law lets it decide" in anybody()(BOARD_PAGE).text


def test_where_a_legal_rule_is_not_met_the_law_speaks_first(at: tuple[Sitting, Room]) -> None:
    sitting, room = at
    sitting.as_("Fay").post(LAW, {"whole": "yes"}, status=302)
    room.leaves("Bo", "Flo")
    assert "This meeting can’t decide. The law asks for this:" in why(room)
    assert CAN not in why(room)


def test_it_is_taken_back_and_what_is_sent_without_a_choice_is_refused(
    at: tuple[Sitting, Room],
) -> None:
    sitting, _ = at
    sitting.as_("Fay").post(LAW, {}, status=422)
    sitting.as_("Fay").post(LAW, {"whole": "yes"}, status=302)
    assert "Take it back: they are not all" in sitting.as_("Fay")(LAW).text
    sitting.as_("Fay").post(LAW, {"whole": "no"}, status=302)
    assert "Yes, all of them are entered" in sitting.as_("Fay")(LAW).text


@pytest.mark.parametrize("name", ["Bo", "Cy", "Una", "Sam"])
def test_nobody_else_says_it(at: tuple[Sitting, Room], name: str) -> None:
    sitting, _ = at
    sitting.as_(name).post(LAW, {"whole": "yes"}, status=403)
    assert not board_state(find_log(ORIGIN), BOARD).law
