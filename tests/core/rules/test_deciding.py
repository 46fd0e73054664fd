"""What may be said of a motion and a decision: each refusal is reached, and writes nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.core.facts.story import an_id, place_made
from tests.core.meeting import a_room as here
from tests.core.meeting.a_record import BOARD, Record, rules_set, sits, takes
from tests.core.meeting.a_room import (
    DECISION,
    MEETING,
    MOTION,
    NAMES,
    come,
    decide,
    deputy,
    noted,
    phones,
    roll,
    room,
    row,
    taken,
)
from tests.worked_boards import MOST_PLACES, MOST_VOTE, D, agree, present, written
from withus.core.deciding.call import call_of
from withus.core.deciding.now import RulesUnreadable, stands
from withus.core.deciding.rule import Force
from withus.core.facts import deciding as d
from withus.core.facts import joining as f
from withus.core.facts import keeping as k
from withus.core.facts import meeting as m
from withus.core.facts.fact import Fact
from withus.core.history.standing import in_force, outcome_of
from withus.core.rules import reopening
from withus.core.rules.deciding import CHECKS, MayNotDecide
from withus.core.rules.situation import NotAllowed
from withus.core.words import (
    Capacity,
    ConfirmedHow,
    Ended,
    MotionKind,
    ObjectionOutcome,
    Outcome,
    Placed,
    Position,
    Way,
)

AGAINST, ASIDE = Position.DISAGREE, Position.ASIDE
LATE = written(present(D, at_least=1), agree(D, at_least=2, before=True, late=5))
EVERYBODY = ("Bo", "Cy", "Di", "Eve", "Flo")
Says = Callable[[Record], Fact]


def full(*rules: Any) -> Record:
    """Return a meeting with everybody in the room."""
    record = room("open", *rules)
    come(record, *EVERYBODY)
    return record


def waiting() -> Record:
    """Return a meeting that Di was away from, whose agreement it waits for."""
    record = room("open", *LATE)
    come(record, "Bo", "Cy", "Eve", "Flo")
    assert decide(record, "Bo", "Cy", "Eve", "Flo") is Outcome.WAITING
    return record


def test_every_fact_of_deciding_has_its_rule() -> None:
    assert set(CHECKS) | set(reopening.CHECKS) == set(d.FACTS)


REFUSED: dict[str, tuple[Says, str, str]] = {
    "a motion on what was refused": (
        lambda record: (
            record.say(here.placed(outcome=Placed.REFUSED, reason="Not ours."), by="Fay"),
            here.put(motion=an_id("another")),
        )[1],
        "Cy",
        "not_on_agenda",
    ),
    "a motion under other rules": (
        lambda _: here.put(motion=an_id("another"), rules=NAMES - {"r1"}),
        "Cy",
        "rules_differ",
    ),
    "stands aside from afar": (lambda _: here.before("Bo", ASIDE), "Bo", "only_agree_or_disagree"),
    "says before for nobody": (lambda _: here.before("Nobody"), "Bo", "not_in_a_place"),
    "assents to what is not decided": (lambda _: here.assent("Bo"), "Bo", "not_waiting"),
    "an exception from terms": (lambda _: here.exception(rule="r1"), "Cy", "not_a_promise"),
    "an exception from no rule": (lambda _: here.exception(rule="no"), "Cy", "not_a_promise"),
    "an exception without a reason": (lambda _: here.exception(why=" "), "Cy", "reason_needed"),
    "an exception from another's place": (
        lambda _: here.exception(by=Capacity.SERVICES),
        "Cy",
        "not_your_capacity",
    ),
    "an objection without a reason": (lambda _: here.objection(reason=""), "Bo", "reason_needed"),
    "an objection of nobody": (lambda _: here.objection("Nobody"), "Bo", "not_in_a_place"),
    "an answer without words": (
        lambda record: (record.say(here.objection(), by="Bo"), here.answer(answer=" "))[1],
        "Cy",
        "reason_needed",
    ),
    "told of tomorrow": (
        lambda record: here.reported(record, day=record.now.date() + timedelta(days=1)),
        "Fay",
        "day_to_come",
    ),
}


@pytest.mark.parametrize("case", REFUSED.values(), ids=REFUSED)
def test_what_makes_no_sense_is_refused(case: tuple[Says, str, str]) -> None:
    says, by, code = case
    record = full()
    assert record.refused(says(record), by=by) == code


def test_nothing_more_is_said_to_what_is_decided() -> None:
    record = full()
    record.say(here.objection(), by="Bo")
    record.say(here.answer(), by="Cy")
    assert decide(record, *EVERYBODY) is Outcome.CARRIED
    after: list[tuple[Fact, str]] = [
        (here.before("Bo"), "Bo"),
        (here.assent("Bo"), "Bo"),
        (here.exception(), "Cy"),
        (here.objection(objection=an_id("another")), "Bo"),
        (here.answer(ObjectionOutcome.CHANGED), "Cy"),
        (taken(record, roll(*EVERYBODY), decision=an_id("another")), "Cy"),
    ]
    codes = [record.refused(fact, by=by) for fact, by in after]
    assert codes == ["decided_already", "not_waiting", *["decided_already"] * 4]


def test_what_is_about_no_motion_no_decision_and_no_objection_is_refused() -> None:
    record, unknown = full(), an_id("unknown")
    where = record.situation(here.exception())
    wrong: list[tuple[Fact, str]] = [
        (replace(here.before("Bo"), motion=unknown), "no_such_motion"),
        (replace(here.assent("Bo"), motion=unknown), "no_such_motion"),
        (here.answer(objection=unknown), "no_such_objection"),
        (d.DecisionSettled(decision=unknown, outcome=Outcome.CARRIED), "no_such_decision"),
        (d.DecisionReversed(decision=unknown, by_decision=DECISION), "no_such_decision"),
        (replace(here.signed(), decision=unknown), "no_such_decision"),
    ]
    for fact, code in wrong:
        with pytest.raises(NotAllowed) as refusal:
            {**CHECKS, **reopening.CHECKS}[type(fact)](fact, where)
        assert refusal.value.code == code


@pytest.mark.parametrize(
    ("fields", "held", "code"),
    [
        ({}, True, ""),
        ({}, False, "no_roll_held"),
        ({"of_last_entry": 1}, True, "entry_differs"),
        ({"outcome": Outcome.NOT_CARRIED}, True, "outcome_differs"),
        ({"met": frozenset()}, True, "outcome_differs"),
        ({"unmet": frozenset({"r1"})}, True, "outcome_differs"),
    ],
)
def test_a_decision_says_what_the_rules_tell_by_the_roll_that_the_act_holds(
    fields: dict[str, Any], held: bool, code: str
) -> None:
    record = full()
    fact = taken(record, roll(*EVERYBODY), **fields)
    assert record.refused(fact, by="Cy", roll=fact.roll if held else None) == code


def test_a_roll_that_is_not_the_one_held_is_refused() -> None:
    record = full()
    fact = taken(record, roll(*EVERYBODY))
    assert record.refused(fact, by="Cy", roll=roll("Bo", "Cy", "Di", "Eve")) == "no_roll_held"


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (row("Flo", way=Way.PHONE), "not_here"),
        (row("Flo", deputy=an_id("Flo's deputy")), "not_here"),
        (row("Nobody"), "not_in_a_place"),
    ],
)
def test_nobody_is_in_a_roll_but_as_they_are_in_the_room(wrong: Any, code: str) -> None:
    record = full()
    said = roll("Bo", "Cy", "Di", "Eve", wrong)
    assert record.refused(taken(record, said), by="Cy", roll=said) == code


def test_a_deputy_who_was_ended_since_they_came_is_in_no_roll() -> None:
    record = room()
    come(record, "Cy", "Di", "Eve")
    record.say(deputy(), by="Bo")
    record.say(noted("Bo", deputy=an_id("Bo's deputy")), by="Bo")
    record.say(f.DeputyEnded(deputy=an_id("Bo's deputy")), by="Bo")
    said = roll("Cy", "Di", "Eve", row("Bo", deputy=an_id("Bo's deputy")))
    assert record.refused(taken(record, said), by="Cy", roll=said) == "no_such_deputy"


def test_a_decision_is_taken_while_the_meeting_is_open_and_by_who_chairs_it() -> None:
    record = full()
    fact = taken(record, roll(*EVERYBODY))
    assert record.refused(fact, by="Flo", roll=fact.roll) == "not_yours_to_do"
    assert record.refused(fact, by="Fay", roll=fact.roll) == "not_yours_to_do"
    record.say(m.MeetingClosed(meeting=MEETING), by="Cy")
    late = taken(record, roll(*EVERYBODY))
    assert record.refused(late, by="Cy", roll=late.roll) == "meeting_closed"


def test_the_board_may_not_decide_without_one_of_two_and_says_by_which_rule() -> None:
    record = full()
    come(record, "Di", came=False)
    fact = taken(record, roll("Bo", "Cy", "Eve", "Flo"))
    with pytest.raises(MayNotDecide) as refusal:
        record.say(fact, by="Cy", roll=fact.roll)
    assert refusal.value.code == "may_not_decide"
    assert refusal.value.parameters == {"rules": "r1", "force": "terms"}
    assert [rule.id for rule in refusal.value.stands.unmet] == ["r1"]
    come(record, "Di")
    assert decide(record, *EVERYBODY) is Outcome.CARRIED


def test_an_objection_nobody_answered_stops_every_decision() -> None:
    record = full()
    record.say(here.objection(), by="Bo")
    fact = taken(record, roll(*EVERYBODY))
    with pytest.raises(MayNotDecide) as refusal:
        record.say(fact, by="Cy", roll=fact.roll)
    assert (refusal.value.code, refusal.value.parameters) == (
        "objection_unanswered",
        {"objections": 1},
    )
    assert record.refused(here.answer(ObjectionOutcome.WITHDRAWN), by="Cy") == "not_your_own"
    record.say(here.answer(ObjectionOutcome.WITHDRAWN, answer=""), by="Bo")
    assert decide(record, *EVERYBODY) is Outcome.CARRIED


def test_a_promise_may_be_gone_on_without_and_nothing_stronger() -> None:
    record = room()
    come(record, "Bo", "Cy", "Di", "Flo")
    four = ("Bo", "Cy", "Di", "Flo")
    fact = taken(record, roll(*four))
    with pytest.raises(MayNotDecide) as refusal:
        record.say(fact, by="Cy", roll=fact.roll)
    assert refusal.value.stands.decision.force is Force.PROMISE
    record.say(here.exception(), by="Cy")
    said = taken(record, roll(*four))
    assert (said.outcome, said.unmet) == (Outcome.CARRIED, frozenset({"promise"}))
    come(record, "Di", came=False)
    three = taken(record, roll("Bo", "Cy", "Flo"))
    assert record.refused(three, by="Cy", roll=three.roll) == "may_not_decide"


def test_an_exception_is_over_on_its_day() -> None:
    record = room()
    come(record, "Bo", "Cy", "Di", "Flo")
    record.say(here.exception(until=record.now.date()), by="Cy")
    assert taken(record, roll("Bo", "Cy", "Di", "Flo")).outcome is Outcome.MAY_NOT


def test_a_roll_is_called_anew_before_the_close_and_the_last_holds() -> None:
    record = full()
    assert decide(record, *EVERYBODY) is Outcome.CARRIED
    again = an_id("again")
    turned = d.DecisionReversed(decision=DECISION, by_decision=again)
    assert record.refused(turned, by="Flo") == "not_yours_to_do"
    record.say(turned, by="Cy")
    assert record.refused(turned, by="Cy") == "decided_already"
    against = roll("Bo", "Cy", *(row(name, AGAINST) for name in ("Di", "Eve", "Flo")))
    other = taken(record, against, decision=an_id("a third"))
    assert record.refused(other, by="Cy", roll=against) == "decided_already"
    record.say(taken(record, against, decision=again), by="Cy", roll=against)
    motion = record.meeting(MEETING).motions[MOTION]
    found = in_force(motion)
    assert found is not None
    assert outcome_of(found) is Outcome.NOT_CARRIED
    back = d.DecisionReversed(decision=again, by_decision=DECISION)
    assert record.refused(back, by="Cy") == "decided_already"


def test_what_was_to_be_called_anew_and_never_was_stands() -> None:
    record = full()
    decide(record, *EVERYBODY)
    record.say(d.DecisionReversed(decision=DECISION, by_decision=an_id("never")), by="Cy")
    found = in_force(record.meeting(MEETING).motions[MOTION])
    assert found is not None
    assert outcome_of(found) is Outcome.CARRIED


def test_it_waits_for_those_who_were_away_and_for_nobody_else() -> None:
    record = waiting()
    settled = d.DecisionSettled(decision=DECISION, outcome=Outcome.CARRIED)
    assert record.refused(settled, by="Fay") == "outcome_differs"
    assert record.refused(d.DecisionLapsed(decision=DECISION), by="Fay") == "outcome_differs"
    assert record.refused(here.assent("Bo"), by="Bo") == "not_waiting"
    assert record.refused(here.assent("Eve"), by="Eve") == "not_waiting"
    assert record.refused(here.assent("Di", ASIDE), by="Di") == "only_agree_or_disagree"
    assert record.refused(here.assent("Di"), by="Bo") == "not_your_own"
    record.say(here.assent("Di"), by="Di")
    assert record.refused(here.assent("Di", AGAINST), by="Di") == "not_waiting"
    other = replace(settled, outcome=Outcome.NOT_CARRIED)
    assert record.refused(other, by="Fay") == "outcome_differs"
    record.say(settled, by="Fay")
    assert record.refused(settled, by="Fay") == "not_open_still"


def test_whoever_says_no_afterwards_is_waited_for_no_more() -> None:
    record = waiting()
    record.say(here.assent("Di", AGAINST), by="Di")
    assert record.refused(here.assent("Di"), by="Di") == "not_waiting"
    record.say(d.DecisionSettled(decision=DECISION, outcome=Outcome.NOT_CARRIED), by="Fay")


def test_nobody_assents_for_whoever_had_the_place_when_the_roll_was_called() -> None:
    record = waiting()
    record.say(f.PlaceLeft(holding=sits("Di"), how=Ended.RESIGNED, early=True), by="Di")
    record.say(takes("Gus", "Di's place"))
    assert record.refused(here.assent("Gus"), by="Gus") == "not_waiting"
    record.later(days=9)
    record.say(d.DecisionLapsed(decision=DECISION), by="Fay")


def stands_today(record: Record) -> Outcome:
    """Tell how the decision stands today."""
    state, today = record.meeting(MEETING), record.now.date()
    motion = state.motions[MOTION]
    found = in_force(motion)
    assert found is not None
    call = call_of(found, state, today=today, closed=record.closed)
    return stands(record.board, state, motion, call).decision.outcome


@pytest.mark.parametrize(
    "since",
    [
        lambda _: [(f.PlaceLeft(holding=sits("Bo"), how=Ended.RESIGNED, early=True), "Bo")],
        lambda record: [(rules_set(record, *written(present("all", at_least=5))), "host")],
        lambda _: [(here.interest("Bo"), "Bo")],
        lambda _: [
            (place_made(f"new {n}", Capacity.DRAWS_ON_SERVICES, board=BOARD), "host")
            for n in range(9)
        ],
        lambda _: [(f.DeputyEnded(deputy=an_id("Eve's deputy")), "Eve")],
    ],
    ids=["left", "rules", "interest", "places", "deputy"],
)
def test_what_comes_after_the_roll_was_called_changes_nothing_of_it(since: Any) -> None:
    record = room("open", *written(MOST_PLACES, agree(D, at_least=2, late=5)))
    come(record, "Bo", "Cy", "Flo")
    record.say(deputy("Eve"), by="Eve")
    record.say(noted("Eve", deputy=an_id("Eve's deputy")), by="Eve")
    came_for = row("Eve", deputy=an_id("Eve's deputy"))
    assert decide(record, "Bo", "Cy", came_for, row("Flo", ASIDE)) is Outcome.WAITING
    for fact, by in since(record):
        record.say(fact, by=by)
    assert stands_today(record) is Outcome.WAITING
    record.say(here.assent("Di"), by="Di")
    assert stands_today(record) is Outcome.CARRIED


def test_what_was_entered_by_another_waits_and_may_be_assented_to_meanwhile() -> None:
    record = room("open", *written(present("all", at_least=3), agree(D, at_least=2, late=5)))
    come(record, "Cy", "Eve", "Flo")
    entry = phones(record, "Bo")
    said = row("Bo", way=Way.PHONE, self_entered=False)
    fact = taken(record, roll(said, "Cy", "Eve", "Flo"))
    record.say(fact, by="Cy", roll=fact.roll)
    assert fact.outcome is Outcome.WAITING  # with Bo or without: Di is away
    record.say(here.assent("Di"), by="Di")
    assert stands_today(record) is Outcome.UNSETTLED
    record.say(k.EntryConfirmed(entry=entry, how=ConfirmedHow.OWN_CODE, right=True), by="Bo")
    assert stands_today(record) is Outcome.CARRIED


def by_phone(stage: str = "decided") -> tuple[Record, int, int]:
    """Return a meeting that hangs on Di, who is on the phone as Fay typed it, and both entries."""
    record = room("open", *written(present(D, at_least=2), MOST_VOTE))
    come(record, "Bo", "Cy", "Eve")
    came = phones(record, "Di")
    if stage == "before":
        record.say(k.EntryConfirmed(entry=came, how=ConfirmedHow.OWN_CODE, right=True), by="Di")
    fact = taken(record, roll("Bo", "Cy", "Eve", row("Di", way=Way.PHONE, self_entered=False)))
    assert fact.outcome is Outcome.UNSETTLED
    return record, came, record.say(fact, by="Cy", roll=fact.roll)


HOWS = {
    "their own code": ("came", ConfirmedHow.OWN_CODE, "Di", None, Outcome.CARRIED),
    "another affected member": ("came", ConfirmedHow.SECOND_PERSON, "Bo", None, Outcome.CARRIED),
    "the whole roll, by another": ("roll", ConfirmedHow.SECOND_PERSON, "Bo", None, Outcome.CARRIED),
}


@pytest.mark.parametrize("how", HOWS.values(), ids=HOWS)
def test_what_another_entered_is_confirmed_in_three_ways(how: Any) -> None:
    which, way, by, typist, comes_of_it = how
    record, came, taken_at = by_phone()
    assert stands_today(record) is Outcome.UNSETTLED
    fact = k.EntryConfirmed(entry=came if which == "came" else taken_at, how=way, right=True)
    assert record.refused(fact, by="Flo") in ("not_yours_to_do", "not_about_you")
    record.say(fact, by=by, typed_by=typist)
    assert stands_today(record) is comes_of_it


def test_whoever_is_in_the_room_confirms_what_was_typed_of_them_by_the_roll_itself() -> None:
    record = room("open", *written(present(D, at_least=2), MOST_VOTE))
    come(record, "Bo", "Cy", "Di", "Eve")
    typed = [row(name, self_entered=False) for name in ("Bo", "Di")]
    fact = taken(record, roll("Cy", "Eve", *typed))
    entry = record.say(fact, by="Cy", roll=fact.roll)
    own = k.EntryConfirmed(entry=entry, how=ConfirmedHow.OWN_CODE, right=True)
    assert record.refused(own, by="Flo") == "not_about_you"
    record.say(own, by="Di")
    assert stands_today(record) is Outcome.UNSETTLED  # Bo has not said so yet
    record.say(own, by="Bo")
    assert stands_today(record) is Outcome.CARRIED


def test_what_was_confirmed_before_the_roll_says_nothing_of_it() -> None:
    record, came, _ = by_phone("before")
    assert stands_today(record) is Outcome.UNSETTLED
    record.say(k.EntryConfirmed(entry=came, how=ConfirmedHow.OWN_CODE, right=True), by="Di")
    assert stands_today(record) is Outcome.CARRIED


@pytest.mark.parametrize(
    ("days", "comes_of_it"), [(7, Outcome.CARRIED), (8, Outcome.MAY_NOT), (30, Outcome.MAY_NOT)]
)
def test_a_confirmation_counts_within_its_five_working_days_whenever_it_is_asked(
    days: int, comes_of_it: Outcome
) -> None:
    record, came, _ = by_phone()  # on Tuesday 4 August
    record.later(days=days)
    record.say(k.EntryConfirmed(entry=came, how=ConfirmedHow.OWN_CODE, right=True), by="Di")
    assert stands_today(record) is comes_of_it
    record.later(days=60)
    assert stands_today(record) is comes_of_it


def test_bank_holidays_are_no_working_days() -> None:
    record, came, _ = by_phone()
    record.closed = frozenset({record.now.date() + timedelta(days=1)})
    record.later(days=8)
    record.say(k.EntryConfirmed(entry=came, how=ConfirmedHow.OWN_CODE, right=True), by="Di")
    assert stands_today(record) is Outcome.CARRIED


def test_a_body_signs_what_was_carried_and_nothing_else() -> None:
    record = full()
    assert decide(record, "Bo", "Cy", "Di", "Eve") is Outcome.CARRIED
    assert record.refused(here.signed(), by="Fay") == ""
    lost = full()
    decide(lost, *(row(name, AGAINST) for name in EVERYBODY))
    assert lost.refused(here.signed(), by="Fay") == "not_carried"


def test_a_decision_taken_elsewhere_is_told_and_is_no_decision_here() -> None:
    record = full()
    record.say(here.reported(record, outside_rule="r1"), by="Flo")
    assert len(record.board.reported) == 1
    assert not record.meeting(MEETING).motions[MOTION].decisions
    closed = full()
    closed.take(f.BoardClosed(board=BOARD))
    assert closed.refused(here.reported(closed), by="Flo") == "board_closed"


def test_where_a_rule_cannot_be_read_nobody_decides() -> None:
    record = full()
    fact = taken(record, roll(*EVERYBODY))
    record.take(f.RulesSet(board=BOARD, rules=[{}], from_=record.now.date(), decision=None))
    state = record.meeting(MEETING)
    with pytest.raises(RulesUnreadable):
        taken(record, roll(*EVERYBODY))
    after = replace(fact, of_last_entry=len(record.entries) - 1)
    assert record.refused(after, by="Cy", roll=fact.roll) == "rule_unreadable"
    assert record.refused(here.put(motion=an_id("another")), by="Cy") == "rule_unreadable"
    assert not state.motions[MOTION].decisions


def test_a_rule_that_cannot_be_read_since_does_not_hold_up_what_was_decided_before() -> None:
    record = waiting()
    record.say(here.assent("Di"), by="Di")
    record.take(f.RulesSet(board=BOARD, rules=[{}], from_=record.now.date(), decision=None))
    record.say(d.DecisionSettled(decision=DECISION, outcome=Outcome.CARRIED), by="Fay")


def test_a_board_that_has_met_sets_rules_by_deciding_them() -> None:
    record = full()
    told = rules_set(record, *written(present(D, at_least=1), MOST_VOTE))
    assert record.refused(told, by="Fay") in ("rules_undecided", "not_yours_to_do")
    decide(record, *EVERYBODY)
    wrong = replace(told, decision=DECISION)
    assert record.refused(wrong, by="Fay") == "no_such_decision"  # that was of another kind
    rules, name = an_id("new rules"), an_id("rules decided")
    record.say(here.put(motion=rules, kind=MotionKind.RULES), by="Cy")
    fact = replace(taken(record, roll(*EVERYBODY)), motion=rules, decision=name)
    record.say(fact, by="Cy", roll=fact.roll)
    assert record.refused(replace(told, decision=name), by="Fay") == ""
