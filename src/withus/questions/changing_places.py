"""The places of a board as those need them who make and end them; deputies and mandates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import F
from django.db.models.functions import Lower

from withus.core.facts.joining import PlaceMade
from withus.core.history.state import Deputy, Holding, Mandate, Place
from withus.core.history.streams import PARTNERSHIP
from withus.core.history.told import Told
from withus.core.proofs.base64_strict import to_base64
from withus.core.proofs.checkpoint import read_checkpoint
from withus.core.proofs.signed_note import read_note
from withus.core.rules.guarding import duties_missing
from withus.core.rules.own_place import counts_for, deputies_of, own_places
from withus.core.words import Capacity, Duty
from withus.questions.changing_rules import BoardHere, board_here
from withus.questions.finding import NotHere
from withus.questions.joining import A_PAGE, Paged, paged
from withus.questions.names import named_in
from withus.questions.rights import entries_about
from withus.stores.joining.models import BoardRow, PartnershipRow
from withus.stores.record.models import SignedHead
from withus.stores.record.states import partnership_state


@dataclass(frozen=True, slots=True)
class PlaceHere:
    """A place in being, and who holds it by name, for those who may see names."""

    place: Place
    name: str
    mandate: Mandate | None

    @property
    def made(self) -> Told[PlaceMade]:
        """Return what it was made as."""
        return self.place.made

    @property
    def held(self) -> Holding | None:
        """Return who holds it."""
        return self.place.held


@dataclass(frozen=True, slots=True)
class PlacesHere:
    """A board with its places in being, as they were made."""

    here: BoardHere
    places: tuple[PlaceHere, ...]
    page: Paged

    def place(self, wanted: str) -> PlaceHere | None:
        """Return a place by its id."""
        return next((each for each in self.places if each.made.fact.place == wanted), None)


@dataclass(frozen=True, slots=True)
class DeputyHere:
    """A deputy, by name, and whether they are counted when they come."""

    id: str
    place: str
    name: str
    since: date
    capacity: Capacity
    counts: bool


@dataclass(frozen=True, slots=True)
class Deputies:
    """The places that somebody holds on a board, and the deputies they have chosen for them."""

    here: BoardHere
    mine: Mapping[str, PlaceMade]
    deputies: tuple[DeputyHere, ...]


def places_here(
    origin: str, board: str, *, on: date, page: int = 0, held: bool = False
) -> PlacesHere:
    """Return the places of a board in being; a page of them with the names of who holds them.

    Shape: `page` 0 is all of them, without names; `held` only those that somebody holds, and of
        them first those with a mandate.
    """
    here = board_here(origin, board)
    mandates = {
        each.granted.fact.holding: each
        for each in here.state.mandates.values()
        if each.ended is None and not _over(each, on=on)
    }
    every = [each for each in here.state.places.values() if each.ended is None]
    if held:
        every = sorted(filter(_is_held, every), key=lambda each: _holding(each) not in mandates)
    at = paged(page, len(every))
    shown = every[(at.number - 1) * A_PAGE : at.number * A_PAGE] if page else every
    taken = [each.held.taken.entry for each in shown if each.held]
    known = named_in(here.log, taken) if page else {}
    return PlacesHere(here, tuple(_place(each, known, mandates) for each in shown), at)


def _over(mandate: Mandate, *, on: date) -> bool:
    until = mandate.granted.fact.until
    return until is not None and until <= on


def _is_held(place: Place) -> bool:
    return place.held is not None


def _holding(place: Place) -> str:
    return place.held.taken.fact.holding if place.held else ""


def _place(place: Place, known: Mapping[int, str], mandates: Mapping[str, Mandate]) -> PlaceHere:
    held = place.held
    if held is None:
        return PlaceHere(place, "", None)
    return PlaceHere(place, known.get(held.taken.entry, ""), mandates.get(_holding(place)))


def all_by_name(found: PlacesHere) -> list[PlaceHere]:
    """Return the places that somebody holds, all by name, in as many statements for any number."""
    held = [one for one in found.places if one.held is not None]
    names = named_in(found.here.log, [one.held.taken.entry for one in held if one.held])
    named = (replace(one, name=names.get(one.held.taken.entry, "")) for one in held if one.held)
    return sorted(named, key=lambda one: one.name.casefold())


def by_name(found: PlacesHere, one: PlaceHere) -> PlaceHere:
    """Return a place with the name of who holds it."""
    entry = one.held.taken.entry if one.held else -1
    return replace(one, name=named_in(found.here.log, [entry]).get(entry, ""))


def deputies_here(origin: str, board: str, *, person: str) -> Deputies:
    """Return the deputies that somebody has chosen for their places on a board."""
    here = board_here(origin, board)
    mine = own_places(here.state, entries_about(here.log, person))
    chosen = [each for place, _ in mine for each in deputies_of(here.state, place)]
    known = named_in(here.log, [each.named.entry for each in chosen])
    made = {place.made.fact.place: place.made.fact for place, _ in mine}
    return Deputies(here, made, tuple(_deputy(each, made, known) for each in chosen))


def _deputy(each: Deputy, mine: Mapping[str, PlaceMade], known: Mapping[int, str]) -> DeputyHere:
    fact = each.named.fact
    return DeputyHere(
        id=fact.deputy,
        place=fact.place,
        name=known.get(each.named.entry, ""),
        since=each.named.day,
        capacity=fact.capacity,
        counts=counts_for(fact, mine[fact.place]),
    )


@dataclass(frozen=True, slots=True)
class BoardsHere:
    """A partnership, with a page of its boards by name: those open first."""

    partnership: str
    practice: bool
    boards: tuple[tuple[str, str, bool], ...]  # id, name, whether it is open
    page: Paged


def boards_here(origin: str, *, page: int) -> BoardsHere:
    """Return a page of the boards of a partnership, a practice run too; 0: those open, all."""
    found = PartnershipRow.objects.filter(origin=origin, ref=PARTNERSHIP).first()
    if found is None:
        raise NotHere("not_here")
    rows = BoardRow.objects.filter(origin=origin)
    ordered = rows.order_by(F("closed").asc(nulls_first=True), Lower("name"), "ref")
    if not page:
        shown, at = list(ordered.filter(closed=None)), paged(1, 0)
    else:
        at = paged(page, rows.count())
        shown = list(ordered[(at.number - 1) * A_PAGE : at.number * A_PAGE])
    boards = tuple((row.ref, row.name, row.closed is None) for row in shown)
    return BoardsHere(found.name, found.practice, boards, at)


def where_it_stands(here: BoardHere) -> str:
    """Return where a board stands in its record, for one elsewhere that stands under it.

    Shape: `origin#index@size,root` at the latest head that was signed; empty before that.
    """
    opened = here.state.opened
    head = SignedHead.objects.filter(log=here.log).order_by("size").last()
    if opened is None or head is None or head.size <= opened.entry:
        return ""
    checkpoint = read_checkpoint(read_note(bytes(head.note)).text)
    root = to_base64(checkpoint.root)
    return f"{here.log.origin}#{opened.entry}@{checkpoint.size},{root}"


def unguarded(here: BoardHere, *, on: date) -> tuple[Duty, ...]:
    """Return which of the duties that free text needs nobody has."""
    return duties_missing(partnership_state(here.log), on=on)
