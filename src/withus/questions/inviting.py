"""Who holds which place, who is invited, and what an invitation is to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Case, Count, QuerySet, Subquery, When
from django.db.models.functions import Lower
from django.utils.timezone import localdate

from withus.core.history.streams import PARTNERSHIP
from withus.questions.invited import Book, Held, Invited, Line, PlaceOn, place_of, with_keys
from withus.questions.joining import A_PAGE, Paged, paged
from withus.questions.names import found
from withus.stores.inviting.invitations import Route, State
from withus.stores.inviting.models import Invitation
from withus.stores.joining.models import BoardRow, PartnershipRow, PlaceRow
from withus.stores.people.identity import Identity, with_secrets
from withus.stores.record.models import SealedValue

PEOPLE = MOST_FOUND = 30  # on a page: each has a few links of their own


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
    practice: bool = False

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
            "back": place is None and one.duty is None,
            "phone": one.sealed.phone,
            "until": localdate(one.until),
            "practice": self.practice,
        }


def people(origin: str, *, page: int, vacant: bool, now: datetime) -> People:
    """Return a page of a partnership's places by board, with who holds them."""
    every = PlaceRow.objects.filter(origin=origin, ended=None)
    rows = every.filter(holding=None) if vacant else every
    boards = _boards(origin, every)
    held, free = sum(one.held for one in boards), sum(one.vacant for one in boards)
    at = paged(page, free if vacant else held + free, each=PEOPLE)
    cut = _cut(boards, (at.number - 1) * PEOPLE, vacant=vacant)
    shown = cut.of(rows)
    names = {one.ref: one.name for one in cut.boards}
    asked = Invitation.objects.filter(origin=origin, state=State.OPEN)
    book = Book(
        origin,
        list(with_keys(origin).filter(ref__in=[row.holding for row in shown if row.holding])),
        list(asked.filter(place__in=[row.ref for row in shown])),
        places={row.ref: place_of(row, names[row.board]) for row in shown},
    )
    name, waiting = _name_and_waiting(origin)
    return People(name, book.lines(now), at, held, free, waiting)


@dataclass(frozen=True, slots=True)
class _BoardCount:
    ref: str
    name: str
    held: int
    vacant: int

    def listed(self, *, vacant: bool) -> int:
        """Tell how many of its places are in the list."""
        return self.vacant if vacant else self.held + self.vacant


@dataclass(frozen=True, slots=True)
class _Cut:
    """The boards that a page may show, and how many of their places come before it."""

    boards: Sequence[_BoardCount]
    skip: int

    def of(self, rows: QuerySet[PlaceRow]) -> list[PlaceRow]:
        """Return a page of places, board by board."""
        wanted = rows.filter(board__in=[one.ref for one in self.boards])
        ranks = [When(board=one.ref, then=rank) for rank, one in enumerate(self.boards)]
        order = ("board",) if len(ranks) < 2 else (Case(*ranks),)
        return list(wanted.order_by(*order, "entry")[self.skip : self.skip + PEOPLE])


def _boards(origin: str, places: QuerySet[PlaceRow]) -> list[_BoardCount]:
    """Return the open boards in order of name, with their places counted."""
    told = places.values("board").annotate(all=Count("id"), held=Count("holding"))
    counts = {each["board"]: (each["all"], each["held"]) for each in told}
    rows = BoardRow.objects.filter(origin=origin, closed=None).order_by(Lower("name"), "ref")
    return [
        _BoardCount(ref, name, counts[ref][1], counts[ref][0] - counts[ref][1])
        for ref, name in rows.values_list("ref", "name")
        if ref in counts
    ]


def _cut(boards: Sequence[_BoardCount], first: int, *, vacant: bool) -> _Cut:
    """Leave out the boards that lie wholly before a page, or after it."""
    found: list[_BoardCount] = []
    before = skip = 0
    for one in boards:
        many = one.listed(vacant=vacant)
        if many and before + many > first and before < first + PEOPLE:
            skip = skip if found else first - before
            found.append(one)
        before += many
    return _Cut(found, skip)


def find_people(origin: str, words: str, *, now: datetime) -> Found:
    """Return in whose names words begin as those typed, each with their places and invitations."""
    people, count = found(origin, words)
    shown = {person: people[person] for person in list(people)[:MOST_FOUND]}
    return Found(name_of(origin), _known(origin, shown, now=now), count)


def known(origin: str, person: str, *, now: datetime) -> Known | None:
    """Return somebody by their id; nobody, where they are unknown or erased."""
    people = _known(origin, with_secrets(origin, [person]), now=now)
    return people[0] if people else None


def invitations(
    origin: str, *, page: int, every: bool, now: datetime
) -> tuple[Sequence[Invited], Paged]:
    """Return a page of invitations, the newest first: those that are open, or all of them."""
    rows = Invitation.objects.filter(origin=origin)
    wanted = rows if every else rows.filter(state=State.OPEN)
    at = paged(page, wanted.count())
    first = (at.number - 1) * A_PAGE
    shown = list(wanted.order_by("-made_at", "id")[first : first + A_PAGE])
    return Book(origin, [], shown).invited(now), at


def on_paper(origin: str, wanted: Sequence[str], *, now: datetime) -> tuple[Invited, ...]:
    """Return open invitations to be printed: those wanted, or the newest there are."""
    rows = Invitation.objects.filter(origin=origin, state=State.OPEN, until__gt=now)
    rows = rows.exclude(route=Route.EMAIL)
    if wanted:
        rows = rows.filter(id__in=wanted[:MOST_FOUND])
    return Book(origin, [], list(rows.order_by("-made_at", "id")[:MOST_FOUND])).invited(now)


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
    (one,) = Book(row.origin, [], [row]).invited(now)
    named = Offer(one, row.origin, *named_and_practising(row.origin))
    return named if one.name else None


def name_of(origin: str) -> str:
    """Return what a partnership is called."""
    return named_and_practising(origin)[0]


def named_and_practising(origin: str) -> tuple[str, bool]:
    """Return what a partnership is called, and whether it is a practice run."""
    rows = PartnershipRow.objects.filter(origin=origin, ref=PARTNERSHIP)
    return rows.values_list("name", "practice").first() or (origin, False)


def place_on(origin: str, ref: str) -> PlaceOn | None:
    """Return a place in being, on a board that is open."""
    row = PlaceRow.objects.filter(origin=origin, ref=ref, ended=None).first()
    boards = BoardRow.objects.filter(origin=origin, ref=row.board if row else "", closed=None)
    name = boards.values_list("name", flat=True).first()
    return place_of(row, name) if row and name else None


def _name_and_waiting(origin: str) -> tuple[str, int]:
    """Return what a partnership is called, and how many invitations wait for an answer."""
    rows = Invitation.objects.filter(origin=origin, state=State.OPEN).values("origin")
    waiting = Subquery(rows.annotate(count=Count("id")).values("count"))
    found = PartnershipRow.objects.filter(origin=origin, ref=PARTNERSHIP)
    name, count = found.annotate(waiting=waiting).values_list("name", "waiting").get()
    return name, count or 0


def _known(
    origin: str, people: Mapping[str, tuple[Identity, bytes]], *, now: datetime
) -> tuple[Known, ...]:
    if not people:
        return ()
    keys = [one.key for one, _ in people.values()]
    about = SealedValue.objects.filter(log__origin=origin, key__in=keys, path="person")
    rows = with_keys(origin).filter(entry__in=about.values("entry")).order_by("entry")
    asked = Invitation.objects.filter(origin=origin, person__in=list(people))
    book = Book(origin, list(rows), list(asked.order_by("-made_at", "id")), people=people)
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
