"""Meeting: which of its facts may follow from where a board and its meeting stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from withus.core.deciding.call import chose, is_their_word
from withus.core.facts import meeting as f
from withus.core.facts.fact import Fact
from withus.core.history.state import AgendaItem, Meeting
from withus.core.meeting.minutes import are_approved
from withus.core.meeting.standing import chairs_of, gone_by, here, in_person, stage, were_here, when
from withus.core.rules.situation import NotAllowed, Situation, check_held, check_open
from withus.core.words import MeetingStage, Placed

BEFORE_IT_ENDS = (MeetingStage.CALLED, MeetingStage.OPEN)
EARLIEST = timedelta(hours=12)  # before it is to begin: the morning of an evening's meeting


def check_meeting(situation: Situation, *stages: MeetingStage) -> None:
    """Refuse what is about a meeting that was never called, or has not come or is past this.

    Errors: NotAllowed `no_such_meeting`, `no_such_board`, `board_closed`, and one for where the
        meeting is instead: `meeting_called`, `meeting_open`, `meeting_closed`, `meeting_cancelled`.
    """
    if situation.meeting.called is None:
        raise NotAllowed("no_such_meeting")
    check_open(situation.board)
    found = stage(situation.meeting)
    if found not in stages:
        raise NotAllowed(f"meeting_{found.value}")


def check_time(fact: f.MeetingCalled | f.MeetingMoved, situation: Situation) -> None:
    """Refuse a time that ends before it begins, has gone by, or that nobody can take part in.

    Errors: NotAllowed `until_before_from`, `time_gone_by`, `no_way`.
    """
    if fact.ends <= fact.starts:
        raise NotAllowed("until_before_from")
    if situation.on is not None and situation.at is not None and fact.ends < situation.at:
        raise NotAllowed("time_gone_by")
    if not fact.ways:
        raise NotAllowed("no_way")


def check_may_call(fact: f.MeetingCalled, situation: Situation) -> None:
    """Refuse a meeting of a board that is not open, or at no sensible time.

    Errors: NotAllowed `no_such_board`, `board_closed`; those of `check_time`.
    """
    check_open(situation.board)
    check_time(fact, situation)


def check_may_move(fact: f.MeetingMoved, situation: Situation) -> None:
    """Refuse to move what has begun. Errors: as `check_meeting` and `check_time`."""
    check_meeting(situation, MeetingStage.CALLED)
    check_time(fact, situation)


def check_may_cancel(fact: f.MeetingCancelled, situation: Situation) -> None:
    """Refuse to cancel what has begun. Errors: as `check_meeting`."""
    check_meeting(situation, MeetingStage.CALLED)


def check_may_begin(fact: f.MeetingOpened, situation: Situation) -> None:
    """Refuse to open a meeting twice, or with nobody in the chair who is in the room.

    Errors: as `check_meeting`, `check_has_come` and `check_can_chair`.
    """
    check_meeting(situation, MeetingStage.CALLED)
    check_has_come(situation)
    check_can_chair(fact.chairs, situation)


def check_can_chair(chairs: frozenset[str], situation: Situation) -> None:
    """Refuse a chair in which nobody is, or somebody who holds no place or is not in the room.

    Not: the host's command, which tells what was, in whatever order.
    Errors: NotAllowed `no_chair`, `not_in_a_place`, `chair_not_here`.
    """
    if not chairs:
        raise NotAllowed("no_chair")
    for holding in sorted(chairs):
        check_held(holding, situation.board)
        if situation.on is not None and not in_person(situation.meeting, holding):
            raise NotAllowed("chair_not_here")


def check_may_chair(fact: f.MeetingChaired, situation: Situation) -> None:
    """Refuse another chair of what is not under way, or the one there is.

    Errors: as `check_meeting` and `check_can_chair`; NotAllowed `chairs_already`.
    """
    check_meeting(situation, MeetingStage.OPEN)
    check_can_chair(fact.chairs, situation)
    if fact.chairs == chairs_of(situation.meeting):
        raise NotAllowed("chairs_already")


def check_has_come(situation: Situation) -> None:
    """Refuse whoever opens a meeting, or is in its room, long before its day.

    Whoever was in the room may say later that its minutes are right.
    Errors: NotAllowed `too_early`.
    """
    if situation.on is None or situation.at is None:  # the host's command tells what was
        return
    if situation.at < opens_from(situation.meeting):
        raise NotAllowed("too_early")


def opens_from(meeting: Meeting) -> datetime:
    """Tell from when on somebody may be in the room of a meeting that was called.

    Formula: twelve hours before it is to begin.
    """
    return when(meeting).starts - EARLIEST


def check_may_close(fact: f.MeetingClosed, situation: Situation) -> None:
    """Refuse to close what is not open. Errors: as `check_meeting`."""
    check_meeting(situation, MeetingStage.OPEN)


def check_may_ask(fact: f.ItemAsked, situation: Situation) -> None:
    """Refuse to ask for an item when the meeting is over, or its time has gone by.

    Errors: as `check_meeting`; NotAllowed `meeting_gone_by`.
    """
    check_meeting(situation, *BEFORE_IT_ENDS)
    person, at = situation.on is not None, situation.at
    if person and at is not None and gone_by(situation.meeting, at=at):
        raise NotAllowed("meeting_gone_by")


def check_may_place(fact: f.ItemPlaced, situation: Situation) -> None:
    """Refuse to place what nobody asked for, or to put on the agenda of what is over.

    Errors: as `check_meeting`; NotAllowed `no_such_item`, `reason_needed`.
    """
    after = () if fact.outcome is Placed.ON else (MeetingStage.CLOSED,)
    check_meeting(situation, *BEFORE_IT_ENDS, *after)
    item_of(fact.item, situation)
    if fact.outcome is Placed.REFUSED and not str(fact.reason).strip():
        raise NotAllowed("reason_needed")


def check_may_put_out(fact: f.PaperOut, situation: Situation) -> None:
    """Refuse a paper for no item, another form of no paper, and one that is not out yet.

    Errors: as `check_meeting`; NotAllowed `no_such_item`, `no_such_paper`, `day_to_come`.
    """
    check_meeting(situation, *BEFORE_IT_ENDS, MeetingStage.CLOSED)
    item = item_of(fact.item, situation)
    if fact.form_of is not None and fact.form_of not in item.papers:
        raise NotAllowed("no_such_paper")
    if situation.at is not None and fact.day > situation.at.date():
        raise NotAllowed("day_to_come")


def check_may_note(fact: f.PresenceNoted, situation: Situation) -> None:
    """Refuse that somebody comes who is there or leaves who is not; or who is no deputy here.

    Errors: as `check_meeting` and `check_has_come`; NotAllowed `not_in_a_place`, `no_such_deputy`,
        `here_already`, `not_here`, `self_entered_differs`.
    """
    check_meeting(situation, *BEFORE_IT_ENDS)
    check_has_come(situation)
    check_held(fact.holding, situation.board)
    if fact.deputy is not None:
        check_deputy(fact.deputy, fact.holding, situation)
    if fact.self_entered is not (situation.typed_by is None):
        raise NotAllowed("self_entered_differs")
    now = here(situation.meeting).get(fact.holding)
    if not fact.came and now is None:
        raise NotAllowed("not_here")
    if fact.came and now and (now.fact.way, now.fact.deputy) == (fact.way, fact.deputy):
        raise NotAllowed("here_already")


def check_deputy(deputy: str, holding: str, situation: Situation) -> None:
    """Refuse a deputy who is none, is another's, is one for another meeting, or has a place here.

    Not: one whom somebody chose who held the place before; they chose for themselves.

    Errors: NotAllowed `no_such_deputy`, `deputy_has_place`, `deputy_to_confirm`.
    """
    found, board = situation.board.deputies.get(deputy), situation.board
    called = situation.meeting.called
    if found is None or found.ended is not None or called is None:
        raise NotAllowed("no_such_deputy")
    fact, name = found.named.fact, board.place_of.get(holding, "")
    here_for = fact.meeting in (None, called.fact.meeting)
    if fact.place != name or not here_for or not chose(board.places[name], found):
        raise NotAllowed("no_such_deputy")
    if not is_their_word(found.named, board):
        raise NotAllowed("deputy_to_confirm")
    if deputy in situation.doubled:
        raise NotAllowed("deputy_has_place")


def check_may_pause(fact: f.ItemPaused, situation: Situation) -> None:
    """Refuse to pause what is not under way, or is stopped already.

    Errors: as `check_meeting`; NotAllowed `stopped`.
    """
    check_meeting(situation, MeetingStage.OPEN)
    if situation.stopped:
        raise NotAllowed("stopped")


def check_kept(fact: Fact, situation: Situation) -> None:
    """Refuse what is noted of a meeting that is cancelled. Errors: as `check_meeting`."""
    check_meeting(situation, *BEFORE_IT_ENDS, MeetingStage.CLOSED)


def check_turns(fact: f.TurnsCounted, situation: Situation) -> None:
    """Refuse turns that leave out somebody who was there, or count somebody who was not.

    Errors: as `check_meeting`; NotAllowed `turns_of_all`.
    """
    check_meeting(situation, MeetingStage.OPEN, MeetingStage.CLOSED)
    if {each.holding for each in fact.turns} != were_here(situation.meeting):
        raise NotAllowed("turns_of_all")


def check_interest(fact: f.InterestDeclared, situation: Situation) -> None:
    """Refuse an interest in no item, or of nobody in a place.

    Errors: as `check_meeting`; NotAllowed `no_such_item`, `not_in_a_place`.
    """
    check_meeting(situation, *BEFORE_IT_ENDS)
    item_of(fact.item, situation)
    check_held(fact.holding, situation.board)


def check_may_draft(fact: f.MinutesDrafted, situation: Situation) -> None:
    """Refuse minutes before the meeting is over, out of turn, or over some that were approved.

    Errors: as `check_meeting`; NotAllowed `version_differs`, `minutes_approved`.
    """
    check_meeting(situation, MeetingStage.CLOSED)
    if fact.version != len(situation.meeting.drafts) + 1:
        raise NotAllowed("version_differs")
    if are_approved(situation.meeting, situation.board):
        raise NotAllowed("minutes_approved")


def check_may_approve(fact: f.MinutesApproved, situation: Situation) -> None:
    """Refuse a yes to another version than the last, or of somebody who was not there.

    Errors: as `check_meeting`; NotAllowed `version_differs`, `not_present`.
    """
    check_meeting(situation, MeetingStage.CLOSED)
    if not fact.version or fact.version != len(situation.meeting.drafts):
        raise NotAllowed("version_differs")
    if not fact.holdings or not fact.holdings <= were_here(situation.meeting):
        raise NotAllowed("not_present")


def item_of(name: str, situation: Situation) -> AgendaItem:
    """Tell an item of the meeting.

    Errors: NotAllowed `no_such_item`.
    """
    found = situation.meeting.items.get(name)
    if found is None:
        raise NotAllowed("no_such_item")
    return found


CHECKS: Mapping[type[Fact], Callable[[Any, Situation], None]] = {
    f.MeetingCalled: check_may_call,
    f.MeetingMoved: check_may_move,
    f.MeetingCancelled: check_may_cancel,
    f.MeetingOpened: check_may_begin,
    f.MeetingChaired: check_may_chair,
    f.MeetingClosed: check_may_close,
    f.ItemAsked: check_may_ask,
    f.ItemPlaced: check_may_place,
    f.PaperOut: check_may_put_out,
    f.NeedsLookedAt: check_kept,
    f.CompanyNoted: check_kept,
    f.PresenceNoted: check_may_note,
    f.ItemPaused: check_may_pause,
    f.TurnsCounted: check_turns,
    f.InterestDeclared: check_interest,
    f.MinutesDrafted: check_may_draft,
    f.MinutesApproved: check_may_approve,
}
