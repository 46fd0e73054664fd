"""Which partnerships there are, what boards they have, and how a board stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count as Counted
from django.db.models import F
from django.db.models.functions import Lower

from withus.core.facts.encoding import decode
from withus.core.facts.joining import BoardOpened
from withus.core.history.state import Challenge
from withus.core.history.streams import PARTNERSHIP
from withus.core.history.told import Told
from withus.core.words import Capacity, Level, OrganisationKind, ShownAs
from withus.questions.deciding import RulesSeen, rules_seen
from withus.questions.finding import Live, NotHere, boards_of, live
from withus.questions.names import named_in
from withus.questions.places import Count, Cut, PlaceSeen, count, places
from withus.stores.joining.models import BoardRow, PartnershipRow
from withus.stores.record.models import Leaf, Log
from withus.stores.record.states import partnership_state

A_PAGE, BOARDS_A_PAGE = 50, 12


@dataclass(frozen=True, slots=True)
class Paged:
    """Where one is in a long list."""

    number: int
    pages: int
    count: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A partnership in the list of them."""

    origin: str
    name: str
    boards: int
    since: date


@dataclass(frozen=True, slots=True)
class Partnerships:
    """A page of the list of partnerships, and how many there are without a search."""

    listed: tuple[Listed, ...]
    page: Paged
    all: int


@dataclass(frozen=True, slots=True)
class BoardLine:
    """A board in the list of a partnership's boards."""

    id: str
    name: str
    level: Level
    closed: date | None
    count: Count


@dataclass(frozen=True, slots=True)
class PartnershipSeen:
    """A partnership as anybody may see it."""

    origin: str
    name: str
    since: date
    closed: date | None
    size: int
    boards: tuple[BoardLine, ...]
    page: Paged
    organisations: Mapping[OrganisationKind, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Above:
    """The board that another stands under: here, with its places, or in another record."""

    id: str | None
    name: str
    count: Count | None


@dataclass(frozen=True, slots=True)
class BoardSeen:
    """A board as anybody may see it."""

    origin: str
    partnership: str
    opened: Told[BoardOpened]
    closed: date | None
    size: int  # of the record it was counted from
    count: Count
    places: tuple[PlaceSeen, ...]
    page: Paged  # of the places, where a page was asked for
    rules: RulesSeen
    later: tuple[RulesSeen, ...]
    above: Above | None
    below: tuple[tuple[str, str], ...]
    challenges: tuple[Challenge, ...]


def paged(wanted: int, count: int, *, each: int = A_PAGE) -> Paged:
    """Return the page wanted, or the nearest there is."""
    pages = max(1, -(-count // each))
    return Paged(min(max(1, wanted), pages), pages, count)


def partnerships(*, search: str = "", page: int = 1) -> Partnerships:
    """Return a page of the live partnerships whose names hold a word, in order of name."""
    rows = PartnershipRow.objects.filter(ref=PARTNERSHIP, practice=False)
    found = rows.filter(name__icontains=search) if search else rows
    everyone = rows.count()
    at = paged(page, found.count() if search else everyone)
    first = (at.number - 1) * A_PAGE
    shown = list(found.order_by(Lower("name"), "origin")[first : first + A_PAGE])
    return Partnerships(listed(shown), at, everyone)


def listed(rows: Sequence[PartnershipRow]) -> tuple[Listed, ...]:
    """Return rows of the list, with the boards of each and its first day."""
    origins = [row.origin for row in rows]
    open_ = BoardRow.objects.filter(origin__in=origins, closed=None).values("origin")
    boards = dict(open_.annotate(n=Counted("id")).values_list("origin", "n"))
    logs = dict(Log.objects.filter(origin__in=origins).values_list("id", "origin"))
    entries = {row.entry for row in rows}
    leaves = Leaf.objects.filter(log__in=logs.keys(), index__in=entries)
    days: dict[tuple[str, int], date] = {}
    for log, index, content in leaves.values_list("log", "index", "content"):
        days[logs[log], index] = decode(bytes(content), index=index).day
    return tuple(
        Listed(row.origin, row.name, boards.get(row.origin, 0), days[row.origin, row.entry])
        for row in rows
    )


def partnership(origin: str, *, page: int = 1) -> PartnershipSeen:
    """Return a live partnership with a page of its boards, or refuse."""
    found = live(origin)
    state = partnership_state(found.log)
    assert state.opened is not None
    rows = BoardRow.objects.filter(origin=origin)
    at = paged(page, rows.count(), each=BOARDS_A_PAGE)
    first = (at.number - 1) * BOARDS_A_PAGE
    ordered = rows.order_by(F("closed").asc(nulls_first=True), Lower("name"), "ref")
    shown = list(ordered[first : first + BOARDS_A_PAGE])
    kinds: dict[OrganisationKind, tuple[str, ...]] = {}
    for each in state.organisations.values():
        fact = each.fact
        kinds[fact.kind] = (*kinds.get(fact.kind, ()), fact.name)
    return PartnershipSeen(
        origin=origin,
        name=found.name,
        since=state.opened.day,
        closed=state.closed.day if state.closed else None,
        size=found.log.size,
        boards=lines(found, shown),
        page=at,
        organisations=kinds,
    )


def lines(found: Live, rows: Sequence[BoardRow]) -> tuple[BoardLine, ...]:
    """Return rows of the list of boards, with the places of each counted."""
    boards = boards_of(found.log, [row.ref for row in rows])
    return tuple(
        BoardLine(row.ref, row.name, Level(row.level), row.closed, count(boards[row.ref]))
        for row in rows
    )


def board(
    origin: str, wanted: str, *, on: date, page: int = 0, order: Sequence[Capacity] = ()
) -> BoardSeen:
    """Return a board of a live partnership as it stands on a day, or refuse.

    Shape: `page` of its places, in an order of capacities; 0: all, as they were made.
    """
    found = live(origin)
    row = BoardRow.objects.filter(origin=origin, ref=wanted).first()
    if row is None:
        raise NotHere("not_here")
    local = row.parent if row.parent and "#" not in row.parent else None
    boards = boards_of(found.log, {wanted, local or wanted})
    state = boards[wanted]
    assert state.opened is not None
    now, later = rules_seen(state, on=on)
    below = BoardRow.objects.filter(origin=origin, parent=wanted).order_by(Lower("name"), "ref")
    counted = count(state)
    at = paged(page, counted.places)
    first = (at.number - 1) * A_PAGE
    return BoardSeen(
        origin=origin,
        partnership=found.name,
        opened=state.opened,
        closed=state.closed.day if state.closed else None,
        size=found.log.size,
        count=counted,
        places=tuple(places(state, on=on, cut=Cut(order, first, first + A_PAGE) if page else None)),
        page=at,
        rules=now,
        later=later,
        above=above(row.parent, boards),
        below=tuple(below.values_list("ref", "name")[:A_PAGE]),
        challenges=tuple(one for one in state.said.challenges.values() if one.ended is None),
    )


def names_shown(origin: str, shown: Iterable[PlaceSeen]) -> Mapping[int, str]:
    """Return the names that some places show, by the entry each was taken with.

    Where, and only where, whoever holds a place chose to be shown by name.
    """
    wanted = [one.taken for one in shown if one.shown_as is ShownAs.NAMED and one.taken is not None]
    return named_in(live(origin).log, wanted) if wanted else {}


def above(parent: str | None, boards: Mapping[str, Any]) -> Above | None:
    """Return the board above, if there is one: a foreign one by its place in the other record."""
    if parent is None:
        return None
    state = boards.get(parent)
    if state is None or state.opened is None:
        return Above(None, parent.partition("#")[0], None)
    return Above(parent, state.opened.fact.name, count(state))
