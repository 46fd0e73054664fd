"""Typing for somebody who does not use the pages: the record names who typed it.

What is entered here waits until the person, or another for them, says that it is right.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.utils.timezone import localdate

from withus.actions.acting import check_duty
from withus.actions.inviting import board_of_place, taking
from withus.actions.joining import enter
from withus.core.errors import Refusal
from withus.core.facts.fact import Fact
from withus.core.facts.joining import PlaceLeft
from withus.core.facts.keeping import EntryCorrected
from withus.core.history.state import Holding, Place
from withus.core.rules.rights import Act
from withus.core.words import Ended, ShownAs
from withus.stores.accounts import accounts
from withus.stores.inviting import invitations as kept
from withus.stores.inviting.invitations import State
from withus.stores.record.append import Actor, locked
from withus.stores.record.finding import entries_about
from withus.stores.record.models import Log
from withus.stores.record.states import board_state


@dataclass(frozen=True, slots=True)
class Typing:
    """Who types, for whom, and where."""

    record: str
    person: str
    typist: str

    @property
    def actor(self) -> Actor:
        """The person acts; the record names who typed."""
        return Actor(self.person, typed_by=self.typist)


def type_taken(typing: Typing, invitation: str, *, shown_as: ShownAs, now: datetime) -> int:
    """Enter that somebody invited said yes; return the entry.

    The code of their letter becomes their own: with it they say that the entry is right.
    """
    with locked(typing.record) as log:
        check_typist(log, typing, now=now)
        row = kept.find(typing.record, invitation)
        if row.person != typing.person or not kept.is_open(row, now=now):
            raise Refusal("invitation_over")
        if not accounts.accounts_of(typing.record, row.person):
            account = accounts.open_account()
            accounts.keep_code(account, row.mark or "", now=now)
            accounts.link(account, origin=typing.record, person=row.person)
        asked_in = replace(typing.actor, invited=True)
        fact = taking(row, shown_as, now=now)
        (entry,) = enter(fact, record=typing.record, by=asked_in, now=now)
        kept.close(row, State.TAKEN, entry=entry)
        return entry


def type_left(typing: Typing, place: str, *, now: datetime) -> int:
    """Enter that somebody leaves their place; return the entry."""
    with locked(typing.record) as log:
        check_typist(log, typing, now=now)
        found, held = _their_place(log, typing, place)
        early = is_early(found, on=localdate(now))
        fact = PlaceLeft(holding=held.taken.fact.holding, how=Ended.RESIGNED, early=early)
        return _enter(fact, typing, now)


def type_shown(typing: Typing, place: str, *, shown_as: ShownAs, now: datetime) -> int:
    """Enter how somebody wishes to be shown in their place; return the entry."""
    with locked(typing.record) as log:
        check_typist(log, typing, now=now)
        _, held = _their_place(log, typing, place)
        return _enter(
            EntryCorrected(entry=held.taken.entry, field="shown_as", value=shown_as.value),
            typing,
            now,
        )


def is_early(place: Place, *, on: date) -> bool:
    """Tell whether leaving a place on a day is before its term ends."""
    until = place.made.fact.term_until
    return until is not None and on < until


def check_typist(log: Log, typing: Typing, *, now: datetime) -> None:
    """Refuse whoever may not type for others, and typing for oneself as if for another."""
    check_duty(log, Act.TYPE_FOR_OTHERS, by=typing.typist, on=localdate(now))
    if typing.person == typing.typist:
        raise Refusal("typed_for_oneself")


def _enter(fact: Fact, typing: Typing, now: datetime) -> int:
    return enter(fact, record=typing.record, by=typing.actor, now=now)[0]


def _their_place(log: Log, typing: Typing, place: str) -> tuple[Place, Holding]:
    mine = entries_about(log, typing.person)
    board = board_of_place(log.origin, place)
    found = board_state(log, board).places.get(place) if board else None
    if found is None or found.held is None or found.held.taken.entry not in mine:
        raise Refusal("not_in_a_place")
    return found, found.held
