"""Carrying over: what goes on under another name with whoever is in a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from django.db.models import Model

from withus.core.deciding.reading import readable
from withus.core.facts.fact import Fact, Missing, Seal, layout
from withus.core.facts.joining import (
    BoardOpened,
    DeputyNamed,
    DutyGiven,
    MandateGranted,
    PlaceTaken,
    RulesSet,
)
from withus.core.facts.sealing import Opening
from withus.core.history.state import Board, Partnership
from withus.core.history.told import Told
from withus.stores.accounts.models import Link
from withus.stores.asking.models import Ask
from withus.stores.inviting.models import Invitation
from withus.stores.meeting.models import Need, PastMinutes
from withus.stores.people.identity import mark_names
from withus.stores.people.models import Person

MOVED: tuple[type[Model], ...] = (Person, Link, Invitation, Ask, Need, PastMinutes)
"""What goes on with whoever is in the record. Worries and holds are found by either name."""
Openings = Mapping[int, Mapping[str, Opening | Missing]]


def move(origin: str, *, to: str) -> None:
    """Let people, their ways in, and what they were asked and ask, go on under another name."""
    Invitation.objects.filter(origin=origin).update(entry=None)  # numbers begin anew
    for table in MOVED:
        table._default_manager.filter(origin=origin).update(origin=to)
    mark_names(to)  # marks are of one partnership alone


def of_board(board: Board, there: AbstractSet[str]) -> Iterator[Told[Fact]]:
    """Yield what says how an open board stands, in an order in which it can be entered anew.

    Shape: `there` are the boards that are open.
    Not: meetings, which stay in the record in which they were held; so do decisions by which rules
        were set, and deputies for one meeting alone.
    """
    if board.opened is None or board.closed is not None:
        return
    yield opening_of(board.opened, there)
    yield from (replace(each, fact=replace(each.fact, decision=None)) for each in board.rules)
    for place in board.places.values():
        if place.ended is None:
            yield place.made
            if place.held is not None:
                yield place.held.taken
    deputies = (each for each in board.deputies.values() if each.named.fact.meeting is None)
    yield from (each.named for each in deputies if each.ended is None)
    yield from (each.granted for each in board.mandates.values() if each.ended is None)


def opening_of(told: Told[BoardOpened], there: AbstractSet[str]) -> Told[BoardOpened]:
    """Return a board's opening without the board above it, where that has ended."""
    parent = told.fact.parent
    if parent is None or "#" in parent or parent in there:
        return told
    return replace(told, fact=replace(told.fact, parent=None))


def duties_of(whole: Partnership, there: AbstractSet[str]) -> Iterator[Told[DutyGiven]]:
    """Yield the duties that were not ended, but for those on a board that is no longer open."""
    for held in whole.duties.values():
        if held.ended is None and (held.given.fact.board is None or held.given.fact.board in there):
            yield held.given


def again(told: Iterable[Told[Fact]], openings: Openings, unseen: frozenset[int]) -> Iterator[Fact]:
    """Yield facts to be entered anew.

    Left out is what is about somebody who was erased, and what hangs on that: their mandate, and
    whoever they chose to come in their place.
    """
    held: set[str] = set()  # places, and what each is held by
    for each in told:
        fact = opened_again(each, openings, unseen)
        if isinstance(fact, PlaceTaken):
            held |= {fact.place, fact.holding}
        hangs_on = None
        if isinstance(fact, DeputyNamed):
            hangs_on = fact.place
        elif isinstance(fact, MandateGranted):
            hangs_on = fact.holding
        if fact is not None and (hangs_on is None or hangs_on in held):
            yield fact


def opened_again(told: Told[Fact], openings: Openings, unseen: frozenset[int]) -> Fact | None:
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
