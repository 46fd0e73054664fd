"""What of a meeting fits nothing before it changes nothing, and is told as odd."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.core.facts.story import an_id
from tests.core.meeting import a_room as at
from tests.core.meeting.a_record import Record, meeting_called
from tests.core.meeting.a_room import DECISION, MEETING, come, decide, room
from withus.core.facts import deciding as d
from withus.core.facts import meeting as m
from withus.core.facts.fact import Fact
from withus.core.history.deciding import CHANGES as DECIDING
from withus.core.history.meeting import CHANGES
from withus.core.history.state import Meeting
from withus.core.history.told import Told
from withus.core.words import Outcome


def record_of_the_decision(record: Record) -> Fact:
    """Tell the decision that was taken."""
    return record.meeting(MEETING).motions[at.MOTION].decisions[DECISION].taken.fact


NONE = an_id("none")
TWICE: dict[str, Callable[[Record], Fact]] = {
    "called": meeting_called,
    "opened": lambda record: at.of_the_room(record)["opened"],
    "closed": lambda record: at.of_the_room(record)["closed"],
    "asked": lambda _: at.asked(),
    "paper": lambda _: at.paper(),
    "put": lambda _: at.put(),
    "objected": lambda _: at.objection(),
    "decided": record_of_the_decision,
    "settled": lambda _: d.DecisionSettled(decision=DECISION, outcome=Outcome.MAY_NOT),
    "lapsed": lambda _: d.DecisionLapsed(decision=DECISION),
    "reversed": lambda _: d.DecisionReversed(decision=DECISION, by_decision=NONE),
    "drafted out of turn": lambda _: at.drafted(3),
    "approved unwritten": lambda _: at.approved("Bo", version=2),
}
OF_NOTHING: dict[str, Fact] = {
    "placed": at.placed(item=NONE),
    "paper": at.paper(item=NONE),
    "interest": replace(at.interest("Bo"), item=NONE),
    "put": at.put(item=NONE, motion=NONE),
    "before": replace(at.before("Bo"), motion=NONE),
    "assent": replace(at.assent("Bo"), motion=NONE),
    "exception": at.exception(motion=NONE),
    "objected": at.objection(motion=NONE),
    "answered": at.answer(objection=NONE),
    "settled": d.DecisionSettled(decision=NONE, outcome=Outcome.CARRIED),
    "lapsed": d.DecisionLapsed(decision=NONE),
    "reversed": d.DecisionReversed(decision=NONE, by_decision=DECISION),
    "signed": replace(at.signed(), decision=NONE),
}


def all_of_it() -> Record:
    """Return a meeting in which everything happened once."""
    record = room("open")
    come(record, "Bo", "Cy", "Di", "Eve")
    record.say(at.paper(), by="Fay")
    record.say(at.objection(), by="Bo")
    record.say(at.answer(), by="Cy")
    decide(record, "Bo", "Cy", "Di", "Eve")
    record.say(m.MeetingClosed(meeting=MEETING), by="Cy")
    record.take(d.DecisionSettled(decision=DECISION, outcome=Outcome.CARRIED))
    record.take(d.DecisionLapsed(decision=DECISION))
    record.take(d.DecisionReversed(decision=DECISION, by_decision=NONE))
    record.say(at.drafted(), by="Fay")
    assert record.meeting(MEETING).odd == ()
    return record


def changes(state: Meeting, fact: Fact) -> Meeting | None:
    """Tell what a fact makes of a meeting; None where it fits nothing."""
    told = Told(fact, 999, Record().now, None, None, None)
    change = {**CHANGES, **DECIDING}[type(fact)]
    return change(state, told)


@pytest.mark.parametrize("what", TWICE)
def test_what_happens_once_does_not_happen_twice(what: str) -> None:
    record = all_of_it()
    assert changes(record.meeting(MEETING), TWICE[what](record)) is None


@pytest.mark.parametrize("what", OF_NOTHING)
def test_what_is_about_nothing_changes_nothing(what: str) -> None:
    assert changes(all_of_it().meeting(MEETING), OF_NOTHING[what]) is None


def test_nothing_happens_in_a_meeting_that_was_never_called() -> None:
    record = all_of_it()
    happened = [one.fact for one in record.entries if type(one.fact) in {**CHANGES, **DECIDING}]
    for fact in happened:
        if not isinstance(fact, m.MeetingCalled):
            assert changes(Meeting(), fact) is None, fact
    assert {type(fact) for fact in happened} >= {m.MeetingOpened, d.DecisionTaken}


def test_assent_before_the_roll_was_called_is_odd() -> None:
    assert changes(room().meeting(MEETING), at.assent("Bo")) is None
