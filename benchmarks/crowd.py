"""Partnerships of 10,000 people, for measuring: all on one board, or on twenty.

Beside the places they hold there are places that wait for an answer to an invitation, and entries
that were typed for somebody and wait for their word.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

PEOPLE, INVITED, TYPED, ASKED = 10_000, 1_000, 500, 1_000
FIRST = (
    *("Ada", "Amélie", "Bo", "Björk", "Cai", "Cerys", "Dafydd", "Dot", "Ewa", "Faisal", "Grace"),
    *("Hal", "Ifeoma", "Ines", "Jo", "Kit", "Lowri", "Mair", "Niamh", "Ola", "Priya", "Rhys"),
    *("Sam", "Siân", "Tomos", "Una", "Vic", "Wyn", "Yusuf", "Zoë"),
)
HEADS = ("Ash", "Bell", "Carr", "Dun", "Elm", "Fox", "Green", "Hart", "Ing", "Kirk", "Lang", "Moor")
TAILS = (
    "by",
    "croft",
    "dale",
    "field",
    "ford",
    "gate",
    "ham",
    "house",
    "ley",
    "mere",
    "ton",
    "wick",
)


@dataclass(frozen=True, slots=True)
class Crowd:
    """A partnership, and those who are signed in to look at it: ids of people."""

    origin: str
    boards: tuple[str, ...]
    member: str
    facilitator: str
    officer: str
    data: str
    vacant: str  # a place
    size: int


def name_of(number: int) -> str:
    """Return what somebody is called; some are called alike, as people are."""
    first, rest = FIRST[number % len(FIRST)], number // len(FIRST)
    return f"{first} {HEADS[rest % len(HEADS)]}{TAILS[rest // len(HEADS) % len(TAILS)]}"


def write(origin: str, boards: int) -> Crowd:
    """Write a partnership of so many boards, in which everybody holds a place."""
    from tests.core.facts.story import START, STORY, an_id
    from withus.actions.joining import enter, open_partnership
    from withus.core.facts.joining import BoardOpened, PartnershipOpened
    from withus.stores.people.identity import add_people
    from withus.stores.record.append import THE_HOST
    from withus.stores.record.read import find_log
    from withus.stores.record.whole import whole

    opening, board = (
        next(each for each in STORY if isinstance(each, kind))
        for kind in (PartnershipOpened, BoardOpened)
    )
    assert isinstance(opening, PartnershipOpened) and isinstance(board, BoardOpened)
    with whole():
        open_partnership(record=origin, by=THE_HOST, now=START, opening=opening)
        names = tuple(an_id(f"{origin} board {n}") for n in range(boards))
        opened = [replace(board, board=each, name=f"Board {n}") for n, each in enumerate(names)]
        people = [one.person for one in add_people(origin, map(name_of, range(PEOPLE + INVITED)))]
        later = START + timedelta(minutes=1)
        enter(*opened, *_places(names, people), record=origin, by=THE_HOST, now=later)
        enter(*_duties(people), record=origin, by=THE_HOST, now=later)
        _typed(origin, names, people)
        _invite(origin, names, people)
        _ask(origin, people)
    vacant = an_id(f"{names[0]} {PEOPLE}")
    told = people[3], people[0], people[1], people[2], vacant
    return Crowd(origin, names, *told, find_log(origin).size)


def _places(boards: tuple[str, ...], people: list[str]) -> Iterator[Any]:
    """Yield that places were made and taken; the facilitator is on every board."""
    from tests.core.facts.story import place_made, place_taken
    from withus.core.words import Capacity, ShownAs

    codes = tuple(Capacity)[:6]
    for name in boards:
        yield place_made(f"{name} all", Capacity.SERVICES, board=name)
        taken = place_taken(f"{name} all", f"{name} all held", "")
        yield replace(taken, person=people[0])
    for n in range(1, PEOPLE):
        board = boards[n % len(boards)]
        yield place_made(f"{board} {n}", codes[n % len(codes)], board=board)
        if n >= TYPED + 10:
            taken = place_taken(f"{board} {n}", f"{board} held {n}", "")
            shown = ShownAs.NAMED if n % 3 == 0 else ShownAs.ROLE
            yield replace(taken, person=people[n], shown_as=shown)
        elif n < 10:
            yield replace(place_taken(f"{board} {n}", f"{board} held {n}", ""), person=people[n])
    for n in range(PEOPLE, PEOPLE + INVITED):
        board = boards[n % len(boards)]
        yield place_made(f"{board} {n}", codes[n % len(codes)], board=board)


def _duties(people: list[str]) -> Iterator[Any]:
    from tests.core.facts.story import DAY, an_id
    from withus.core.facts.joining import DutyGiven
    from withus.core.words import Duty

    given = (Duty.FACILITATOR, Duty.HOST, Duty.DATA, Duty.SAFEGUARDING)
    for person, duty in zip(people, given, strict=False):
        named = f"{duty.value} {person}"
        yield DutyGiven(
            given=an_id(named), duty=duty, board=None, from_=DAY, until=None, person=person
        )


def _typed(origin: str, boards: tuple[str, ...], people: list[str]) -> None:
    """Type for some that they take their place: each waits for their word."""
    from tests.core.facts.story import START, place_taken
    from withus.actions.joining import enter
    from withus.stores.record.append import Actor

    for n in range(10, TYPED + 10):
        board = boards[n % len(boards)]
        taken = replace(place_taken(f"{board} {n}", f"{board} held {n}", ""), person=people[n])
        by = Actor(people[n], typed_by=people[0], invited=True)
        enter(taken, record=origin, by=by, now=START + timedelta(hours=1))


def _invite(origin: str, boards: tuple[str, ...], people: list[str]) -> None:
    """Invite the last of them by letter to the places that are left."""
    from django.utils.timezone import now

    from tests.core.facts.story import an_id
    from withus.stores.inviting.invitations import Route, Sealed, State, send
    from withus.stores.inviting.models import Invitation

    for n in range(PEOPLE, PEOPLE + INVITED):
        board = boards[n % len(boards)]
        row = Invitation(
            origin=origin,
            person=people[n],
            place=an_id(f"{board} {n}"),
            board=board,
            by=people[0],
            route=Route.LETTER,
            state=State.OPEN,
        )
        send(row, Sealed(phone="01632 960123"), now=now())


def _ask(origin: str, people: list[str]) -> None:
    from tests.core.facts.story import DAY
    from withus.core.words import AskKind
    from withus.stores.asking import asks

    for person in people[:ASKED]:
        asks.keep(origin, person, AskKind.ERASE, "", days=(DAY, DAY))
