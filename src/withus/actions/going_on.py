"""What goes on in the room, seen by all at once: a stop, a break, the item, who takes a turn."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

from withus.actions.in_a_meeting import acting_in, situation_of
from withus.actions.in_the_room import AtMeeting
from withus.actions.joining import put
from withus.core.facts.meeting import ItemPaused
from withus.core.meeting.standing import agenda, here
from withus.core.rules.in_meetings import check_chairs
from withus.core.rules.meeting import check_meeting
from withus.core.rules.rights import Act
from withus.core.rules.situation import NotAllowed, Situation
from withus.core.words import MeetingStage
from withus.stores.meeting import live
from withus.stores.record.append import Actor, writing

LONGEST_BREAK = 120  # minutes


def stop(at: AtMeeting) -> None:
    """Stop the meeting, because somebody does not understand. Counted, and never by whom.

    While it is stopped already nobody is counted twice.
    """
    who = Actor(at.by)
    with writing(log=at.record, by=who, now=at.now) as pen:
        if not live.is_stopped(at.record, at.meeting):
            put(pen, ItemPaused(meeting=at.meeting), by=who)


def go_on(at: AtMeeting) -> None:
    """Go on after a stop or a break."""
    with _in_the_chair(at):
        live.change(at.record, at.meeting, stopped=False, back_at=None)


def take_a_break(at: AtMeeting, *, minutes: int) -> None:
    """Stop for some minutes; everybody sees when it goes on.

    Errors: NotAllowed `not_a_break`.
    """
    with _in_the_chair(at):
        if not 1 <= minutes <= LONGEST_BREAK:
            raise NotAllowed("not_a_break", {"most": LONGEST_BREAK})
        live.change(at.record, at.meeting, back_at=at.now + timedelta(minutes=minutes))


def talk_about(at: AtMeeting, item: str) -> None:
    """Go to an item of the agenda; empty: to none of it.

    Errors: NotAllowed `no_such_item`.
    """
    with _in_the_chair(at) as situation:
        if item and item not in dict(agenda(situation.meeting)):
            raise NotAllowed("no_such_item")
        live.change(at.record, at.meeting, item=item)


def keep_turns(at: AtMeeting, *, kept: bool) -> None:
    """Begin to count how often each speaks or signs, or leave it."""
    with _in_the_chair(at, Act.KEEP_MEETING):
        live.change(at.record, at.meeting, turns=kept)


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn that somebody took, spoken or signed; `by` -1: it is taken back."""

    holding: str
    signed: bool
    by: int = 1


def count_turn(at: AtMeeting, turn: Turn) -> None:
    """Count a turn that somebody in the room took.

    Errors: NotAllowed `not_here`, `turns_not_kept`.
    """
    with _in_the_chair(at, Act.KEEP_MEETING) as situation:
        if not live.live(at.record, at.meeting).turns:
            raise NotAllowed("turns_not_kept")
        if turn.by > 0 and turn.holding not in here(situation.meeting):
            raise NotAllowed("not_here")
        live.count_turn(at.record, at.meeting, turn.holding, signed=turn.signed, by=turn.by)


@contextmanager
def _in_the_chair(at: AtMeeting, otherwise: Act = Act.RUN_MEETING) -> Iterator[Situation]:
    """Hold the lock while whoever chairs, or may otherwise, does what no entry is made of."""
    who = Actor(at.by)
    with writing(log=at.record, by=who, now=at.now) as pen:
        situation = situation_of(pen, at.meeting)
        check_meeting(situation, MeetingStage.OPEN)
        check_chairs(situation, acting_in(pen, who, situation), otherwise)
        yield situation
