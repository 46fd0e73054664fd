"""A work’s points: listed, one of them, its themes; and who may read their words.

How many there are, when they were put and what became of them: anybody may see that of a live
partnership. Words are opened for those on a board of the work, and for whoever put them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from withus.core.answering.groups import GroupSaid, group_said, is_group
from withus.core.answering.shares import capacity_of
from withus.core.answering.standing import PointStands
from withus.core.facts.sealing import Opening
from withus.core.history.work import Point, Work
from withus.core.words import Capacity, PointWay, ShownAs
from withus.questions.finding import NotHere
from withus.questions.joining import Paged, paged
from withus.questions.works import WorkHere
from withus.stores.answering.contributors import points_of
from withus.stores.answering.models import PointRow, ThemeRow
from withus.stores.people.identity import identities
from withus.stores.record.models import Log
from withus.stores.record.openings import find_openings
from withus.stores.worrying.worries import hidden

A_PAGE, MOST_SEARCHED, MOST_THEMES_SHOWN = 12, 1_000, 60
SORTS = {"waits": ("-waits", "-entry"), "new": ("-entry",), "old": ("entry",)}
Spot = tuple[int, str]


@dataclass(frozen=True, slots=True)
class PointLine:
    """A point in a list: what everybody sees of it; and words and a name, for who may read them."""

    id: str
    entry: int
    at: date
    way: PointWay
    capacity: Capacity | None  # of the place it was put from, or as they say
    seated: bool
    group: GroupSaid | None
    shown_as: ShownAs
    stands: PointStands
    themes: tuple[str, ...]
    words: str | None = None
    name: str = ""
    has_file: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which points are asked for, and in which order."""

    sort: str = "waits"
    stands: str = ""
    theme: str = ""
    search: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True)
class Points:
    """A page of points, how many there are in all, and how many wait; whether all were searched."""

    lines: tuple[PointLine, ...]
    page: Paged
    every: int
    waiting: int
    found: int
    searched_all: bool = True
    themes: tuple[tuple[str, str | None], ...] = ()  # the latest first, with titles for readers


def counts(here: WorkHere) -> tuple[int, int]:
    """Return how many points a work has, and how many of them wait for something."""
    rows = PointRow.objects.filter(origin=here.origin, work=here.id, waits=True)
    return len(here.state.points), rows.count()


def points(here: WorkHere, wanted: Wanted, *, reads: bool) -> Points:
    """Return a page of a work's points; words are searched by those who may read them."""
    rows = PointRow.objects.filter(origin=here.origin, work=here.id)
    every, waiting = counts(here)
    some = narrowed(rows, wanted)
    if wanted.search and reads:
        return searched(here, some, wanted, every, waiting)
    count = some.count() if wanted.stands or wanted.theme else every
    at = paged(wanted.page, count, each=A_PAGE)
    first = (at.number - 1) * A_PAGE
    shown = list(some[first : first + A_PAGE])
    themes = list(here.state.themes.values())[-MOST_THEMES_SHOWN:]
    joined = {one.joined.entry: one.joined.fact.theme for one in reversed(themes)}
    wanted_words = [*(row.entry for row in shown), *joined] if reads else []
    openings = opened(here.log, wanted_words, here.state)
    told = told_with(here, shown, openings, named=reads)
    return Points(told, at, every, waiting, count, themes=titles(joined, openings))


def narrowed(rows: QuerySet[PointRow], wanted: Wanted) -> QuerySet[PointRow]:
    """Return the points of a state or a theme, in the order that is asked for."""
    if wanted.stands in set(PointStands):
        rows = rows.filter(stands=wanted.stands)
    if wanted.theme:
        rows = rows.filter(themes__contains=wanted.theme)
    return rows.order_by(*SORTS.get(wanted.sort, SORTS["waits"]))


def searched(
    here: WorkHere, rows: QuerySet[PointRow], wanted: Wanted, every: int, waiting: int
) -> Points:
    """Return the points in whose words some words are, of so many as are opened for it."""
    some = list(rows[: MOST_SEARCHED + 1])
    openings = opened(here.log, [row.entry for row in some[:MOST_SEARCHED]], here.state)
    sought = wanted.search.casefold()
    found = [row for row in some if sought in openings.get((row.entry, "words"), "").casefold()]
    at = paged(wanted.page, len(found), each=A_PAGE)
    shown = found[(at.number - 1) * A_PAGE : at.number * A_PAGE]
    told = told_with(here, shown, openings, named=True)
    themes = tuple((name, None) for name in reversed(list(here.state.themes)))[:MOST_THEMES_SHOWN]
    whole = len(some) <= MOST_SEARCHED
    return Points(told, at, every, waiting, len(found), whole, themes)


def lines(
    here: WorkHere, rows: Iterable[PointRow], *, reads: bool, own: bool = False
) -> tuple[PointLine, ...]:
    """Return rows of the list of points, with words and names for those who may read them."""
    some = list(rows)
    shown = [row.entry for row in some] if reads or own else []
    return told_with(here, some, opened(here.log, shown, here.state), named=reads)


def told_with(
    here: WorkHere, some: list[PointRow], openings: Mapping[Spot, str], *, named: bool
) -> tuple[PointLine, ...]:
    """Return rows of the list of points with what opens; names of those who chose it."""
    whose = {
        row.entry: openings[row.entry, "person"]
        for row in some
        if row.shown_as == ShownAs.NAMED and (row.entry, "person") in openings
    }
    people = identities(here.origin, set(whose.values())) if whose and named else {}
    names = {entry: people[one].name for entry, one in whose.items() if one in people}
    return tuple(line(here, row, openings, names.get(row.entry, "")) for row in some)


def titles(
    joined: Mapping[int, str], openings: Mapping[Spot, str]
) -> tuple[tuple[str, str | None], ...]:
    """Return themes with their titles, where those are shown."""
    return tuple((theme, openings.get((entry, "title"))) for entry, theme in joined.items())


def line(here: WorkHere, row: PointRow, openings: Mapping[Spot, str], name: str) -> PointLine:
    """Return a point as a list shows it."""
    point = here.state.points[row.ref]
    seated = capacity_of(row.holding, here.boards.values())
    said = Capacity(row.capacity) if row.capacity else None
    return PointLine(
        id=row.ref,
        entry=row.entry,
        at=row.at.date(),
        way=PointWay(row.way),
        capacity=seated or said,
        seated=seated is not None,
        group=group_said(here.state, point) if is_group(point) else None,
        shown_as=ShownAs(row.shown_as),
        stands=PointStands(row.stands),
        themes=tuple(row.themes.split()),
        words=openings.get((row.entry, "words")),
        name=name,
        has_file=bool(openings.get((row.entry, "attachment"))),
    )


def opened(log: Log, entries: Iterable[int], *works: Work) -> dict[Spot, str]:
    """Return what opens of some entries: not what was taken from view, or is hidden."""
    wanted = set(entries)
    if not wanted:
        return {}
    away = hidden(log.origin, wanted)
    gone = {(one.fact.entry, one.fact.path) for work in works for one in work.said.withdrawn}
    return {
        (entry, path): str(one.value)
        for entry, openings in find_openings(log, wanted - away).items()
        for path, one in openings.items()
        if isinstance(one, Opening) and (entry, path) not in gone
    }


def words_of(here: WorkHere, entries: Iterable[int]) -> dict[Spot, str]:
    """Return the words of some entries, and not who is named in them."""
    found = opened(here.log, entries, here.state)
    return {spot: words for spot, words in found.items() if spot[1] != "person"}


def point_row(here: WorkHere, point: str) -> tuple[PointRow, Point]:
    """Return a point of a work, or refuse."""
    row = PointRow.objects.filter(origin=here.origin, work=here.id, ref=point).first()
    if row is None or point not in here.state.points:
        raise NotHere("not_here")
    return row, here.state.points[point]


def themes(here: WorkHere) -> list[ThemeRow]:
    """Return the themes of a work, the latest first."""
    rows = ThemeRow.objects.filter(origin=here.origin, work=here.id)
    return list(rows.order_by("-entry"))


def mine(origin: str, person: str) -> tuple[Log, list[PointRow]]:
    """Return what somebody put in a partnership, the latest first."""
    log = Log.objects.filter(origin=origin).first()
    if log is None:
        raise NotHere("not_here")
    return log, points_of(log, person)
