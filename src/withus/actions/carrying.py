"""Carrying over: what goes on under another name with whoever is in a record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from django.db.models import Model

from withus.core.deciding.reading import readable
from withus.core.facts.fact import Fact, Missing, Seal, layout
from withus.core.facts.joining import RulesSet
from withus.core.facts.sealing import Opening
from withus.core.history.state import Board
from withus.core.history.told import Told
from withus.stores.accounts.models import Link
from withus.stores.asking.models import Ask
from withus.stores.inviting.models import Invitation
from withus.stores.people.identity import mark_names
from withus.stores.people.models import Person

MOVED: tuple[type[Model], ...] = (Person, Link, Invitation, Ask)
"""What goes on with whoever is in the record. Worries and holds are found by either name."""
Openings = Mapping[int, Mapping[str, Opening | Missing]]


def move(origin: str, *, to: str) -> None:
    """Let people, their ways in, and what they were asked and ask, go on under another name."""
    Invitation.objects.filter(origin=origin).update(entry=None)  # numbers begin anew
    for table in MOVED:
        table._default_manager.filter(origin=origin).update(origin=to)
    mark_names(to)  # marks are of one partnership alone


def of_board(board: Board) -> Iterator[Told[Fact]]:
    """Yield what says how an open board stands, in an order in which it can be entered anew."""
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
