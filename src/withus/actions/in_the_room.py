"""In the room: a meeting is opened, people come and leave, and it is closed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from withus.actions.joining import enter, put
from withus.actions.settling import settle_after
from withus.core.facts.meeting import (
    CompanyNoted,
    InterestDeclared,
    MeetingChaired,
    MeetingClosed,
    MeetingOpened,
    PresenceNoted,
    TurnsCounted,
)
from withus.core.facts.rows import Turns
from withus.core.history.state import Board
from withus.core.meeting.standing import here, were_here
from withus.core.rules.owning import taken_by
from withus.core.rules.situation import NotAllowed
from withus.core.words import Way
from withus.stores.meeting import live
from withus.stores.people.identity import identity
from withus.stores.record.append import Actor, Pen, locked, writing
from withus.stores.record.openings import find_openings
from withus.stores.record.states import board_state, meeting_state
from withus.stores.record.whole import whole


@dataclass(frozen=True, slots=True)
class AtMeeting:
    """A meeting of a record, and who does something there."""

    record: str
    meeting: str
    by: str
    now: datetime


@dataclass(frozen=True, slots=True)
class Comes:
    """Somebody in the room, in a place they hold: how, and the deputy, if one comes instead."""

    holding: str
    way: Way
    deputy: str | None = None


def come(at: AtMeeting, comes: Comes) -> int:
    """Say that one is here, or that one's deputy is; return the entry."""
    return _note(at, Actor(at.by), comes)


def leave(at: AtMeeting, holding: str) -> int:
    """Say that one leaves, and with that take back where one stood; return the entry."""
    return _leave(at, Actor(at.by), holding)


def type_come(at: AtMeeting, comes: Comes) -> int:
    """Enter for somebody else that they are here; return the entry, which they confirm."""
    with locked(at.record):
        return _note(at, Actor(whose(at, comes.holding), typed_by=at.by), comes)


def type_leave(at: AtMeeting, holding: str) -> int:
    """Enter for somebody else that they leave; return the entry."""
    with locked(at.record):
        return _leave(at, Actor(whose(at, holding), typed_by=at.by), holding)


def _note(at: AtMeeting, who: Actor, comes: Comes) -> int:
    fact = PresenceNoted(
        meeting=at.meeting,
        holding=comes.holding,
        deputy=comes.deputy,
        came=True,
        way=comes.way,
        self_entered=who.typed_by is None,
    )
    return enter(fact, record=at.record, by=who, now=at.now)[0]


def _leave(at: AtMeeting, who: Actor, holding: str) -> int:
    with locked(at.record) as log:
        found = here(meeting_state(log, at.meeting)).get(holding)
        fact = PresenceNoted(
            meeting=at.meeting,
            holding=holding,
            deputy=None,
            came=False,
            way=found.fact.way if found else Way.ROOM,
            self_entered=who.typed_by is None,
        )
        return enter(fact, record=at.record, by=who, now=at.now)[0]


def whose(at: AtMeeting, holding: str) -> str:
    """Return whose place it is, of whoever types for another: never their own."""
    with locked(at.record) as log:
        called = meeting_state(log, at.meeting).called
        board = board_state(log, called.fact.board) if called else Board()
        entry = taken_by(board, holding)
        opening = find_openings(log, [entry])[entry].get("person") if entry is not None else None
        person = getattr(opening, "value", None)
        if person is None:
            raise NotAllowed("not_in_a_place")
        if person == at.by:
            raise NotAllowed("typed_for_oneself")
        return identity(at.record, person).person


def begin(at: AtMeeting, chairs: Iterable[str]) -> int:
    """Open the meeting, with whoever chairs it; return the entry."""
    fact = MeetingOpened(meeting=at.meeting, chairs=frozenset(chairs))
    return enter(fact, record=at.record, by=Actor(at.by), now=at.now)[0]


def take_chair(at: AtMeeting, chairs: Iterable[str]) -> int:
    """Say who chairs from now on; return the entry."""
    fact = MeetingChaired(meeting=at.meeting, chairs=frozenset(chairs))
    return enter(fact, record=at.record, by=Actor(at.by), now=at.now)[0]


def end(at: AtMeeting) -> tuple[int, ...]:
    """Close the meeting: all turns are entered, zeros too, and what went on is forgotten."""
    who, closed = Actor(at.by), MeetingClosed(meeting=at.meeting)
    with whole():
        with writing(log=at.record, by=who, now=at.now) as pen:
            facts = (closed, *_turns(pen, at))  # read before it is closed
            entries = tuple(put(pen, fact, by=who) for fact in facts)
        settle_after(closed, record=at.record, now=at.now)
    return entries


def _turns(pen: Pen, at: AtMeeting) -> Iterator[TurnsCounted]:
    """Yield how often each who was there spoke or signed; nothing where no turns were kept."""
    if not live.live(at.record, at.meeting).turns:
        return
    known = live.turns(at.record, at.meeting)
    rows = []
    for holding in sorted(were_here(pen.meeting(at.meeting))):
        one = known.get(holding, live.Turned())
        rows.append(Turns(holding=holding, spoken=one.spoken, signed=one.signed))
    yield TurnsCounted(meeting=at.meeting, turns=tuple(rows))


def note_company(at: AtMeeting, *, supporters: int, interpreters: int) -> int:
    """Note how many are there in support and to interpret; said again, the last holds."""
    fact = CompanyNoted(meeting=at.meeting, supporters=supporters, interpreters=interpreters)
    return enter(fact, record=at.record, by=Actor(at.by), now=at.now)[0]


@dataclass(frozen=True, slots=True)
class Interest:
    """What somebody stands to gain or lose by an item, and whether they leave it."""

    item: str
    holding: str
    recused: bool
    what: str = ""


def declare(at: AtMeeting, interest: Interest) -> int:
    """Say that one has an interest in an item, and whether one leaves it; return the entry."""
    fact = InterestDeclared(
        item=interest.item,
        holding=interest.holding,
        recused=interest.recused,
        what=interest.what,
    )
    return enter(fact, record=at.record, by=Actor(at.by), now=at.now)[0]
