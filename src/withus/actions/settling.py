"""Settling: what was open of a decision, once all who had to speak did, or may no longer."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta

from withus.actions.framing_after import follow_decision
from withus.actions.in_a_meeting import situation_of
from withus.actions.joining import put
from withus.core.errors import Refusal
from withus.core.facts.deciding import (
    AssentGiven,
    DecisionLapsed,
    DecisionReversed,
    DecisionSettled,
)
from withus.core.facts.fact import Fact
from withus.core.facts.keeping import EntryConfirmed
from withus.core.facts.meeting import MeetingClosed
from withus.core.history.standing import in_force, is_open
from withus.core.meeting.standing import stage, when
from withus.core.rules.deciding import stands_now
from withus.core.rules.situation import NotAllowed
from withus.core.words import MeetingStage, Outcome
from withus.stores.deciding import positions
from withus.stores.deciding.models import MotionRow
from withus.stores.meeting import live
from withus.stores.record.append import THE_HOST, writing
from withus.stores.record.models import Indexed
from withus.stores.record.read import find_log
from withus.stores.record.states import meeting_state

OPEN = (Outcome.WAITING, Outcome.UNSETTLED)
A_DAY = timedelta(days=1)


def settle(motion: str, *, record: str, now: datetime) -> int | None:
    """Enter that a decision is settled or has lapsed, if it is; return the entry.

    With that goes what it changes of an earlier decision.
    """
    entry = _settle(motion, record=record, now=now)
    if entry is not None:
        overtake(meeting_of(motion, record=record), record=record, now=now)
    return entry


def meeting_of(motion: str, *, record: str) -> str:
    """Return the meeting to which something was put."""
    return MotionRow.objects.values_list("meeting", flat=True).get(origin=record, ref=motion)


def _settle(motion: str, *, record: str, now: datetime) -> int | None:
    with writing(log=record, by=THE_HOST, now=now) as pen:
        stands = situation_of(pen, pen.of_id(motion) or "")
        found = stands.meeting.motions.get(motion)
        taken = in_force(found) if found else None
        if taken is None or not is_open(taken):
            return None
        outcome, name = stands_now(taken, stands).decision.outcome, taken.taken.fact.decision
        if outcome in OPEN:
            return None
        lapsed = outcome is Outcome.LAPSED
        fact = (
            DecisionLapsed(decision=name)
            if lapsed
            else DecisionSettled(decision=name, outcome=outcome)
        )
        entry = put(pen, fact, by=THE_HOST)
        if outcome is Outcome.CARRIED:
            follow_decision(pen, pen.of_id(motion) or "", name)
        return entry


def settle_after(fact: Fact, *, record: str, now: datetime) -> None:
    """Settle what somebody's word may have settled: their assent, or that an entry is right."""
    if isinstance(fact, MeetingClosed):
        overtake(fact.meeting, record=record, now=now)
    elif isinstance(fact, AssentGiven):
        settle(fact.motion, record=record, now=now)
    elif isinstance(fact, EntryConfirmed):
        stream = Indexed.objects.filter(log__origin=record, index=fact.entry).values("stream")
        rows = MotionRow.objects.filter(origin=record, meeting__in=stream, outcome__in=OPEN)
        for motion in rows.order_by("entry").values_list("ref", flat=True):
            settle(motion, record=record, now=now)


def overtake(meeting: str, *, record: str, now: datetime) -> int:
    """Enter of each earlier decision that a meeting carried a change of that it is changed.

    Until the meeting is over a roll may be called anew. Return how many that were.
    """
    done = 0
    with writing(log=record, by=THE_HOST, now=now) as pen:
        for motion in pen.meeting(meeting).motions.values():
            taken = in_force(motion)
            if motion.reopens is None or taken is None:
                continue
            decided = motion.reopens.fact.decision, taken.taken.fact.decision
            fact = DecisionReversed(decision=decided[0], by_decision=decided[1])
            with suppress(NotAllowed):  # it was not carried, is open still, or is changed already
                put(pen, fact, by=THE_HOST)
                done += 1
    return done


def settle_all(*, now: datetime) -> int:
    """Settle all that is open no more, in every partnership; return how many decisions that were.

    What cannot be entered there, in a record that has ended, stays as it is.
    """
    done = 0
    for record, motion in positions.open_decisions(OPEN):
        try:
            done += settle(motion, record=record, now=now) is not None
        except Refusal:
            continue
    return done


def forget_positions(*, now: datetime) -> None:
    """Forget where people stood at meetings that are over, or should have been since a day.

    With that goes what else went on there: a stop, a break, the turns counted so far.
    """
    for record, meeting in positions.meetings() | live.meetings():
        state = meeting_state(find_log(record), meeting)
        if stage(state) is not MeetingStage.OPEN or when(state).ends + A_DAY < now:
            positions.forget_meeting(record, meeting)
            live.forget(record, meeting)
