"""Who acts: what the record says of them under the lock, for the rules of who may enter what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.utils.timezone import localdate

from withus.core.facts.circumstances import HOST
from withus.core.facts.fact import Fact
from withus.core.facts.framing import ScopeConfirmed
from withus.core.facts.joining import DeputyNamed, DutyEnded, DutyGiven
from withus.core.facts.keeping import EntryConfirmed
from withus.core.history.state import Board
from withus.core.history.streams import PARTNERSHIP, stream_of
from withus.core.rules.acting import Acting
from withus.core.rules.rights import Act, Role, check_may, duties_held, places_held
from withus.core.rules.situation import Situation
from withus.stores.accounts.accounts import sharing
from withus.stores.people.identity import identities
from withus.stores.record.append import Actor, Pen
from withus.stores.record.finding import entries_about
from withus.stores.record.models import Log
from withus.stores.record.states import partnership_state


def check_duty(log: Log, act: Act, *, by: str | None, on: date) -> None:
    """Refuse what none of somebody's duties lets them do; None: the host's command, which may."""
    if by is not None:
        check_may(act, duties_held(partnership_state(log), entries_about(log, by), on=on))


def acting(pen: Pen, fact: Fact, stands: Situation, by: Actor) -> Acting:
    """Return what whoever acts is where a fact belongs, and whoever types for them."""
    board = board_asked_for(pen, fact, stands)
    return Acting(
        roles=roles(pen, by.person, board, beside=stands.beside.values()),
        person=by.person,
        mine=pen.entries_about(by.person) if by.person else frozenset(),
        theirs=about_a_deputy(pen, fact),
        typist=roles(pen, by.typed_by, board) if by.typed_by else None,
        typists=about_typist(pen, by),
        invited=by.invited,
        commanded=by.commanded,
        together=is_together(pen, another_than(fact, stands), by),
    )


def about_typist(pen: Pen, by: Actor) -> frozenset[int]:
    """Return the entries about whoever types; none where nobody does, or the host's command."""
    if by.typed_by is None or by.typed_by == HOST:
        return frozenset()
    return pen.entries_about(by.typed_by)


def about_a_deputy(pen: Pen, fact: Fact) -> frozenset[int]:
    """Return the entries about whomever a fact names as a deputy; none of any other fact."""
    if not isinstance(fact, DeputyNamed) or not isinstance(fact.person, str):
        return frozenset()
    return pen.entries_about(fact.person)


def board_asked_for(pen: Pen, fact: Fact, stands: Situation) -> str | None:
    """Return the board that the right must hold for; None: the partnership as a whole."""
    stream = stream_of(fact, pen)
    if stream is not None and stream != PARTNERSHIP:
        return pen.scope(fact, stream)
    if stands.about is not None:
        fact = stands.about.fact
    if isinstance(fact, DutyEnded):
        duty = stands.partnership.duties.get(fact.given)
        return duty.given.fact.board if duty else None
    return fact.board if isinstance(fact, DutyGiven) else None


def roles(
    pen: Pen, person: str | None, board: str | None, *, beside: Iterable[Board] = ()
) -> frozenset[Role]:
    """Return what somebody is today on a board and those beside it, or in the whole partnership."""
    if person is None or person == HOST:
        return frozenset({Role.HOST})
    mine = pen.entries_about(person)
    found = set(duties_held(pen.partnership(), mine, on=localdate(pen.at), board=board))
    for each in (*boards(pen, mine, board), *beside):
        found |= places_held(each, mine)
    return frozenset(found)


def boards(pen: Pen, mine: frozenset[int], board: str | None) -> Iterator[Board]:
    """Yield the board asked for, or every board on which somebody is named."""
    if board is not None:
        yield pen.board(board)
        return
    for stream in pen.streams_of(mine) - {PARTNERSHIP}:
        yield pen.board(stream)


def another_than(fact: Fact, stands: Situation) -> frozenset[str]:
    """Return what those are called than whom another must enter a fact.

    Of what is confirmed, who typed it; of whom a work is about, who said so for the other side.
    """
    found: set[str | None] = set()
    if isinstance(fact, EntryConfirmed) and stands.about is not None:
        found = {stands.about.typed_by or stands.about.by}
    elif isinstance(fact, ScopeConfirmed):
        others = [each for each in stands.work.scope if each.fact.side is not fact.side]
        found = {name for each in others for name in (each.by, each.typed_by)}
    return frozenset(name for name in found if name is not None and name != HOST)


def is_together(pen: Pen, others: frozenset[str], by: Actor) -> bool:
    """Tell whether somebody shares a way in with one of those than whom it must be another.

    An account that acts for both; or one that was lately signed in at the same browser.
    """
    if not others:
        return False
    who = {each for each in (by.person, by.typed_by) if each and each != HOST}
    sharers = sharing(pen.log.origin, who, beside=by.beside) - who
    known = identities(pen.log.origin, sharers).values()
    return any(not others.isdisjoint(each.pseudonyms.values()) for each in known)
