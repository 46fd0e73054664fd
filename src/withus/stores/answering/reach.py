"""How people wish to be told: by which route, and where that reaches them; under their own key."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from withus.core.words import ToldRoute
from withus.stores.accounts.accounts import with_address
from withus.stores.accounts.models import Link
from withus.stores.answering.models import Reach
from withus.stores.keys.locker import seal, unseal
from withus.stores.people.identity import Identity, with_secrets


@dataclass(frozen=True, slots=True)
class Route:
    """How somebody is told: the route; where it reaches them, and through whom."""

    route: ToldRoute
    where: str = ""


def keep(origin: str, person: str, route: Route) -> None:
    """Keep how somebody wishes to be told, in the place of what they said before."""
    (_, secret) = with_secrets(origin, [person])[person]
    sealed = seal(secret, json.dumps(asdict(route)).encode(), bound_to=_place(origin, person))
    told = {"sealed": sealed}
    Reach.objects.update_or_create(origin=origin, person=person, defaults=told)


def of_people(origin: str, people: Iterable[str]) -> Mapping[str, Route]:
    """Return the routes of people who said one, by person."""
    rows = Reach.objects.filter(origin=origin, person__in=list(people))
    said = list(rows.values_list("person", flat=True))
    return opened(origin, with_secrets(origin, said)) if said else {}


def opened(origin: str, known: Mapping[str, tuple[Identity, bytes]]) -> Mapping[str, Route]:
    """Return the routes of people who said one, with whose keys they open."""
    rows = Reach.objects.filter(origin=origin, person__in=list(known))
    return {row.person: _opened(row, known[row.person][1]) for row in rows}


def routes_of(origin: str, people: Iterable[str]) -> Mapping[str, ToldRoute | None]:
    """Return the route of each of some people; None where nobody knows how to reach them.

    By what they said themselves; else by e-mail, to who has an address; else by letter, to who has
    a way in without one: they were asked in by letter too.
    """
    wanted = frozenset(people)
    said, mailed = of_people(origin, wanted), with_address(origin, wanted)
    links = Link.objects.filter(origin=origin, person__in=wanted)
    get_in = frozenset(links.values_list("person", flat=True))
    found: dict[str, ToldRoute | None] = dict.fromkeys(wanted)
    found |= dict.fromkeys(get_in, ToldRoute.LETTER) | dict.fromkeys(mailed, ToldRoute.EMAIL)
    return found | {person: one.route for person, one in said.items()}


def forget(origin: str, person: str) -> None:
    """Forget how to reach somebody."""
    Reach.objects.filter(origin=origin, person=person).delete()


def _opened(row: Reach, secret: bytes) -> Route:
    told = json.loads(unseal(secret, bytes(row.sealed), bound_to=_place(row.origin, row.person)))
    return Route(ToldRoute(told["route"]), told["where"])


def _place(origin: str, person: str) -> str:
    return f"reach {origin} {person}"
