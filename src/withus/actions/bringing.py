"""Bringing to a meeting what an earlier one did not come to; it keeps who asked for it."""

from __future__ import annotations

from withus.actions.joining import enter
from withus.actions.meeting import By, speaks_as
from withus.actions.telling import members
from withus.core.facts.meeting import ItemAsked
from withus.core.facts.sealing import Opening
from withus.core.history.state import Meeting
from withus.core.history.told import Told
from withus.core.meeting.left_over import left_over
from withus.core.rules.situation import NotAllowed
from withus.stores.keys.locker import new_id
from withus.stores.meeting import carried
from withus.stores.people.identity import identities
from withus.stores.record.append import Actor, locked
from withus.stores.record.models import Log
from withus.stores.record.openings import find_openings
from withus.stores.record.states import board_state, meeting_state
from withus.stores.worrying.worries import hidden


def bring(agenda_item: str, *, of: str, into: str, by: By) -> str:
    """Ask at a meeting for what an earlier one did not come to; return its id there.

    It is entered as asked for by whoever asked first, and typed by whoever brings it. Of somebody
    who is no longer on the board, whoever brings it asks.
    Errors: NotAllowed `no_such_item`, `carried_already`, `words_gone`, and those of the rules.
    """
    with locked(by.record) as log:
        before, after = meeting_state(log, of), meeting_state(log, into)
        board = board_of(before, after)
        if board is None or agenda_item not in left_over(before, at=by.now):
            raise NotAllowed("no_such_item")
        asked, name = before.items[agenda_item].asked, new_id()
        asker = who_asked(log, board, asked)
        if asker == by.person:
            asker = None
        capacity = asked.fact.capacity if asker else speaks_as(log, board, by.person)
        title = title_of(log, asked)
        fact = ItemAsked(meeting=into, item=name, capacity=capacity, title=title)
        carried.keep(by.record, of, agenda_item, into=name)
        actor = Actor(person=asker, typed_by=by.person) if asker else by.actor
        enter(fact, record=by.record, by=actor, now=by.now)
        return name


def board_of(before: Meeting, after: Meeting) -> str | None:
    """Return the board of two meetings; None where they are of two."""
    if before.called is None or after.called is None:
        return None
    board = after.called.fact.board
    return board if before.called.fact.board == board else None


def who_asked(log: Log, board: str, asked: Told[ItemAsked]) -> str | None:
    """Return who asked for an item, if they hold a place in that capacity still."""
    people = identities(log.origin, members(log, board_state(log, board)))
    found = (name for name, one in people.items() if one.pseudonyms.get(board) == asked.by)
    person = next(found, None)
    still = person is not None and speaks_as(log, board, person) is asked.fact.capacity
    return person if still else None


def title_of(log: Log, asked: Told[ItemAsked]) -> str:
    """Return what an item is about, or refuse one whose words are gone."""
    found = find_openings(log, [asked.entry]).get(asked.entry, {}).get("title")
    if not isinstance(found, Opening) or hidden(log.origin, [asked.entry]):
        raise NotAllowed("words_gone")
    return str(found.value)
