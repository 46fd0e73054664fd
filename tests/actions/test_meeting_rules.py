"""A board decides with those whom its rules ask for, and not without them."""

from __future__ import annotations

import pytest

from tests.a_meeting import BOARD, ORIGIN, Here, a_board
from tests.core.facts.story import an_id
from tests.kept import a_record
from withus.actions.joining import put
from withus.core.deciding.call import Call
from withus.core.deciding.now import stands
from withus.core.facts.deciding import DecisionTaken
from withus.core.facts.rows import Said
from withus.core.rules.situation import NotAllowed
from withus.core.words import Outcome, Position, Way
from withus.stores.keys.locker import new_id
from withus.stores.meeting.models import MeetingRow
from withus.stores.record.append import Actor, writing
from withus.stores.record.read import find_log
from withus.stores.record.states import board_state, meeting_state

pytestmark = a_record


def roll(*names: str) -> tuple[Said, ...]:
    rows = [
        Said(
            holding=an_id(f"{name} sits"),
            position=Position.AGREE,
            way=Way.ROOM,
            deputy=None,
            self_entered=True,
        )
        for name in names
    ]
    return tuple(sorted(rows, key=lambda row: row.holding))


def take(here: Here, meeting: str, motion: str, *names: str) -> Outcome:
    with writing(log=ORIGIN, by=Actor(person=here.people["Cy"]), now=here.now) as pen:
        call = Call(roll=roll(*names), on=pen.at.date())
        state = pen.meeting(meeting)
        found = stands(pen.board(BOARD), state, state.motions[motion], call)
        fact = DecisionTaken(
            motion=motion,
            decision=new_id(),
            roll=call.roll,
            outcome=found.decision.outcome,
            met=frozenset(rule.id for rule in found.met),
            unmet=frozenset(rule.id for rule in found.unmet),
            of_last_entry=pen.log.size - 1,
        )
        put(pen, fact, by=Actor(person=here.people["Cy"]), roll=call.roll)
        return found.decision.outcome


def test_one_of_two_has_left_and_nothing_is_decided_until_they_are_back() -> None:
    here = a_board()
    meeting = here.call()
    motion = here.motion(here.item(meeting))
    here.open(meeting)
    here.comes(meeting, "Bo", "Cy", "Di", "Flo")
    here.comes(meeting, "Di", came=False)
    before = find_log(ORIGIN).size
    with pytest.raises(NotAllowed, match="may_not_decide") as refused:
        take(here, meeting, motion, "Bo", "Cy", "Flo")
    assert refused.value.parameters == {"rules": "two-in-the-room", "force": "terms"}
    with pytest.raises(NotAllowed, match="not_here"):
        take(here, meeting, motion, "Bo", "Cy", "Di", "Flo")
    assert find_log(ORIGIN).size == before
    here.comes(meeting, "Di")
    assert take(here, meeting, motion, "Bo", "Cy", "Di", "Flo") is Outcome.CARRIED
    with pytest.raises(NotAllowed, match="decided_already"):
        take(here, meeting, motion, "Bo", "Cy", "Di", "Flo")


def test_all_that_a_meeting_does_is_called_by_one_name_of_its_board() -> None:
    here = a_board()
    meeting = here.call()
    here.item(meeting)
    log = find_log(ORIGIN)
    item = next(iter(meeting_state(log, meeting).items.values()))
    bo = board_state(log, BOARD).places[an_id("Bo's place")].held
    assert MeetingRow.objects.get().board == BOARD
    called = meeting_state(log, meeting).called
    assert called is not None
    assert item.placed is not None
    assert called.by == item.placed.by  # Fay, twice
    assert bo is not None
