"""Minutes: written, written anew, and said to be right by those who were there."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from withus.actions.joining import enter
from withus.actions.meeting import By
from withus.core.errors import Refusal
from withus.core.facts.meeting import MinutesApproved, MinutesDrafted
from withus.core.history.state import Board
from withus.core.rules.owning import taken_by
from withus.core.rules.situation import NotAllowed
from withus.stores.record.append import Actor, locked
from withus.stores.record.models import Log
from withus.stores.record.openings import find_openings
from withus.stores.record.states import board_state, meeting_state

LONGEST = 20_000


class NotMinutes(Refusal):
    """Say that what was sent are no minutes."""


def write(meeting: str, text: str, *, after: int, by: By) -> int:
    """Save a version of the minutes, the one after a version that whoever writes has read.

    Errors: NotMinutes `minutes_empty`, `minutes_too_long`, `minutes_changed`; those of the rules.
    """
    if not text.strip():
        raise NotMinutes("minutes_empty")
    if len(text) > LONGEST:
        raise NotMinutes("minutes_too_long")
    with locked(by.record) as log:
        if len(meeting_state(log, meeting).drafts) != after:
            raise NotMinutes("minutes_changed")
        digest = sha256(text.encode()).hexdigest()
        fact = MinutesDrafted(meeting=meeting, version=after + 1, text=text, digest=digest)
        return enter(fact, record=by.record, by=by.actor, now=by.now)[0]


def approve(meeting: str, holdings: Iterable[str], *, version: int, by: By) -> int:
    """Say for one's own places that a version of the minutes is right."""
    fact = MinutesApproved(meeting=meeting, version=version, holdings=frozenset(holdings))
    return enter(fact, record=by.record, by=by.actor, now=by.now)[0]


def type_approval(meeting: str, holding: str, *, version: int, by: By) -> int:
    """Enter for somebody else that they say so, which counts once they confirm it."""
    with locked(by.record) as log:
        who = Actor(whose(log, meeting, holding), typed_by=by.person)
        if who.person == by.person:
            raise NotAllowed("typed_for_oneself")
        fact = MinutesApproved(meeting=meeting, version=version, holdings=frozenset({holding}))
        return enter(fact, record=by.record, by=who, now=by.now)[0]


def whose(log: Log, meeting: str, holding: str) -> str:
    """Return whose a holding is, or was."""
    called = meeting_state(log, meeting).called
    board = board_state(log, called.fact.board) if called else Board()
    entry = taken_by(board, holding)
    opening = find_openings(log, [entry])[entry].get("person") if entry is not None else None
    person = getattr(opening, "value", None)
    if person is None:
        raise NotAllowed("not_present")
    return str(person)
