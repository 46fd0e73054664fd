"""Where a meeting stands for an act that is under way, and what whoever acts is there."""

from __future__ import annotations

from withus.actions.acting import roles
from withus.actions.joining import closed_days
from withus.core.rules.acting import Acting
from withus.core.rules.situation import NotAllowed, Situation
from withus.core.words import Capacity
from withus.stores.record.append import Actor, Pen


def situation_of(pen: Pen, meeting: str) -> Situation:
    """Return where a meeting stands under the lock; refuse what is no meeting of this record."""
    state = pen.meeting(meeting) if pen.of_id(meeting) == meeting else None
    if state is None or state.called is None:
        raise NotAllowed("no_such_meeting")
    board = state.called.fact.board
    return Situation(
        pen.partnership(),
        pen.board(board),
        by=pen.called(board),
        typed_by=pen.typist(board),
        meeting=state,
        closed=closed_days(pen),
        size=pen.log.size,
        at=pen.at,
        on=pen.entered_on(),
    )


def acting_in(pen: Pen, by: Actor, situation: Situation) -> Acting:
    """Return what somebody is at a meeting of a board."""
    assert situation.meeting.called is not None
    return Acting(
        roles=roles(pen, by.person, situation.meeting.called.fact.board),
        person=by.person,
        mine=pen.entries_about(by.person) if by.person else frozenset(),
    )


def capacity_of(situation: Situation, acting: Acting) -> Capacity | None:
    """Return in which capacity somebody sits on the board; None where they do not."""
    for place in situation.board.places.values():
        if place.ended is None and place.held and place.held.taken.entry in acting.mine:
            return place.made.fact.capacity
    return None
