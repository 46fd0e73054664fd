"""Continuing a record that lost entries, under another name: an honest fork, which says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Model

from withus.actions.joining import enter
from withus.core.deciding.reading import readable
from withus.core.facts.fact import Fact, Missing, Seal, layout
from withus.core.facts.joining import RulesSet
from withus.core.facts.keeping import LogContinued
from withus.core.facts.sealing import Opening
from withus.core.history.state import Board, Partnership
from withus.core.history.told import Told
from withus.core.proofs.base64_strict import to_base64
from withus.core.proofs.checkpoint import Checkpoint
from withus.stores.accounts.models import Link
from withus.stores.asking.models import Ask
from withus.stores.inviting.models import Invitation
from withus.stores.people.identity import mark_names
from withus.stores.people.models import Person
from withus.stores.record.append import THE_HOST, open_log
from withus.stores.record.models import Indexed, Log
from withus.stores.record.openings import find_openings
from withus.stores.record.read import boards_of, find_log
from withus.stores.record.states import board_state, partnership_state
from withus.stores.record.whole import whole
from withus.stores.worrying.worries import hidden

MOVED: tuple[type[Model], ...] = (Person, Link, Invitation, Ask)
"""What goes on with whoever is in the record. Worries and holds are found by either name."""
Openings = Mapping[int, Mapping[str, Opening | Missing]]


@dataclass(frozen=True, slots=True)
class Continued:
    """The name a record goes on under, and how many of its entries say where things stand."""

    origin: str
    entries: int
    left_out: int  # what cannot be carried over because who it is about can no longer be opened


def continue_record(*, lost: Checkpoint, now: datetime) -> Continued:
    """Go on under another name from what is left of a record whose signed head covers more.

    The first entry names the old head and how many entries are left. Who and what was there is
    entered anew, by the host, for members to confirm.
    """
    log = find_log(lost.origin)
    name = next_name(lost.origin)
    with whole():
        openings = find_openings(log)
        first = LogContinued(
            origin=lost.origin, size=lost.size, root=to_base64(lost.root), kept=log.size
        )
        told = list(_carried(log, lost))
        unseen = hidden(log.origin, [each.entry for each in told])
        facts = [fact for each in told if (fact := _opened(each, openings, unseen)) is not None]
        open_log(name)
        Invitation.objects.filter(origin=log.origin).update(entry=None)  # numbers begin anew
        for table in MOVED:
            table._default_manager.filter(origin=log.origin).update(origin=name)
        mark_names(name)  # marks are of one partnership alone
        done = enter(first, *facts, record=name, by=THE_HOST, now=now)
        Log.objects.filter(pk=log.pk).update(continued_by=name)
    return Continued(name, len(done), len(told) - len(facts))


def next_name(origin: str) -> str:
    """Return the name that a record goes on under: /2 after the first, then /3."""
    stem, slash, last = origin.rpartition("/")
    if slash and last.isdecimal() and "/" in stem:
        return f"{stem}/{int(last) + 1}"
    return f"{origin}/2"


def _carried(log: Log, lost: Checkpoint) -> Iterator[Told[Fact]]:
    whole = partnership_state(log)
    yield from _of_partnership(whole, log, lost)
    for name in boards_of(log):
        yield from _of_board(board_state(log, name))


def _of_partnership(whole: Partnership, log: Log, lost: Checkpoint) -> Iterator[Told[Fact]]:
    if whole.opened is not None:
        types = Indexed.objects.filter(log=log).values_list("type", flat=True)
        follows = {
            "origin": lost.origin,
            "size": lost.size,
            "root": to_base64(lost.root),
            "since": whole.opened.day.isoformat(),
            "entries": dict(sorted(Counter(types).items())),
        }
        yield replace(whole.opened, fact=replace(whole.opened.fact, follows=follows))
    yield from whole.organisations.values()
    yield from (duty.given for duty in whole.duties.values() if duty.ended is None)


def _of_board(board: Board) -> Iterator[Told[Fact]]:
    if board.opened is None or board.closed is not None:
        return
    yield board.opened
    yield from board.rules
    for place in board.places.values():
        if place.ended is None:
            yield place.made
            if place.held is not None:
                yield place.held.taken
    yield from (each.named for each in board.deputies.values() if each.ended is None)
    yield from (each.granted for each in board.mandates.values() if each.ended is None)


def _opened(told: Told[Fact], openings: Openings, unseen: frozenset[int]) -> Fact | None:
    """Return a fact to be entered anew; None where who it is about can no longer be opened.

    None too for rules from before rules had a strict form: the board sets them anew. Words that
    are hidden, because somebody was worried, stay behind: nothing would hide them.
    """
    fact, found = told.fact, openings.get(told.entry, {})
    if isinstance(fact, RulesSet) and not readable(fact.rules):
        return None
    for path, seal in layout(type(fact)).sealed.items():
        opening = found.get(path)
        if isinstance(opening, Opening) and (seal is Seal.PERSON or told.entry not in unseen):
            fact = replace(fact, **{path: opening.value})
        elif seal is Seal.PERSON:
            return None
        else:
            fact = replace(fact, **{path: ""})
    return fact
