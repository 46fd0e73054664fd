"""Who holds which place, who is invited, and what an invitation is to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Lower

from withus.core.history.streams import PARTNERSHIP
from withus.core.words import Capacity, Duty, ShownAs
from withus.questions.joining import A_PAGE, Paged, paged
from withus.stores.inviting import invitations as kept
from withus.stores.inviting.invitations import Route, Sealed, State
from withus.stores.inviting.models import Invitation
from withus.stores.joining.models import BoardRow, HoldingRow, PartnershipRow, PlaceRow
from withus.stores.people.identity import Identity, identities, identities_by_key
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
    by: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """A place in the list of them: held, promised to somebody, or vacant."""

    place: PlaceOn
    held: Held | None
    invited: Invited | None


@dataclass(frozen=True, slots=True)
class People:
    """A page of the places of a partnership, and how many are held and how many vacant."""

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

    people: tuple[Known, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Offer:
    """An invitation, and the names of those who meet in it."""

    invited: Invited
    origin: str
    partnership: str
    inviter: str


def people(origin: str, *, page: int, vacant: bool, now: datetime) -> People:
    """Return a page of a partnership's places by board, with who holds them."""
    rows = _standing(origin)
    told = rows.aggregate(all=Count("id"), held=Count("holding"))
    wanted = rows.filter(holding=None) if vacant else rows
    free = told["all"] - told["held"]
    at = paged(page, free if vacant else told["all"])
    first = (at.number - 1) * A_PAGE
    shown = list(wanted.order_by(Lower("board_name"), "board", "entry")[first : first + A_PAGE])
    held = _held(origin, [row.holding for row in shown if row.holding])
    refs = [row.ref for row in shown]
    rows_open = Invitation.objects.filter(origin=origin, state=State.OPEN)
    waiting = list(rows_open.filter(place__in=refs))
    asked = {one.place.ref: one for one in _invited(origin, waiting, now=now) if one.place}
    lines = tuple(Line(_place(row), held.get(row.ref), asked.get(row.ref)) for row in shown)
    return People(lines, at, told["held"], free, rows_open.count())


def find_people(origin: str, words: str, *, now: datetime) -> Found:
    """Return whose names hold some words, each with their places and invitations."""
    wanted = " ".join(words.casefold().split())
    every = identities(origin).values()
    named = [one for one in every if wanted in " ".join(one.name.casefold().split())]
    named.sort(key=lambda one: (one.name.casefold(), one.person))
    return Found(_known(origin, named[:MOST_FOUND], now=now), len(named))


def known(origin: str, person: str, *, now: datetime) -> Known | None:
    """Return somebody by their id; nobody, where they are unknown or erased."""
    found = identities(origin, [person])
    return next(iter(_known(origin, list(found.values()), now=now)), None)


def invitations(
    origin: str, *, page: int, every: bool, now: datetime
) -> tuple[Sequence[Invited], Paged]:
    """Return a page of invitations, the newest first: those that are open, or all of them."""
    rows = Invitation.objects.filter(origin=origin)
    wanted = rows if every else rows.filter(state=State.OPEN)
    at = paged(page, wanted.count())
    first = (at.number - 1) * A_PAGE
    shown = list(wanted.order_by("-made_at", "id")[first : first + A_PAGE])
    return _invited(origin, shown, now=now), at


def on_paper(origin: str, wanted: Sequence[str], *, now: datetime) -> tuple[Invited, ...]:
    """Return open invitations to be printed: those wanted, or the newest there are."""
    rows = Invitation.objects.filter(origin=origin, state=State.OPEN, until__gt=now)
    rows = rows.exclude(route=Route.EMAIL)
    if wanted:
        rows = rows.filter(id__in=wanted[:MOST_FOUND])
    return _invited(origin, list(rows.order_by("-made_at", "id")[:MOST_FOUND]), now=now)


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
    (one,) = _invited(row.origin, [row], now=now)
    inviters = identities(row.origin, [row.by]) if row.by else {}
    by = inviters[row.by].name if row.by in inviters else ""
    return Offer(one, row.origin, name_of(row.origin), by) if one.name else None


def name_of(origin: str) -> str:
    """Return what a partnership is called."""
    rows = PartnershipRow.objects.filter(origin=origin, ref=PARTNERSHIP)
    return rows.values_list("name", flat=True).first() or origin


def names_of(origin: str, people: Iterable[str]) -> dict[str, str]:
    """Return what people are called, by id; those erased are left out."""
    wanted = set(people)
    return {one.person: one.name for one in identities(origin, wanted).values()} if wanted else {}


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


def _held(origin: str, holdings: Iterable[str]) -> dict[str, Held]:
    rows = list(HoldingRow.objects.filter(origin=origin, ref__in=list(holdings), left=None))
    return {one.place.ref: one for one in _with_names(origin, rows)}


def _with_names(origin: str, rows: Sequence[HoldingRow]) -> list[Held]:
    """Return holdings with their places, and with their holders as the entries' openings tell."""
    sealed = SealedValue.objects.filter(
        log__origin=origin, entry__in=[row.entry for row in rows], path="person"
    )
    keys = dict(sealed.values_list("entry", "key"))
    names = identities_by_key(origin, keys.values())
    places = _places(origin, [row.place for row in rows])
    nobody = Identity("", "")
    found = []
    for row in rows:
        who = names.get(keys.get(row.entry, ""), nobody)
        shown = ShownAs(row.shown_as)
        told = (places[row.place], who.person, who.name, shown, row.taken, row.entry)
        found.append(Held(*told))
    return found


def _places(origin: str, refs: Iterable[str]) -> Mapping[str, PlaceOn]:
    boards = BoardRow.objects.filter(origin=origin, ref=OuterRef("board"))
    rows = PlaceRow.objects.filter(origin=origin, ref__in=set(refs))
    return {
        row.ref: _place(row)
        for row in rows.annotate(board_name=Subquery(boards.values("name")[:1]))
    }


def _invited(origin: str, rows: Sequence[Invitation], *, now: datetime) -> tuple[Invited, ...]:
    if not rows:
        return ()
    names = identities(origin, {row.person for row in rows})
    places = _places(origin, [row.place for row in rows if row.place])
    boards = _boards(origin, [row.board for row in rows if row.board and not row.place])
    sealed = kept.opened(rows)
    return tuple(
        Invited(
            id=row.id,
            person=row.person,
            name=names[row.person].name if row.person in names else "",
            place=places.get(row.place or ""),
            duty=Duty(row.duty) if row.duty else None,
            board_name=_board_name(row, places, boards),
            route=Route(row.route),
            state=kept.state_of(row, now=now),
            sent=row.sent,
            made_at=row.made_at,
            until=row.until,
            entry=row.entry,
            sealed=sealed.get(row.id, Sealed()),
            by=row.by,
        )
        for row in rows
    )


def _board_name(row: Invitation, places: Mapping[str, PlaceOn], boards: Mapping[str, str]) -> str:
    place = places.get(row.place or "")
    return place.board_name if place else boards.get(row.board or "", "")


def _boards(origin: str, refs: Sequence[str]) -> dict[str, str]:
    if not refs:
        return {}
    return dict(BoardRow.objects.filter(origin=origin, ref__in=refs).values_list("ref", "name"))


def _known(origin: str, named: Sequence[Identity], *, now: datetime) -> tuple[Known, ...]:
    if not named:
        return ()
    keys = [one.key for one in named]
    about = SealedValue.objects.filter(log__origin=origin, key__in=keys, path="person")
    rows = HoldingRow.objects.filter(origin=origin, left=None, entry__in=about.values("entry"))
    held = _with_names(origin, list(rows.order_by("entry")))
    ids = [one.person for one in named]
    asked = Invitation.objects.filter(origin=origin, person__in=ids).order_by("-made_at", "id")
    invited = _invited(origin, list(asked), now=now)
    return tuple(
        Known(
            one.person,
            one.name,
            tuple(each for each in held if each.person == one.person),
            tuple(each for each in invited if each.person == one.person),
        )
        for one in named
    )
