"""A board's meetings: those to come and those past; one of them; and what was written about it.

When, by which ways, which forms of papers and in what capacity: anybody may see that. Words are
opened for those on the board and on duty for it, and for nobody else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from django.db.models import OuterRef, Subquery

from withus.core.facts.sealing import Opening
from withus.core.history.state import Board, Meeting, Partnership, State
from withus.core.history.streams import PARTNERSHIP
from withus.core.meeting.papers import due_on
from withus.core.meeting.standing import stage, when
from withus.core.words import MeetingStage, Way
from withus.questions.finding import NotHere
from withus.questions.joining import Paged, paged
from withus.stores.bank_holidays import bank_holidays
from withus.stores.joining.models import BoardRow, PartnershipRow
from withus.stores.meeting.models import MeetingRow
from withus.stores.record.models import Log
from withus.stores.record.openings import find_openings
from withus.stores.record.states import partnership_state, states
from withus.stores.worrying.worries import hidden

A_PAGE = 12
OVER = (MeetingStage.CANCELLED.value, MeetingStage.CLOSED.value)
Spot = tuple[int, str]  # an entry, and the path of a text in it


@dataclass(frozen=True, slots=True)
class OnBoard:
    """A board whose meetings are asked for; one of a practice run only from inside."""

    log: Log
    id: str
    name: str
    partnership: str
    practice: bool

    @property
    def origin(self) -> str:
        """Tell in which record."""
        return self.log.origin


@dataclass(frozen=True, slots=True)
class MeetingHere:
    """A meeting as it stands, with its board; and its words, for those who may read them."""

    on: OnBoard
    id: str
    state: Meeting
    board: Board
    partnership: Partnership
    words: Mapping[Spot, str] = field(default_factory=dict)

    def said(self, entry: int, path: str) -> str | None:
        """Tell the words of an entry; None where they are not shown."""
        return self.words.get((entry, path))

    def each_said(self) -> dict[int, dict[str, str]]:
        """Tell the words by entry and path."""
        found: dict[int, dict[str, str]] = {}
        for (entry, path), words in self.words.items():
            found.setdefault(entry, {})[path] = words
        return found

    @property
    def closed(self) -> frozenset[date]:
        """Tell the bank holidays about the day of the meeting."""
        opened = self.partnership.opened
        about = when(self.state).starts.date()
        return bank_holidays(opened.fact.country, about=about) if opened else frozenset()

    @property
    def due(self) -> date:
        """Tell the last day on which a paper is out in time, by the promise."""
        return due_on(self.state, closed=self.closed)


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting in the list of a board's meetings."""

    id: str
    starts: datetime
    ends: datetime
    stage: MeetingStage
    ways: frozenset[Way]
    agenda: int  # items on it
    where: str | None


@dataclass(frozen=True, slots=True)
class Meetings:
    """A page of a board's meetings, to come or past, and how many there are of the others."""

    on: OnBoard
    lines: tuple[MeetingLine, ...]
    page: Paged
    others: int


def on_board(origin: str, board: str, *, inside: bool) -> OnBoard:
    """Return a board whose meetings are asked for; refuse a practice run to those outside it."""
    rows = PartnershipRow.objects.filter(origin=OuterRef("origin"), ref=PARTNERSHIP)
    boards = BoardRow.objects.filter(origin=OuterRef("origin"), ref=board)
    told = {f"its_{each}": Subquery(rows.values(each)) for each in ("name", "practice")}
    told["its_board"] = Subquery(boards.values("name"))
    log: Any = Log.objects.filter(origin=origin).annotate(**told).first()
    if log is None or log.its_board is None or log.its_practice is None:
        raise NotHere("not_here")
    if log.its_practice and not inside:
        raise NotHere("not_here")
    return OnBoard(log, board, log.its_board, log.its_name, log.its_practice)


def board_of_meeting(origin: str, meeting: str) -> str:
    """Return the board of a meeting, or refuse."""
    rows = MeetingRow.objects.filter(origin=origin, ref=meeting)
    board = rows.values_list("board", flat=True).first()
    if board is None:
        raise NotHere("not_here")
    return board


def meeting_here(on: OnBoard, meeting: str) -> MeetingHere:
    """Return a meeting as it stands, without its words."""
    found = states(on.log, [meeting, on.id, PARTNERSHIP])
    state, board = found.get(meeting, Meeting()), found.get(on.id, Board())
    whole = found.get(PARTNERSHIP, Partnership())
    assert isinstance(state, Meeting)
    assert isinstance(board, Board)
    assert isinstance(whole, Partnership)
    return MeetingHere(on, meeting, state, board, whole)


def opened(found: MeetingHere) -> MeetingHere:
    """Return a meeting with its words, for those on the board and on duty for it."""
    return replace(found, words=words_of(found.on.log, spots(found.state), found.state))


def spots(state: Meeting) -> set[int]:
    """Tell the entries of a meeting whose words its own page shows.

    Not: what is said to a motion, which has a page and questions of its own.
    """
    told = [each for each in (state.called, *state.moved, state.cancelled) if each]
    found = {each.entry for each in told}
    found |= {each.put.entry for each in state.motions.values()}
    for one in state.items.values():
        found |= {one.asked.entry} | ({one.placed.entry} if one.placed else set())
        found |= {each.entry for each in one.papers.values()}
    return found


def words_of(log: Log, entries: Iterable[int], *states: State) -> dict[Spot, str]:
    """Return the words of entries that still open, were not taken from view and are not hidden."""
    wanted = set(entries)
    if not wanted:
        return {}
    away = hidden(log.origin, wanted)
    gone = {(each.fact.entry, each.fact.path) for state in states for each in state.said.withdrawn}
    return {
        (entry, path): str(one.value)
        for entry, openings in find_openings(log, wanted - away).items()
        for path, one in openings.items()
        if isinstance(one, Opening) and (entry, path) not in gone
    }


def meetings(on: OnBoard, *, past: bool, page: int, now: datetime, reads: bool) -> Meetings:
    """Return a page of a board's meetings: those to come by day, or those past, the latest first.

    A meeting that is under way is to come until it is closed; one that was never held is past.
    """
    rows = MeetingRow.objects.filter(origin=on.origin, board=on.id)
    over = rows.filter(stage__in=OVER) | rows.filter(stage="called", ends__lt=now)
    coming = rows.exclude(pk__in=over.values("pk"))
    count, others = (over, coming) if past else (coming, over)
    at = paged(page, count.count(), each=A_PAGE)
    first = (at.number - 1) * A_PAGE
    ordered = count.order_by("-starts" if past else "starts", "ref")
    shown = list(ordered[first : first + A_PAGE])
    return Meetings(on, lines(on, shown, reads=reads), at, others.count())


def next_meeting(on: OnBoard, *, after: datetime) -> str | None:
    """Return the next meeting of a board that is to come; None where none is called."""
    rows = MeetingRow.objects.filter(origin=on.origin, board=on.id, stage="called", ends__gte=after)
    return rows.order_by("starts", "ref").values_list("ref", flat=True).first()


def lines(on: OnBoard, rows: list[MeetingRow], *, reads: bool) -> tuple[MeetingLine, ...]:
    """Return rows of the list of meetings, each with how many items are on its agenda."""
    found = states(on.log, [row.ref for row in rows])
    each = {row.ref: found.get(row.ref, Meeting()) for row in rows}
    held = {ref: one for ref, one in each.items() if isinstance(one, Meeting)}
    places = {ref: when(one).entry for ref, one in held.items() if one.called}
    words = words_of(on.log, places.values(), *held.values()) if reads else {}
    return tuple(
        MeetingLine(
            id=row.ref,
            starts=row.starts,
            ends=row.ends,
            stage=stage(held[row.ref]),
            ways=when(held[row.ref]).ways,
            agenda=on_it(held[row.ref]),
            where=words.get((places[row.ref], "where")),
        )
        for row in rows
    )


def on_it(state: Meeting) -> int:
    """Tell how many items are on the agenda of a meeting."""
    placed = [one.placed for one in state.items.values() if one.placed]
    return sum(each.fact.outcome.value == "on" for each in placed)


def country_holidays(on: OnBoard, *, about: date) -> frozenset[date]:
    """Return the bank holidays where a partnership is, about a day."""
    opened = partnership_state(on.log).opened
    return bank_holidays(opened.fact.country, about=about) if opened else frozenset()
