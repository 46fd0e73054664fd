"""Who holds which place, who is invited, and what an invitation is to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Lower
from django.utils.timezone import localdate

from withus.core.history.streams import PARTNERSHIP
from withus.core.words import Capacity, Duty, ShownAs
from withus.questions.joining import A_PAGE, Paged, paged
from withus.stores.inviting import invitations as kept
from withus.stores.inviting.invitations import Route, Sealed, State
from withus.stores.inviting.models import Invitation
from withus.stores.joining.models import BoardRow, HoldingRow, PartnershipRow, PlaceRow
from withus.stores.people.identity import Identity, with_secrets
from withus.stores.record.models import SealedValue

MOST_FOUND = 50


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


@dataclass(frozen=True, slots=True)
class People:
    """A page of the places of a partnership, and how many are held and how many vacant."""

    name: str
    lines: tuple[Line, ...]
    page: Paged
    held: int
    vacant: int
    open: int  # invitations


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody, the places they hold, and the invitations they have had."""

    person: str
    name: str
    holds: tuple[Held, ...]
    invited: tuple[Invited, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """Who was found by a name: the first of them, and how many there were."""

    name: str  # of the partnership
    people: tuple[Known, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Offer:
    """An invitation, and the names of those who meet in it."""

    invited: Invited
    origin: str
    partnership: str

    def told(self) -> dict[str, Any]:
        """Return what a letter tells of it, by the names that saying gives them."""
        one, place = self.invited, self.invited.place
        return {
            "name": one.name,
            "inviter": one.by,
            "partnership": self.partnership,
            "board": one.board_name,
            "capacity": place.capacity if place else None,
            "chair": place is not None and place.chair,
            "duty": one.duty,
            "phone": one.sealed.phone,
            "until": localdate(one.until),
        }


def people(origin: str, *, page: int, vacant: bool, now: datetime) -> People:
    """Return a page of a partnership's places by board, with who holds them."""
    rows = _standing(origin)
    told = rows.aggregate(all=Count("id"), held=Count("holding"))
    wanted = rows.filter(holding=None) if vacant else rows
    free = told["all"] - told["held"]
    at = paged(page, free if vacant else told["all"])
    first = (at.number - 1) * A_PAGE
    shown = list(wanted.order_by(Lower("board_name"), "board", "entry")[first : first + A_PAGE])
    holdings = [row.holding for row in shown if row.holding]
    asked = Invitation.objects.filter(origin=origin, state=State.OPEN)
    book = _Book(
        origin,
        list(_with_keys(origin).filter(ref__in=holdings)),
        list(asked.filter(place__in=[row.ref for row in shown])),
        places={row.ref: _place(row) for row in shown},
    )
    held = {one.place.ref: one for one in book.held()}
    invited = {one.place.ref: one for one in book.invited(now) if one.place}
    lines = tuple(Line(_place(row), held.get(row.ref), invited.get(row.ref)) for row in shown)
    name, waiting = _name_and_waiting(origin)
    return People(name, lines, at, told["held"], free, waiting)


def find_people(origin: str, words: str, *, now: datetime) -> Found:
    """Return whose names hold some words, each with their places and invitations."""
    wanted = " ".join(words.casefold().split())
    every = with_secrets(origin)
    names = {one.person: " ".join(one.name.casefold().split()) for one, _ in every.values()}
    found = sorted((name, person) for person, name in names.items() if wanted in name)
    shown = {person: every[person] for _, person in found[:MOST_FOUND]}
    return Found(name_of(origin), _known(origin, shown, now=now), len(found))


def known(origin: str, person: str, *, now: datetime) -> Known | None:
    """Return somebody by their id; nobody, where they are unknown or erased."""
    found = _known(origin, with_secrets(origin, [person]), now=now)
    return found[0] if found else None


def invitations(
    origin: str, *, page: int, every: bool, now: datetime
) -> tuple[Sequence[Invited], Paged]:
    """Return a page of invitations, the newest first: those that are open, or all of them."""
    rows = Invitation.objects.filter(origin=origin)
    wanted = rows if every else rows.filter(state=State.OPEN)
    at = paged(page, wanted.count())
    first = (at.number - 1) * A_PAGE
    shown = list(wanted.order_by("-made_at", "id")[first : first + A_PAGE])
    return _Book(origin, [], shown).invited(now), at


def on_paper(origin: str, wanted: Sequence[str], *, now: datetime) -> tuple[Invited, ...]:
    """Return open invitations to be printed: those wanted, or the newest there are."""
    rows = Invitation.objects.filter(origin=origin, state=State.OPEN, until__gt=now)
    rows = rows.exclude(route=Route.EMAIL)
    if wanted:
        rows = rows.filter(id__in=wanted[:MOST_FOUND])
    return _Book(origin, [], list(rows.order_by("-made_at", "id")[:MOST_FOUND])).invited(now)


def invitation(origin: str, wanted: str, *, now: datetime) -> Offer | None:
    """Return an invitation of a partnership, with the names of those who meet in it."""
    row = Invitation.objects.filter(origin=origin, id=wanted).first()
    return offer(row, now=now) if row else None


def taken_by(wanted: str, *, now: datetime) -> Offer | None:
    """Return an invitation by its id alone; who may see it is for whoever asks to know."""
    row = Invitation.objects.filter(id=wanted).first()
    return offer(row, now=now) if row else None


def offer(row: Invitation, *, now: datetime) -> Offer | None:
    """Return what an invitation is to; nothing, if whom it was to is erased."""
    (one,) = _Book(row.origin, [], [row]).invited(now)
    named = Offer(one, row.origin, name_of(row.origin))
    return named if one.name else None


def name_of(origin: str) -> str:
    """Return what a partnership is called."""
    rows = PartnershipRow.objects.filter(origin=origin, ref=PARTNERSHIP)
    return rows.values_list("name", flat=True).first() or origin


def place_on(origin: str, ref: str) -> PlaceOn | None:
    """Return a place in being, on a board that is open."""
    row = _standing(origin).filter(ref=ref).first()
    return _place(row) if row else None


def _standing(origin: str) -> QuerySet[PlaceRow]:
    boards = BoardRow.objects.filter(origin=origin, ref=OuterRef("board"), closed=None)
    rows = PlaceRow.objects.filter(origin=origin, ended=None)
    named = rows.annotate(board_name=Subquery(boards.values("name")[:1]))
    return named.filter(board_name__isnull=False)


def _place(row: PlaceRow) -> PlaceOn:
    name: str = row.board_name  # type: ignore[attr-defined]
    return PlaceOn(row.ref, row.board, name, Capacity(row.capacity), row.chair)


def _name_and_waiting(origin: str) -> tuple[str, int]:
    """Return what a partnership is called, and how many invitations wait for an answer."""
    rows = Invitation.objects.filter(origin=origin, state=State.OPEN).values("origin")
    waiting = Subquery(rows.annotate(count=Count("id")).values("count"))
    found = PartnershipRow.objects.filter(origin=origin, ref=PARTNERSHIP)
    name, count = found.annotate(waiting=waiting).values_list("name", "waiting").get()
    return name, count or 0


def _with_keys(origin: str) -> QuerySet[HoldingRow]:
    """Return the places held now, each with the key that opens who holds it."""
    sealed = SealedValue.objects.filter(
        log__origin=origin, entry=OuterRef("entry"), path="person"
    ).values("key")[:1]
    return HoldingRow.objects.filter(origin=origin, left=None).annotate(key=Subquery(sealed))


def _known(
    origin: str, people: Mapping[str, tuple[Identity, bytes]], *, now: datetime
) -> tuple[Known, ...]:
    if not people:
        return ()
    keys = [one.key for one, _ in people.values()]
    about = SealedValue.objects.filter(log__origin=origin, key__in=keys, path="person")
    rows = _with_keys(origin).filter(entry__in=about.values("entry")).order_by("entry")
    asked = Invitation.objects.filter(origin=origin, person__in=list(people))
    book = _Book(origin, list(rows), list(asked.order_by("-made_at", "id")), people=people)
    held, invited = book.held(), book.invited(now)
    return tuple(
        Known(
            one.person,
            one.name,
            tuple(each for each in held if each.person == one.person),
            tuple(each for each in invited if each.person == one.person),
        )
        for one, _ in people.values()
    )


class _Book:
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
    boards = BoardRow.objects.filter(origin=origin, ref=OuterRef("board"))
    rows = PlaceRow.objects.filter(origin=origin, ref__in=wanted)
    named = rows.annotate(board_name=Subquery(boards.values("name")[:1]))
    return {row.ref: _place(row) for row in named}


def _boards(origin: str, refs: Sequence[str]) -> dict[str, str]:
    if not refs:
        return {}
    return dict(BoardRow.objects.filter(origin=origin, ref__in=refs).values_list("ref", "name"))
