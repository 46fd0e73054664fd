"""Who may enter what in a meeting: those who run it, and each member for their own place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.core.facts.story import an_id
from tests.core.meeting import a_room as here
from tests.core.meeting.a_record import Record, meeting_called, sits
from tests.core.meeting.a_room import MEETING, come, deputy, noted, room
from withus.core.facts import deciding as d
from withus.core.facts import meeting as m
from withus.core.facts.fact import Fact
from withus.core.rules.in_meetings import CHECKS, NEEDS, OF_WHO_ENTERED_IT, TYPED_FOR_OTHERS
from withus.core.words import Capacity, NeedsMet, ObjectionOutcome, Outcome, Way

EVERYBODY = ("Bo", "Cy", "Di", "Eve", "Flo", "Fay", "Sam")
DECIDED = d.DecisionSettled(decision=here.DECISION, outcome=Outcome.CARRIED)
WHO: dict[str, tuple[str, Callable[[Record], Fact], set[str]]] = {
    "call": ("called", lambda r: meeting_called(r, "meeting 2"), {"Fay"}),
    "move": ("called", here.moved, {"Fay"}),
    "cancel": ("called", lambda _: m.MeetingCancelled(meeting=MEETING, reason=""), {"Fay"}),
    "open": (
        "called",
        lambda _: m.MeetingOpened(meeting=MEETING, chairs=frozenset({sits("Cy")})),
        {"Fay", "Cy"},
    ),
    "close": ("open", lambda _: m.MeetingClosed(meeting=MEETING), {"Cy"}),
    "place an item": ("called", lambda _: here.placed(order=2), {"Fay", "Cy"}),
    "put out a paper": ("called", lambda _: here.paper(), {"Fay"}),
    "look at needs": (
        "open",
        lambda _: m.NeedsLookedAt(meeting=MEETING, answer=NeedsMet.ALL_MET),
        {"Fay", "Cy"},
    ),
    "note company": (
        "open",
        lambda _: m.CompanyNoted(meeting=MEETING, supporters=1, interpreters=0),
        {"Fay", "Cy"},
    ),
    "come in as Bo": ("open", lambda _: noted("Bo"), {"Bo"}),
    "say stop": (
        "open",
        lambda _: m.ItemPaused(meeting=MEETING),
        {"Bo", "Cy", "Di", "Eve", "Flo", "Fay"},
    ),
    "leave an item as Bo": ("open", lambda _: here.interest("Bo"), {"Bo"}),
    "put a motion": ("open", lambda _: here.put(motion=an_id("another")), {"Cy"}),
    "say before as Bo": ("called", lambda _: here.before("Bo"), {"Bo"}),
    "object as Bo": ("open", lambda _: here.objection(), {"Bo"}),
    "go on without a promise": ("open", lambda _: here.exception(), {"Cy"}),
    "tell what was decided elsewhere": (
        "open",
        here.reported,
        {"Bo", "Cy", "Di", "Eve", "Flo", "Fay"},
    ),
    "draft minutes": ("closed", lambda _: here.drafted(), {"Fay"}),
    "count turns": ("closed", lambda _: here.turns("Bo", "Cy", "Di", "Eve"), {"Fay", "Cy"}),
}


@pytest.mark.parametrize("act", WHO)
def test_each_is_for_those_it_is_for(act: str) -> None:
    stage, says, may = WHO[act]
    found = set()
    for name in EVERYBODY:
        record = room(stage)
        if not record.refused(says(record), by=name):
            found.add(name)
    assert found == may


@pytest.mark.parametrize(
    ("by", "capacity", "code"),
    [
        ("Bo", Capacity.DRAWS_ON_SERVICES, ""),
        ("Bo", Capacity.SERVICES, "not_your_capacity"),
        ("Bo", None, "not_your_capacity"),
        ("Fay", None, ""),
        ("Fay", Capacity.SERVICES, "not_your_capacity"),
        ("Sam", None, "not_yours_to_do"),
    ],
)
def test_an_item_is_asked_for_from_the_place_one_has(
    by: str, capacity: Capacity | None, code: str
) -> None:
    fact = here.asked(item=an_id("another"), capacity=capacity)
    assert room().refused(fact, by=by) == code


def test_whoever_was_chosen_to_chair_runs_this_meeting_and_no_other() -> None:
    record = room("called")
    here.come(record, "Eve")
    chosen = m.MeetingOpened(meeting=MEETING, chairs=frozenset({sits("Eve")}))
    record.say(chosen, by="Fay")
    motion = here.put(motion=an_id("another"))
    assert record.refused(motion, by="Flo") == "not_yours_to_do"
    assert record.refused(motion, by="Eve") == ""
    company = m.CompanyNoted(meeting=MEETING, supporters=1, interpreters=0)
    assert record.refused(company, by="Flo") == "not_yours_to_do"
    assert record.refused(company, by="Eve") == ""
    record.say(meeting_called(record, "meeting 2"), by="Fay")
    other = here.asked(item=an_id("item 2"), meeting=an_id("meeting 2"))
    record.say(other, by="Bo")
    record.say(here.placed(item=an_id("item 2")), by="Fay")
    there = here.put(item=an_id("item 2"), motion=an_id("motion 2"))
    assert record.refused(there, by="Eve") == "not_yours_to_do"


def test_whoever_objects_takes_it_back_and_whoever_chairs_says_the_rest() -> None:
    record = room()
    record.say(here.objection(), by="Bo")
    assert record.refused(here.answer(ObjectionOutcome.CHANGED), by="Bo") == "not_yours_to_do"
    assert record.refused(here.answer(ObjectionOutcome.CHANGED), by="Cy") == ""
    assert record.refused(here.answer(ObjectionOutcome.WITHDRAWN), by="Di") == "not_your_own"
    assert record.refused(here.answer(ObjectionOutcome.WITHDRAWN), by="Bo") == ""


@pytest.mark.parametrize("kind", TYPED_FOR_OTHERS, ids=lambda kind: kind.TYPE)
def test_what_may_be_typed_for_somebody_is_typed_by_the_facilitator_alone(
    kind: type[Fact],
) -> None:
    record = room("closed" if kind is m.MinutesApproved else "open")
    given: dict[type[Fact], Fact] = {
        m.ItemAsked: here.asked(item=an_id("another")),
        m.PresenceNoted: noted("Bo", way=Way.PHONE, self_entered=False),
        m.InterestDeclared: here.interest("Bo"),
        m.MinutesApproved: here.approved("Bo"),
        d.BeforeSaid: here.before("Bo"),
        d.ObjectionMade: here.objection(),
        d.AssentGiven: here.assent("Bo"),
    }
    if kind is m.MinutesApproved:
        record.say(here.drafted(), by="Fay")
    expected = "not_waiting" if kind is d.AssentGiven else ""
    assert record.refused(given[kind], by="Bo", typed_by="Eve") == "not_yours_to_do"
    assert record.refused(given[kind], by="Bo", typed_by="Fay") == expected


@pytest.mark.parametrize("kind", [each for each in NEEDS if each not in TYPED_FOR_OTHERS])
def test_nobody_types_what_another_may_do_by_a_duty_or_from_the_chair(kind: type[Fact]) -> None:
    record = room("called")
    told: dict[type[Fact], Fact] = {type(fact): fact for fact in here.of_the_room(record).values()}
    come_from = {d.DecisionSettled: DECIDED, d.MotionPut: here.put(motion=an_id("another"))}
    fact = {**told, **come_from}.get(kind)
    if fact is not None:
        refusal = record.refused(fact, by="Cy", typed_by="Fay")
        assert refusal in ("not_typed_for_others", "no_such_id")


def test_a_deputy_is_let_in_by_whoever_chose_them() -> None:
    record = room()
    record.say(deputy(), by="Bo")
    stands_in = noted("Bo", deputy=an_id("Bo's deputy"))
    assert record.refused(stands_in, by="Di") == "not_your_own"
    assert record.refused(stands_in, by="Bo") == ""
    come(record, "Di")
    assert record.refused(replace(noted("Di"), came=False), by="Di") == ""


def test_every_fact_needs_a_right_and_what_is_typed_is_among_them() -> None:
    assert set(NEEDS) == {*m.FACTS, *d.FACTS}
    assert {*TYPED_FOR_OTHERS, *OF_WHO_ENTERED_IT, *CHECKS} <= set(NEEDS)
