"""Works: those of a partnership, and one of them with its boards, for whoever may see it.

What is clear anybody may see: names, boards, stages, counts. Words are opened for those on its
boards and on duty for them. A work about one person is nothing at all to everybody else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Lower

from withus.core.facts.framing import WorkOpened
from withus.core.framing.seen import WorkSeen, question
from withus.core.framing.stages import StageSeen, stages
from withus.core.history.state import Board, Meeting, Partnership, State
from withus.core.history.streams import PARTNERSHIP
from withus.core.history.told import Told
from withus.core.history.work import Work
from withus.core.rules.rights import Act, Role, duties_held, may, places_held
from withus.questions.finding import NotHere, seen_by
from withus.questions.joining import Paged, paged
from withus.questions.meeting import Spot, words_of
from withus.questions.rights import standing
from withus.stores.framing.finding import meetings_about
from withus.stores.framing.models import WorkRow
from withus.stores.joining.models import BoardRow
from withus.stores.record.finding import entries_about
from withus.stores.record.models import Log
from withus.stores.record.states import states

A_PAGE = 12


@dataclass(frozen=True, slots=True)
class WorkHere:
    """A work as it stands, with its boards; and its words, for those who may read them."""

    log: Log
    id: str
    partnership: Partnership
    state: Work
    boards: Mapping[str, Board]  # the first answers for it
    meetings: Mapping[str, Meeting] = field(default_factory=dict)
    words: Mapping[Spot, str] = field(default_factory=dict)

    @property
    def origin(self) -> str:
        """Tell in which record."""
        return self.log.origin

    @property
    def opened(self) -> Told[WorkOpened]:
        """Tell the entry by which work began."""
        assert self.state.opened is not None
        return self.state.opened

    @property
    def board(self) -> Board:
        """Tell the board that answers for it."""
        return self.boards[self.opened.fact.board]

    @property
    def seen(self) -> WorkSeen:
        """Tell it as figures are worked out from it."""
        return WorkSeen(self.state, self.boards, self.meetings)

    def said(self, entry: int, path: str) -> str | None:
        """Tell the words of an entry; None where they are not shown."""
        return self.words.get((entry, path))


@dataclass(frozen=True, slots=True)
class WorkLine:
    """A work in the list of them."""

    id: str
    state: Work
    boards: tuple[str, ...]  # names, that of the board that answers first
    stages: tuple[StageSeen, ...]
    question: str | None  # as agreed, for those who read it


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which works are wanted: those whose names hold a word; how sorted; which page."""

    search: str = ""
    by_name: bool = False
    page: int = 1


@dataclass(frozen=True, slots=True)
class Works:
    """A page of a partnership's works, and how many there are without a search."""

    partnership: str
    practice: bool
    lines: tuple[WorkLine, ...]
    page: Paged
    all: int


def work_here(origin: str, work: str, *, inside: bool, meetings: bool = True) -> WorkHere:
    """Return a work as it stands, without its words; of a practice run only from inside.

    Where nothing is asked of the meetings at which something of it was put, they are left out.
    """
    row = WorkRow.objects.filter(origin=OuterRef("origin"), ref=work)
    told = {f"its_{each}": Subquery(row.values(each)) for each in ("board", "boards")}
    log: Any = Log.objects.filter(origin=origin).annotate(**told).first()
    if log is None or log.its_board is None:
        raise NotHere("not_here")
    names = [log.its_board, *log.its_boards.split()]
    about = meetings_about(log, [work]) if meetings else []
    found = states(log, [work, *names, *about, PARTNERSHIP])
    whole, state = found.get(PARTNERSHIP), found.get(work)
    if not isinstance(whole, Partnership) or not isinstance(state, Work) or whole.opened is None:
        raise NotHere("not_here")
    if whole.opened.fact.practice and not inside:
        raise NotHere("not_here")
    return WorkHere(log, work, whole, state, boards(found, names), held(found, about))


def boards(found: Mapping[str, State], names: Iterable[str]) -> dict[str, Board]:
    """Return the boards of some names, in that order."""
    each = {name: found.get(name) for name in names}
    return {name: one for name, one in each.items() if isinstance(one, Board)}


def held(found: Mapping[str, State], names: Iterable[str]) -> dict[str, Meeting]:
    """Return the meetings of some names, in that order."""
    each = {name: found.get(name) for name in names}
    return {name: one for name, one in each.items() if isinstance(one, Meeting)}


def roles_in(found: WorkHere, mine: frozenset[int], *, on: date) -> frozenset[Role]:
    """Return what somebody is in a work: by a duty for its board, or a place on any of its boards.

    Shape: `mine` are the entries that are about them.
    """
    roles = set(duties_held(found.partnership, mine, on=on, board=found.opened.fact.board))
    for board in found.boards.values():
        roles |= places_held(board, mine)
    return frozenset(roles)


def entries_of_mine(found: WorkHere, person: str) -> frozenset[int]:
    """Return the entries of a record that are about somebody."""
    return entries_about(found.log, person)


def opened(found: WorkHere, entries: Iterable[int]) -> WorkHere:
    """Return a work with the words of some of its entries, beside those it has."""
    more = words_of(found.log, entries, found.state, *found.meetings.values())
    return replace(found, words={**found.words, **more})


def works(origin: str, *, by: str | None, on: date, wanted: Wanted) -> Works:
    """Return a page of the works of a partnership that somebody may see; None: an outsider."""
    live = seen_by(origin, inside=by is not None)
    rows = WorkRow.objects.filter(origin=origin)
    reads = boards_read(origin, by, on=on) if by else None
    if reads is not True:
        theirs = Q(about_one_person=False)
        for name in sorted(reads or ()):
            theirs |= Q(board=name) | Q(boards__contains=name)
        rows = rows.filter(theirs)
    named = rows.filter(name__icontains=wanted.search) if wanted.search else rows
    everyone = rows.count()
    at = paged(wanted.page, named.count() if wanted.search else everyone, each=A_PAGE)
    first = (at.number - 1) * A_PAGE
    ordered = named.order_by(Lower("name"), "ref") if wanted.by_name else named.order_by("-opened")
    shown = list(ordered[first : first + A_PAGE])
    return Works(live.name, live.practice, lines(live.log, shown, reads=reads), at, everyone)


def boards_read(origin: str, person: str, *, on: date) -> frozenset[str] | bool:
    """Return the boards whose words somebody may read; True: all of them, by a duty."""
    found = standing(origin, person)
    if found is None:
        return frozenset()
    read: set[str] = set()
    for stream, state in found.states.items():
        if isinstance(state, Partnership):
            if may(Act.READ_BOARD, duties_held(state, found.mine, on=on)):
                return True
            given = (each.given.fact.board for each in state.duties.values())
            each = {name for name in given if name is not None}
            read |= {
                name
                for name in each
                if may(Act.READ_BOARD, duties_held(state, found.mine, on=on, board=name))
            }
        elif isinstance(state, Board) and may(Act.READ_BOARD, places_held(state, found.mine)):
            read.add(stream)
    return frozenset(read)


def lines(
    log: Log, rows: list[WorkRow], *, reads: frozenset[str] | bool | None
) -> tuple[WorkLine, ...]:
    """Return rows of the list of works, each with how far it has come and the question it asks."""
    meetings = meetings_about(log, [row.ref for row in rows]) if rows else []
    names = {row.ref: [row.board, *row.boards.split()] for row in rows}
    every = {name for some in names.values() for name in some}
    found = states(log, [*names, *every, *meetings])
    told = dict(
        BoardRow.objects.filter(origin=log.origin, ref__in=every).values_list("ref", "name")
    )
    there = held(found, meetings)
    seen = {row.ref: of_row(found, row.ref, names[row.ref], there) for row in rows}
    asked = {
        ref: one.work.questions[agreed.fact.question].entry
        for ref, one in seen.items()
        if (reads is True or (reads and not reads.isdisjoint(names[ref])))
        if (agreed := question(one)) is not None
    }
    words = words_of(log, asked.values(), *(one.work for one in seen.values())) if asked else {}
    return tuple(
        WorkLine(
            id=ref,
            state=one.work,
            boards=tuple(told[name] for name in names[ref] if name in told),
            stages=stages(one),
            question=words.get((asked[ref], "words")) if ref in asked else None,
        )
        for ref, one in seen.items()
    )


def of_row(
    found: Mapping[str, State], ref: str, names: Iterable[str], meetings: Mapping[str, Meeting]
) -> WorkSeen:
    """Return one of several works as figures are worked out from it."""
    state = found.get(ref)
    some = boards(found, names)
    theirs = {
        name: one for name, one in meetings.items() if one.called and one.called.fact.board in some
    }
    return WorkSeen(state if isinstance(state, Work) else Work(), some, theirs)


def boards_to_open(origin: str, person: str, *, on: date) -> list[tuple[str, str]]:
    """Return the boards on which somebody may begin a work, by name."""
    found = standing(origin, person, board=PARTNERSHIP)
    whole = found.states.get(PARTNERSHIP) if found else None
    if found is None or not isinstance(whole, Partnership):
        return []
    rows = BoardRow.objects.filter(origin=origin, closed=None)
    if not may(Act.OPEN_WORK, duties_held(whole, found.mine, on=on)):
        given = {each.given.fact.board for each in whole.duties.values()}
        theirs = {
            name
            for name in given
            if name and may(Act.OPEN_WORK, duties_held(whole, found.mine, on=on, board=name))
        }
        rows = rows.filter(ref__in=theirs)
    return list(rows.order_by(Lower("name"), "ref").values_list("ref", "name"))
