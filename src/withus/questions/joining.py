"""Which partnerships there are, what boards they have, and how a board stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count as Counted
from django.db.models import F
from django.db.models.functions import Lower

from withus.core.deciding.each import LeftOut
from withus.core.deciding.law import law_told
from withus.core.deciding.mirror import Mirror
from withus.core.facts.deciding import LawTold
from withus.core.facts.encoding import decode
from withus.core.facts.joining import BoardOpened
from withus.core.findings.finding import NotEnough
from withus.core.history.said import Challenge
from withus.core.history.state import Partnership
from withus.core.history.streams import PARTNERSHIP
from withus.core.history.told import Told
from withus.core.rules.entering import needed_for_rules
from withus.core.rules.rights import Act
from withus.core.words import Capacity, Level, OrganisationKind, ShownAs
from withus.questions.deciding import RulesSeen, left_out, means_on, on_a_promise, rules_seen
from withus.questions.finding import Live, NotHere, boards_of, seen_by
from withus.questions.names import named_in
from withus.questions.open_now import boards_with_room, has_room
from withus.questions.places import Count, Cut, PlaceSeen, count, places
from withus.questions.responsibility import Above, above, rows_above
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
    means: Mirror | NotEnough
    above: str  # the board in this record that it stands under; empty where there is none


@dataclass(frozen=True, slots=True)
class PartnershipSeen:
    """A partnership as anybody may see it."""

    origin: str
    name: str
    practice: bool
    follows: Mapping[str, Any] | None  # what its record says of practice before it
    since: date
    closed: date | None
    size: int
    boards: tuple[BoardLine, ...]
    page: Paged
    all: int  # boards, whether or not they were searched for
    room: tuple[BoardLine, ...]  # some with a place for the people it is about that nobody holds
    organisations: Mapping[OrganisationKind, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class BoardSeen:
    """A board as anybody may see it."""

    log: Log
    origin: str
    partnership: str
    practice: bool
    opened: Told[BoardOpened]
    closed: date | None
    size: int  # of the record it was counted from
    count: Count
    places: tuple[PlaceSeen, ...]
    page: Paged  # of the places, where a page was asked for
    rules: RulesSeen
    later: tuple[RulesSeen, ...]
    to_set_rules: Act  # the right that setting them now needs
    left_out: tuple[LeftOut, ...]
    on_a_promise: bool  # only promises keep the others from deciding without them
    above: Above
    below: tuple[tuple[str, str], ...]  # the first of them
    all_below: int
    challenges: tuple[Challenge, ...]
    law: Told[LawTold] | None  # that its legal rules are all entered, if that was said and holds


@dataclass(frozen=True, slots=True)
class PageOfPlaces:
    """Which page of a board's places is wanted, in an order of capacities; 0: all, as made."""

    number: int = 0
    order: Sequence[Capacity] = ()


ALL_PLACES = PageOfPlaces()


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


def partnership(
    origin: str, *, on: date, page: int = 1, search: str = "", inside: bool = False
) -> PartnershipSeen:
    """Return a partnership as it stands on a day, with a page of its boards, or refuse.

    `inside`: for somebody who is in it; they alone see a practice run.
    """
    found = seen_by(origin, inside=inside)
    state = partnership_state(found.log)
    assert state.opened is not None
    rows = BoardRow.objects.filter(origin=origin)
    named = rows.filter(name__icontains=search) if search else rows
    everyone = rows.count()
    at = paged(page, named.count() if search else everyone, each=BOARDS_A_PAGE)
    first = (at.number - 1) * BOARDS_A_PAGE
    ordered = named.order_by(F("closed").asc(nulls_first=True), Lower("name"), "ref")
    shown = list(ordered[first : first + BOARDS_A_PAGE])
    room = boards_with_room(origin)
    each = {row.ref: row for row in (*shown, *room)}
    told = {one.id: one for one in lines(found, list(each.values()), on=on)}
    return PartnershipSeen(
        origin=origin,
        name=found.name,
        practice=found.practice,
        follows=state.opened.fact.follows,
        since=state.opened.day,
        closed=state.closed.day if state.closed else None,
        size=found.log.size,
        boards=tuple(told[row.ref] for row in shown),
        page=at,
        all=everyone,
        room=tuple(told[row.ref] for row in room if has_room(told[row.ref].count)),
        organisations=by_kind(state),
    )


def by_kind(state: Partnership) -> Mapping[OrganisationKind, tuple[str, ...]]:
    """Return the organisations of a partnership by what sort of body they are."""
    kinds: dict[OrganisationKind, tuple[str, ...]] = {}
    for each in state.organisations.values():
        fact = each.fact
        kinds[fact.kind] = (*kinds.get(fact.kind, ()), fact.name)
    return kinds


def lines(found: Live, rows: Sequence[BoardRow], *, on: date) -> Iterator[BoardLine]:
    """Yield rows of the list of boards, with the places of each counted and its rules weighed."""
    boards = boards_of(found.log, [row.ref for row in rows])
    over = BoardRow.objects.filter(origin=found.log.origin, ref__in={row.parent for row in rows})
    names: dict[str | None, str] = dict(over.values_list("ref", "name"))
    for row in rows:
        state = boards[row.ref]
        yield BoardLine(
            id=row.ref,
            name=row.name,
            level=Level(row.level),
            closed=row.closed,
            count=count(state),
            means=means_on(state, on=on),
            above=names.get(row.parent, ""),
        )


def board(
    origin: str,
    wanted: str,
    *,
    on: date,
    cut: PageOfPlaces = ALL_PLACES,
    inside: bool = False,
) -> BoardSeen:
    """Return a board of a partnership as it stands on a day, or refuse; `inside` as above."""
    found = seen_by(origin, inside=inside)
    rows = rows_above(origin, wanted)
    if not rows:
        raise NotHere("not_here")
    boards = boards_of(found.log, [row.ref for row in rows])
    state = boards[wanted]
    assert state.opened is not None
    now, later = rules_seen(state, on=on)
    below = BoardRow.objects.filter(origin=origin, parent=wanted).order_by(Lower("name"), "ref")
    some = tuple(below.values_list("ref", "name")[:BOARDS_A_PAGE])
    counted = count(state)
    at = paged(cut.number, counted.places)
    first = (at.number - 1) * A_PAGE
    some_places = Cut(cut.order, first, first + A_PAGE) if cut.number else None
    return BoardSeen(
        log=found.log,
        origin=origin,
        partnership=found.name,
        practice=found.practice,
        opened=state.opened,
        closed=state.closed.day if state.closed else None,
        size=found.log.size,
        count=counted,
        places=tuple(places(state, on=on, cut=some_places)),
        page=at,
        rules=now,
        later=later,
        to_set_rules=needed_for_rules(state),
        left_out=left_out(state, on=on),
        on_a_promise=on_a_promise(state, on=on),
        above=above(rows, boards, on=on),
        below=some,
        all_below=below.count() if len(some) == BOARDS_A_PAGE else len(some),
        law=law_told(state),
        challenges=tuple(one for one in state.said.challenges.values() if one.ended is None),
    )


def names_shown(found: BoardSeen) -> Mapping[int, str]:
    """Return the names that some places show, by the entry each was taken with.

    Where, and only where, whoever holds a place chose to be shown by name.
    """
    named = [one.taken for one in found.places if one.shown_as is ShownAs.NAMED]
    return named_in(found.log, [taken for taken in named if taken is not None])
