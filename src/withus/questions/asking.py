"""What was asked about how information is held: one's own, and all, for whoever answers."""

from __future__ import annotations

from dataclasses import dataclass

from withus.questions.joining import A_PAGE, Paged, paged
from withus.questions.mine import Known, known
from withus.stores.asking import asks
from withus.stores.asking.asks import Asked
from withus.stores.people.identity import identities
from withus.stores.record.erase import openings_of


@dataclass(frozen=True, slots=True)
class AsksSeen:
    """A page of a partnership's asks, each with the name of whoever asked."""

    listed: tuple[tuple[Asked, str], ...]
    page: Paged


def my_asks(origin: str, person: str) -> list[Asked]:
    """Return what somebody asked."""
    return asks.of_person(origin, person)


def my_ask(origin: str, person: str, wanted: str) -> Asked:
    """Return one of somebody's own asks; to them, there are no others."""
    found = asks.find(origin, wanted)
    if found.person != person:
        raise asks.NoSuchAsk("no_such_ask")
    return found


def all_asks(origin: str, *, page: int) -> AsksSeen:
    """Return a page of what was asked in a partnership, the open ones first."""
    at = paged(page, asks.count(origin))
    first = (at.number - 1) * A_PAGE
    found = asks.of_partnership(origin, start=first, end=first + A_PAGE)
    people = identities(origin, {each.person for each in found})
    names = ((each, people[each.person].name if each.person in people else "") for each in found)
    return AsksSeen(tuple(names), at)


def one_ask(origin: str, wanted: str) -> tuple[Asked, str]:
    """Return an ask, and who asked."""
    found = asks.find(origin, wanted)
    people = identities(origin, [found.person])
    return found, people[found.person].name if found.person in people else ""


def would_go(who: Known) -> int:
    """Return how many sealed fields an erasure of somebody would take away for good."""
    return len(openings_of(who.live.log, who.me))


def to_erase(origin: str, wanted: str) -> tuple[Asked, Known]:
    """Return an ask with whoever asked, to say what an erasure of them takes away."""
    found = asks.find(origin, wanted)
    who, _ = known(origin, found.person)
    return found, who
