"""The places and invitations of a page, with all that they name looked up at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import OuterRef, QuerySet, Subquery

from withus.core.words import Capacity, Duty, ShownAs
from withus.stores.inviting import invitations as kept
from withus.stores.inviting.invitations import Route, Sealed, State
from withus.stores.inviting.models import Invitation
from withus.stores.joining.models import BoardRow, HoldingRow, PlaceRow
from withus.stores.people.identity import Identity, with_secrets
from withus.stores.record.models import SealedValue


@dataclass(frozen=True, slots=True)
class PlaceOn:
    """A place, and the board it is on."""

    ref: str
    board: str
    board_name: str
    capacity: Capacity
    chair: bool


@dataclass(frozen=True, slots=True)
class Held:
    """A place and who holds it; without a name where that was erased."""

    place: PlaceOn
    person: str
    name: str
    shown_as: ShownAs
    since: date
    entry: int


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation: to whom, to what, and what became of it."""

    id: str
    person: str
    name: str
    place: PlaceOn | None
    duty: Duty | None
    board_name: str
    route: Route
    state: State
    sent: int
    made_at: datetime
    until: datetime
    entry: int | None
    sealed: Sealed
    by: str  # what whoever invited them is called; nothing: the host


@dataclass(frozen=True, slots=True)
class Line:
    """A place in the list of them: held, promised to somebody, or vacant."""

    place: PlaceOn
    held: Held | None
    invited: Invited | None


def place_of(row: PlaceRow, board: str) -> PlaceOn:
    """Return a place, given what its board is called."""
    return PlaceOn(row.ref, row.board, board, Capacity(row.capacity), row.chair)


def with_keys(origin: str) -> QuerySet[HoldingRow]:
    """Return the places held now, each with the key that opens who holds it."""
    sealed = SealedValue.objects.filter(
        log__origin=origin, entry=OuterRef("entry"), path="person"
    ).values("key")[:1]
    return HoldingRow.objects.filter(origin=origin, left=None).annotate(key=Subquery(sealed))


class Book:
    """The places held and the invitations of a page, with all they name looked up at once."""

    def __init__(
        self,
        origin: str,
        holdings: Sequence[HoldingRow],
        asked: Sequence[Invitation],
        *,
        places: Mapping[str, PlaceOn] | None = None,
        people: Mapping[str, tuple[Identity, bytes]] | None = None,
    ) -> None:
        self._holdings, self._asked = holdings, asked
        ids = {row.person for row in asked} | {row.by for row in asked if row.by}
        keys = {_key(row) for row in holdings}
        some = ids or keys
        self._people = people or (with_secrets(origin, ids, keys=keys) if some else {})
        self._by_key = {one.key: one for one, _ in self._people.values()}
        wanted = [row.place for row in holdings] + [row.place for row in asked if row.place]
        self._places = places or _places(origin, wanted)
        self._boards = _boards(origin, [row.board for row in asked if row.duty and row.board])
        secrets = {person: secret for person, (_, secret) in self._people.items()}
        self._sealed = kept.opened(asked, secrets)

    def name(self, person: str | None) -> str:
        """Return what somebody is called; nothing, if they are erased."""
        found = self._people.get(person or "")
        return found[0].name if found else ""

    def held(self) -> list[Held]:
        """Return the places held, with who holds them."""
        nobody, found = Identity("", ""), []
        for row in self._holdings:
            who = self._by_key.get(_key(row), nobody)
            place, shown = self._places[row.place], ShownAs(row.shown_as)
            found.append(Held(place, who.person, who.name, shown, row.taken, row.entry))
        return found

    def invited(self, now: datetime) -> tuple[Invited, ...]:
        """Return the invitations, with who was invited."""
        return tuple(self._one(row, now) for row in self._asked)

    def lines(self, now: datetime) -> tuple[Line, ...]:
        """Return every place, with who holds it and who is invited to it."""
        held = {one.place.ref: one for one in self.held()}
        invited = {one.place.ref: one for one in self.invited(now) if one.place}
        return tuple(
            Line(place, held.get(ref), invited.get(ref)) for ref, place in self._places.items()
        )

    def _one(self, row: Invitation, now: datetime) -> Invited:
        place = self._places.get(row.place or "")
        return Invited(
            id=row.id,
            person=row.person,
            name=self.name(row.person),
            place=place,
            duty=Duty(row.duty) if row.duty else None,
            board_name=place.board_name if place else self._boards.get(row.board or "", ""),
            route=Route(row.route),
            state=kept.state_of(row, now=now),
            sent=row.sent,
            made_at=row.made_at,
            until=row.until,
            entry=row.entry,
            sealed=self._sealed.get(row.id, Sealed()),
            by=self.name(row.by),
        )


def _key(row: HoldingRow) -> str:
    key: str | None = row.key  # type: ignore[attr-defined]
    return key or ""


def _places(origin: str, refs: Iterable[str]) -> Mapping[str, PlaceOn]:
    wanted = set(refs)
    if not wanted:
        return {}
    boards = BoardRow.objects.filter(origin=origin, ref=OuterRef("board")).values("name")
    rows = PlaceRow.objects.filter(origin=origin, ref__in=wanted)
    named = rows.annotate(board_name=Subquery(boards[:1]))
    return {row.ref: place_of(row, row.board_name) for row in named}


def _boards(origin: str, refs: Sequence[str]) -> dict[str, str]:
    if not refs:
        return {}
    return dict(BoardRow.objects.filter(origin=origin, ref__in=refs).values_list("ref", "name"))
