"""Whom a notice about a meeting reaches, by which route, and what it says to each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from withus.core.facts.sealing import Opening
from withus.core.history.state import Board, Meeting
from withus.core.meeting.papers import papers_of
from withus.core.meeting.standing import When, agenda, when
from withus.core.rules.guarding import duties_missing
from withus.core.words import Duty, Paper
from withus.questions.finding import boards_of
from withus.questions.meeting import (
    MeetingHere,
    OnBoard,
    board_of_meeting,
    meeting_here,
    on_board,
    opened,
)
from withus.stores.accounts.accounts import addresses_of, with_address
from withus.stores.meeting import notices
from withus.stores.meeting.models import Notice
from withus.stores.meeting.notices import NoticeRoute
from withus.stores.people.identity import identities
from withus.stores.record.models import Log
from withus.stores.record.openings import find_openings
from withus.stores.record.states import partnership_state


@dataclass(frozen=True, slots=True)
class MeetingTold:
    """What a notice says of a meeting: how it stands, what changed, and how often it did."""

    on: OnBoard
    meeting: str
    time: When
    where: str
    reason: str
    before: datetime | None
    cancelled: bool
    moved: bool
    sequence: int
    papers: tuple[PaperTold, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperTold:
    """A paper that is out in a form: its title, for those on the board, and its id."""

    title: str
    form: Paper
    paper: str


@dataclass(frozen=True, slots=True)
class Reached:
    """Somebody a notice is for: their name, and their address where they have one."""

    notice: Notice
    name: str
    address: str


def unguarded(on: OnBoard, *, on_day: date) -> tuple[Duty, ...]:
    """Return which of the duties that free text needs nobody has."""
    return duties_missing(partnership_state(on.log), on=on_day)


def told_how(on: OnBoard) -> tuple[int, int]:
    """Return how many of a board's members are told by mail, and how many by letter."""
    people = people_on(on.log, boards_of(on.log, [on.id])[on.id])
    mailed = len(with_address(on.origin, people))
    return mailed, len(people) - mailed


def people_on(log: Log, board: Board) -> dict[str, int]:
    """Return whoever holds a place on a board, by id, with the entry by which they took it."""
    held = [place.held for place in board.places.values() if place.ended is None]
    entries = [one.taken.entry for one in held if one is not None]
    found = {entry: each.get("person") for entry, each in find_openings(log, entries).items()}
    return {one.value: entry for entry, one in found.items() if isinstance(one, Opening)}


def meeting_told(origin: str, meeting: str) -> MeetingTold:
    """Return what a notice says of a meeting as it stands."""
    on = on_board(origin, board_of_meeting(origin, meeting), inside=True)
    return as_told(opened(meeting_here(on, meeting)))


def as_told(found: MeetingHere) -> MeetingTold:
    """Return what a notice says of a meeting, to those who may read its words."""
    state, words = found.state, found.words
    time = when(state)
    last = state.cancelled or (state.moved[-1] if state.moved else state.called)
    return MeetingTold(
        on=found.on,
        meeting=found.id,
        time=time,
        where=words.get((time.entry, "where"), ""),
        reason=words.get((last.entry, "reason"), "") if last else "",
        before=was_before(state),
        cancelled=state.cancelled is not None,
        moved=bool(state.moved),
        sequence=len(state.moved) + (state.cancelled is not None),
        papers=tuple(papers_told(found)),
    )


def papers_told(found: MeetingHere) -> Iterator[PaperTold]:
    """Yield the papers of a meeting's agenda that are out, in each form, the last put out of each.

    Of what is private by law the title stays on the pages.
    """
    opened = found.board.opened
    needed = opened.fact.formats if opened else frozenset()
    for _name, item in agenda(found.state):
        private = item.placed is not None and item.placed.fact.private_by_law
        for one in papers_of(item, needed, due=found.due):
            title = found.words.get((item.papers[one.paper].entry, "title"), "")
            for each in one.forms:
                if each.paper is not None:
                    yield PaperTold("" if private else title, each.form, each.paper)


def was_before(state: Meeting) -> datetime | None:
    """Return when a meeting was to be before it was moved last; None where it was not."""
    if not state.moved or state.called is None:
        return None
    earlier = state.moved[-2] if len(state.moved) > 1 else state.called
    return earlier.fact.starts


def reached(origin: str, some: Iterable[Notice], *, addresses: bool) -> list[Reached]:
    """Return whom notices are for, by name; whoever was erased is left out."""
    rows = list(some)
    people = {row.person for row in rows}
    known = identities(origin, people)
    found = addresses_of(origin, people) if addresses else {}
    told = [
        Reached(row, known[row.person].name, found.get(row.person, ""))
        for row in rows
        if row.person in known
    ]
    return sorted(told, key=lambda each: (each.name.casefold(), each.notice.person))


@dataclass(frozen=True, slots=True)
class Told:
    """Of the last notice about a meeting: how many were told by which route, and who waits."""

    mailed: int
    to_mail: int
    posted: int
    to_post: int


def told_of(origin: str, meeting: str) -> Told:
    """Return how many were told of a meeting's last notice, and how many wait for it."""
    rows = notices.of_meeting(origin, meeting)
    last = [row for row in rows if row.entry == rows[0].entry]
    by_mail = [row.told is not None for row in last if row.route == NoticeRoute.EMAIL]
    by_post = [row.told is not None for row in last if row.route == NoticeRoute.LETTER]
    return Told(
        sum(by_mail), len(by_mail) - sum(by_mail), sum(by_post), len(by_post) - sum(by_post)
    )


def letters_to_post(origin: str, meeting: str) -> list[Reached]:
    """Return whom a letter about a meeting is still to be posted to, by name."""
    waiting = [
        row
        for row in notices.of_meeting(origin, meeting)
        if row.told is None and row.route == NoticeRoute.LETTER
    ]
    return reached(origin, waiting, addresses=False)
