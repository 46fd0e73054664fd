"""Deciding: which of its facts may follow from where a board and its meeting stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from withus.core.deciding.before import board_before
from withus.core.deciding.call import Call, call_of, left_it, objections
from withus.core.deciding.decide import Objection
from withus.core.deciding.now import RulesUnreadable, Stands, rules_on, stands
from withus.core.deciding.rule import Force, Rule, RuleKind
from withus.core.facts import deciding as f
from withus.core.facts.fact import Fact
from withus.core.facts.rows import Said
from withus.core.history.deciding import motion_of
from withus.core.history.standing import in_force, is_open, outcome_of
from withus.core.history.state import Motion, Taken
from withus.core.meeting.standing import here
from withus.core.rules.meeting import BEFORE_IT_ENDS, check_deputy, check_meeting, item_of
from withus.core.rules.situation import NotAllowed, Situation, check_held, check_open
from withus.core.words import MeetingStage, MotionKind, ObjectionOutcome, Outcome, Placed, Position

OVER = (*BEFORE_IT_ENDS, MeetingStage.CLOSED)


class MayNotDecide(NotAllowed):
    """Say that the board may not decide, with all that is needed to say why and what next."""

    def __init__(self, found: Stands) -> None:
        """Keep how the motion stands."""
        unmet = ",".join(rule.id for rule in found.decision.unmet)
        force = found.decision.force
        told = {"rules": unmet, "force": force.value if force else ""}
        to_answer = len(found.decision.to_answer)
        code = "objection_unanswered" if to_answer else "may_not_decide"
        super().__init__(code, {"objections": to_answer} if to_answer else dict(told))
        self.stands = found


def check_may_put(fact: f.MotionPut, situation: Situation) -> None:
    """Refuse a motion on what is not on the agenda, or that names other rules than bind it.

    Errors: as `check_meeting`; NotAllowed `no_such_item`, `not_on_agenda`, `rules_differ`,
        `rule_unreadable`.
    """
    check_meeting(situation, *BEFORE_IT_ENDS)
    placed = item_of(fact.item, situation).placed
    if placed is None or placed.fact.outcome is not Placed.ON:
        raise NotAllowed("not_on_agenda")
    if fact.rules != binding_names(situation, fact.kind):
        raise NotAllowed("rules_differ")


def binding_names(situation: Situation, kind: MotionKind) -> frozenset[str]:
    """Tell the names of the rules that bind a kind of motion today.

    Errors: NotAllowed `rule_unreadable`.
    """
    return frozenset(rule.id for rule in asked(situation, kind))


def asked(situation: Situation, kind: MotionKind) -> list[Rule]:
    """Tell the rules by which a decision can fail, or a tie be decided, today.

    Errors: NotAllowed `rule_unreadable`.
    """
    try:
        rules = rules_on(situation.board, kind, on=day_of(situation))
    except RulesUnreadable as fault:
        raise NotAllowed(fault.code) from fault
    return [rule for rule in rules if rule.stops or rule.kind is RuleKind.CASTING]


def check_before(fact: f.BeforeSaid, situation: Situation) -> None:
    """Refuse to say before what was decided already, or to stand aside from afar.

    Errors: as `check_meeting`; NotAllowed `no_such_motion`, `decided_already`, `not_in_a_place`,
        `only_agree_or_disagree`.
    """
    check_meeting(situation, *BEFORE_IT_ENDS)
    check_undecided(fact.motion, situation)
    check_held(fact.holding, situation.board)
    if fact.position is Position.ASIDE:
        raise NotAllowed("only_agree_or_disagree")


def check_assent(fact: f.AssentGiven, situation: Situation) -> None:
    """Refuse assent that nobody waits for, also of whoever came to a place since the roll-call.

    Errors: as `check_meeting`; NotAllowed `no_such_motion`, `not_waiting`, `not_in_a_place`,
        `only_agree_or_disagree`.
    """
    check_meeting(situation, *OVER)
    taken = in_force(motion_named(fact.motion, situation))
    if taken is None or not is_open(taken):
        raise NotAllowed("not_waiting")
    check_held(fact.holding, situation.board)
    if fact.position is Position.ASIDE:
        raise NotAllowed("only_agree_or_disagree")
    name = situation.board.place_of.get(fact.holding, "")
    place = board_before(situation.board, taken.taken.entry).places.get(name)
    then = place.held.taken.fact.holding if place and place.held else None
    if then != fact.holding or name not in stands_now(taken, situation).decision.waiting_for:
        raise NotAllowed("not_waiting")


def check_exception(fact: f.ExceptionMade, situation: Situation) -> None:
    """Refuse an exception from what is no promise, or is none of this motion's rules.

    Errors: as `check_meeting`; NotAllowed `no_such_motion`, `decided_already`, `not_a_promise`,
        `reason_needed`.
    """
    check_meeting(situation, MeetingStage.OPEN)
    motion = check_undecided(fact.motion, situation)
    known = {rule.id: rule for rule in asked(situation, motion.put.fact.kind)}
    rule = known.get(fact.rule)
    if rule is None or rule.force is not Force.PROMISE:
        raise NotAllowed("not_a_promise")
    if not str(fact.why).strip():
        raise NotAllowed("reason_needed")


def check_objection(fact: f.ObjectionMade, situation: Situation) -> None:
    """Refuse an objection to what was decided already, or by nobody in a place.

    Errors: as `check_meeting`; NotAllowed `no_such_motion`, `decided_already`, `not_in_a_place`,
        `reason_needed`.
    """
    check_meeting(situation, *BEFORE_IT_ENDS)
    motion = check_undecided(fact.motion, situation)
    check_held(fact.holding, situation.board)
    if not str(fact.reason).strip():
        raise NotAllowed("reason_needed")
    if fact.holding in left_it(situation.meeting, motion):
        raise NotAllowed("has_left_item")
    if objections(motion).get(fact.holding) is Objection.OPEN:
        raise NotAllowed("objects_already")


def check_answer(fact: f.ObjectionAnswered, situation: Situation) -> None:
    """Refuse to answer what nobody objected, or what was decided already.

    Errors: as `check_meeting`; NotAllowed `no_such_objection`, `decided_already`, `reason_needed`.
    """
    check_meeting(situation, *BEFORE_IT_ENDS)
    motions = situation.meeting.motions.values()
    motion = next((each for each in motions if fact.objection in each.objections), None)
    if motion is None:
        raise NotAllowed("no_such_objection")
    check_undecided(motion.put.fact.motion, situation)
    withdrawn = fact.outcome is ObjectionOutcome.WITHDRAWN
    if not withdrawn and not str(fact.answer).strip():
        raise NotAllowed("reason_needed")


def check_taken(fact: f.DecisionTaken, situation: Situation) -> None:
    """Refuse a decision that the rules do not let this meeting take, or that says otherwise.

    Formula: the roll-call is the one that this act holds under the lock, everybody in it is in the
        room as the record has them, and outcome and rules are what `stands` tells.
    Errors: as `check_meeting`; NotAllowed `no_such_motion`, `decided_already`, `no_roll_held`,
        `not_here`, `no_such_deputy`, `entry_differs`, `outcome_differs`, `rule_unreadable`,
        `stopped`; MayNotDecide.
    """
    check_meeting(situation, MeetingStage.OPEN)
    motion = check_undecided(fact.motion, situation, but_by=fact.decision)
    if situation.stopped:
        raise NotAllowed("stopped")
    if situation.roll is None or fact.roll != situation.roll:
        raise NotAllowed("no_roll_held")
    if fact.of_last_entry + 1 != situation.size:
        raise NotAllowed("entry_differs")
    for row in fact.roll:
        check_row(row, situation)
    found = stands_by_roll(motion, fact.roll, situation)
    if found.decision.outcome is Outcome.MAY_NOT:
        raise MayNotDecide(found)
    names = frozenset(r.id for r in found.met), frozenset(r.id for r in found.unmet)
    if (fact.met, fact.unmet) != names or fact.outcome is not found.decision.outcome:
        raise NotAllowed("outcome_differs")


def check_row(row: Said, situation: Situation) -> None:
    """Refuse somebody in a roll-call who is not in the room, or is there by another way.

    Errors: NotAllowed `not_in_a_place`, `not_here`, `no_such_deputy`.
    """
    check_held(row.holding, situation.board)
    came = here(situation.meeting).get(row.holding)
    if came is None or (came.fact.way, came.fact.deputy) != (row.way, row.deputy):
        raise NotAllowed("not_here")
    if row.deputy is not None:
        check_deputy(row.deputy, row.holding, situation)


def stands_by_roll(motion: Motion, roll: tuple[Said, ...], situation: Situation) -> Stands:
    """Tell how a motion stands by a roll-call of today.

    Errors: NotAllowed `rule_unreadable`.
    """
    call = Call(roll=roll, on=day_of(situation))
    try:
        return stands(situation.board, situation.meeting, motion, call)
    except RulesUnreadable as fault:
        raise NotAllowed(fault.code) from fault


def stands_now(taken: Taken, situation: Situation) -> Stands:
    """Tell how a decision that was taken stands today.

    Errors: NotAllowed `rule_unreadable`.
    """
    today, meeting = day_of(situation), situation.meeting
    motion = meeting.motions[taken.taken.fact.motion]
    try:
        call = call_of(taken, meeting, today=today, closed=situation.closed)
        return stands(situation.board, meeting, motion, call)
    except RulesUnreadable as fault:
        raise NotAllowed(fault.code) from fault


def check_settled(fact: f.DecisionSettled, situation: Situation) -> None:
    """Refuse to settle what is not open, or otherwise than it stands.

    Errors: as `check_meeting`; NotAllowed `no_such_decision`, `not_open_still`, `outcome_differs`.
    """
    found = stands_now(open_decision(fact.decision, situation), situation).decision.outcome
    still = found in (Outcome.WAITING, Outcome.UNSETTLED, Outcome.LAPSED)
    if still or found is not fact.outcome:
        raise NotAllowed("outcome_differs")


def check_lapsed(fact: f.DecisionLapsed, situation: Situation) -> None:
    """Refuse to let lapse what is not open, or may still be assented to.

    Errors: as `check_settled`.
    """
    found = stands_now(open_decision(fact.decision, situation), situation)
    if found.decision.outcome is not Outcome.LAPSED:
        raise NotAllowed("outcome_differs")


def check_signed(fact: f.DecisionSigned, situation: Situation) -> None:
    """Refuse a signature under what was not carried.

    Errors: as `check_meeting`; NotAllowed `no_such_decision`, `not_carried`.
    """
    check_meeting(situation, *OVER)
    taken = decision_named(fact.decision, situation)
    if outcome_of(taken) not in (Outcome.CARRIED, Outcome.ADVISED):
        raise NotAllowed("not_carried")


def check_reported(fact: f.DecisionReported, situation: Situation) -> None:
    """Refuse to tell of a decision of a board that is not open, or of a day to come.

    Errors: NotAllowed `no_such_board`, `board_closed`, `day_to_come`.
    """
    check_open(situation.board)
    if fact.day > day_of(situation):
        raise NotAllowed("day_to_come")


def check_undecided(name: str, situation: Situation, *, but_by: str | None = None) -> Motion:
    """Tell a motion that is not decided yet, or whose decision this one takes the place of.

    Errors: NotAllowed `no_such_motion`, `decided_already`.
    """
    motion = motion_named(name, situation)
    taken = in_force(motion)
    if taken is None:
        return motion
    to_be = taken.reversed.fact.by_decision if taken.reversed else None
    if but_by is None or to_be != but_by:
        raise NotAllowed("decided_already")
    return motion


def motion_named(name: str, situation: Situation) -> Motion:
    """Tell a motion of the meeting. Errors: NotAllowed `no_such_motion`."""
    found = situation.meeting.motions.get(name)
    if found is None:
        raise NotAllowed("no_such_motion")
    return found


def decision_named(name: str, situation: Situation) -> Taken:
    """Tell a decision of the meeting. Errors: NotAllowed `no_such_decision`."""
    motion = motion_of(situation.meeting, name)
    if motion is None:
        raise NotAllowed("no_such_decision")
    return motion.decisions[name]


def open_decision(name: str, situation: Situation) -> Taken:
    """Tell a decision in force that is still open.

    Errors: as `check_meeting`; NotAllowed `no_such_decision`, `not_open_still`.
    """
    check_meeting(situation, *OVER)
    taken = decision_named(name, situation)
    motion = situation.meeting.motions[taken.taken.fact.motion]
    if in_force(motion) is not taken or not is_open(taken):
        raise NotAllowed("not_open_still")
    return taken


def day_of(situation: Situation) -> date:
    """Tell the log's day, in UTC."""
    assert situation.at is not None, "a decision is always of a day"
    return situation.at.date()


CHECKS: Mapping[type[Fact], Callable[[Any, Situation], None]] = {
    f.MotionPut: check_may_put,
    f.BeforeSaid: check_before,
    f.AssentGiven: check_assent,
    f.ExceptionMade: check_exception,
    f.ObjectionMade: check_objection,
    f.ObjectionAnswered: check_answer,
    f.DecisionTaken: check_taken,
    f.DecisionSettled: check_settled,
    f.DecisionLapsed: check_lapsed,
    f.DecisionSigned: check_signed,
    f.DecisionReported: check_reported,
}
