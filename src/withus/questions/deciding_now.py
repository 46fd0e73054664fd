"""May this board decide now? Asked of the same core as whoever closes the roll, without a lock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from withus.core.deciding.room import Answer
from withus.core.history.standing import in_force
from withus.core.history.state import Board, Meeting, Motion, Partnership
from withus.core.history.streams import PARTNERSHIP
from withus.core.rules.situation import Situation
from withus.core.rules.taking import answer_now
from withus.questions.finding import NotHere
from withus.stores.bank_holidays import bank_holidays
from withus.stores.deciding.positions import positions
from withus.stores.record.models import Log, Minted
from withus.stores.record.states import states
from withus.stores.streams import boards_of_streams


@dataclass(frozen=True, slots=True)
class MeetingNow:
    """A meeting with its board, as they stand after the last entry."""

    log: Log
    id: str
    board_id: str
    meeting: Meeting
    board: Board
    situation: Situation

    def motion(self, name: str) -> Motion:
        """Return a motion of this meeting, or refuse."""
        found = self.meeting.motions.get(name)
        if found is None:
            raise NotHere("not_here")
        return found


def meeting_now(origin: str, meeting: str, *, now: datetime) -> MeetingNow:
    """Return a meeting of a partnership, or refuse."""
    log = Log.objects.filter(origin=origin).first()
    board = boards_of_streams(origin, [meeting]).get(meeting, meeting)
    if log is None or board == meeting:
        raise NotHere("not_here")
    return of_states(log, meeting, board, now=now)


def of_states(log: Log, meeting: str, board: str, *, now: datetime) -> MeetingNow:
    """Return a meeting with its board, in as many statements for any number of entries."""
    found = states(log, {PARTNERSHIP, meeting, board})
    whole, state, seated = (found.get(name) for name in (PARTNERSHIP, meeting, board))
    if not isinstance(state, Meeting) or not isinstance(seated, Board):
        raise NotHere("not_here")
    partnership = whole if isinstance(whole, Partnership) else Partnership()
    opened = partnership.opened
    closed = bank_holidays(opened.fact.country, about=now.date()) if opened else frozenset()
    at = max(now, log.last_at or now)
    stands = Situation(partnership, seated, meeting=state, closed=closed, size=log.size, at=at)
    return MeetingNow(log, meeting, board, state, seated, stands)


def may_decide(here: MeetingNow, motion: str) -> Answer:
    """Return whether the board may decide on a motion now; refuse what it cannot be asked of.

    Errors: those of `answer_now`.
    """
    points = positions(here.log.origin, motion)
    return answer_now(motion, points, here.situation)


def find_meeting(meeting: str) -> tuple[str, str] | None:
    """Return the record and the board of a meeting by its id alone; None where there is none."""
    row = Minted.objects.filter(name=meeting, stream=meeting).select_related("log").first()
    return None if row is None else (row.log.origin, meeting)


def motion_on(here: MeetingNow, item: str) -> str | None:
    """Return what is to be decided on an item: the last that is not, or else the last that was.

    A motion may be named in the item's stead.
    """
    if item in here.meeting.motions:
        return item
    some = [name for name, each in here.meeting.motions.items() if each.put.fact.item == item]
    left = [name for name in some if in_force(here.meeting.motions[name]) is None]
    return next(reversed(left or some), None)
