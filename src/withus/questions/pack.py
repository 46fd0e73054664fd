"""What is known of a partnership that the officer's pack can be filled in with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models.functions import Lower

from withus.core.facts.sealing import Opening
from withus.core.history.state import Board
from withus.core.rules.guarding import stands
from withus.core.words import Country, Level, OrganisationKind, Paper
from withus.questions.deciding import RulesSeen, rules_seen
from withus.questions.duties import DutySeen, in_order, seen
from withus.questions.finding import boards_of
from withus.questions.joining import Paged, by_kind, paged
from withus.questions.mine import partnership
from withus.questions.places import Count, PlaceSeen, count, places
from withus.stores.joining.models import BoardRow
from withus.stores.people.identity import identities
from withus.stores.record.models import Log
from withus.stores.record.openings import find_openings
from withus.stores.record.states import partnership_state

A_PAGE = 5  # boards


@dataclass(frozen=True, slots=True)
class BoardKnown:
    """A board as its terms of reference tell it."""

    name: str
    level: Level
    since: date
    above: str  # the board above in this record; empty where there is none
    formats: frozenset[Paper]
    count: Count
    places: tuple[PlaceSeen, ...]
    rules: RulesSeen


@dataclass(frozen=True, slots=True)
class PackKnown:
    """What is known of a partnership as a whole."""

    origin: str
    name: str
    practice: bool
    about: str  # in the words it was opened with; empty where they were erased
    country: Country
    since: date
    organisations: Mapping[OrganisationKind, tuple[str, ...]]
    duties: tuple[DutySeen, ...]
    boards: int


@dataclass(frozen=True, slots=True)
class TermsKnown:
    """What is known of a partnership's boards: a page of them."""

    name: str
    practice: bool
    boards: tuple[BoardKnown, ...]
    page: Paged


def known(origin: str, *, on: date) -> PackKnown:
    """Return what is known on a day of the whole, for those who may print it."""
    found, practice = partnership(origin)
    state = partnership_state(found.log)
    assert state.opened is not None
    held = [each for each in state.duties.values() if stands(each, on=on)]
    opened = openings(found.log, [found.entry, *(each.given.entry for each in held)])
    people = {entry: told["person"] for entry, told in opened.items() if "person" in told}
    who = identities(origin, set(people.values()))
    names = {entry: who[one].name for entry, one in people.items() if one in who}
    return PackKnown(
        origin=origin,
        name=found.name,
        practice=practice,
        about=opened.get(found.entry, {}).get("about", ""),
        country=state.opened.fact.country,
        since=state.opened.day,
        organisations=by_kind(state),
        duties=tuple(sorted((seen(each, names) for each in held), key=in_order)),
        boards=BoardRow.objects.filter(origin=origin, closed=None).count(),
    )


def openings(log: Log, entries: list[int]) -> dict[int, dict[str, str]]:
    """Return what is sealed in some entries, where it opens."""
    return {
        entry: {path: one.value for path, one in each.items() if isinstance(one, Opening)}
        for entry, each in find_openings(log, entries).items()
    }


def terms(origin: str, *, on: date, page: int) -> TermsKnown:
    """Return a page of the boards as their terms of reference tell them."""
    found, practice = partnership(origin)
    rows = BoardRow.objects.filter(origin=origin, closed=None)
    at = paged(page, rows.count(), each=A_PAGE)
    first = (at.number - 1) * A_PAGE
    shown = list(rows.order_by(Lower("name"), "ref")[first : first + A_PAGE])
    return TermsKnown(found.name, practice, tuple(boards(found.log, shown, on=on)), at)


def boards(log: Log, rows: list[BoardRow], *, on: date) -> list[BoardKnown]:
    """Return boards as their terms of reference tell them."""
    states = boards_of(log, [row.ref for row in rows])
    above = {row.parent for row in rows if row.parent}
    names = BoardRow.objects.filter(origin=log.origin, ref__in=above).values_list("ref", "name")
    called = dict(names)
    return [board(states[row.ref], row, called.get(row.parent or "", ""), on=on) for row in rows]


def board(state: Board, row: BoardRow, above: str, *, on: date) -> BoardKnown:
    """Return one board."""
    assert state.opened is not None
    return BoardKnown(
        name=row.name,
        level=Level(row.level),
        since=state.opened.day,
        above=above,
        formats=state.opened.fact.formats,
        count=count(state),
        places=tuple(places(state, on=on)),
        rules=rules_seen(state, on=on)[0],
    )
