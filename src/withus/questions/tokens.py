"""Keys for programs: which there are, for whom one could be made, and what a caller may know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from withus.core.history.streams import PARTNERSHIP
from withus.questions.keeping import head
from withus.stores.accounts.models import Link
from withus.stores.joining.models import PartnershipRow
from withus.stores.people.identity import names_of_people
from withus.stores.record.models import SignedHead
from withus.stores.tokens import tokens


@dataclass(frozen=True, slots=True)
class KeySeen:
    """A key for a program, as whoever made it sees it; never its secret."""

    id: str
    name: str
    partnership: str
    made_at: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class ActsFor:
    """Somebody for whom an account acts: where, and their name where it acts for several there."""

    link: int
    partnership: str
    name: str


def keys_of(account: str, *, now: datetime) -> tuple[KeySeen, ...]:
    """Return the keys in force that an account has made, the newest first."""
    found = tokens.tokens_of(account, now=now)
    called = tokens.names_of(found)
    places = partnerships_called({each.link.origin for each in found})
    return tuple(
        KeySeen(
            each.id,
            called.get(each.id, ""),
            places.get(each.link.origin, each.link.origin),
            each.made_at,
            each.until,
        )
        for each in found
    )


def acts_for(account: str) -> tuple[ActsFor, ...]:
    """Return those for whom an account acts, by the names of their partnerships."""
    links = list(Link.objects.filter(account=account).order_by("id"))
    origins = [each.origin for each in links]
    places = partnerships_called(set(origins))
    shared = [each.person for each in links if origins.count(each.origin) > 1]
    names = names_of_people(shared) if shared else {}
    found = [
        ActsFor(each.id, places.get(each.origin, each.origin), names.get(each.person, ""))
        for each in links
    ]
    return tuple(sorted(found, key=lambda each: (each.partnership, each.name, each.link)))


def partnerships_called(origins: set[str]) -> dict[str, str]:
    """Return the names of partnerships, practice runs too, by origin."""
    rows = PartnershipRow.objects.filter(origin__in=origins, ref=PARTNERSHIP)
    return dict(rows.values_list("origin", "name"))


def check_code_over(origin: str, entry: int) -> str | None:
    """Return the latest check-code of a record, if it was made after an entry."""
    rows = SignedHead.objects.filter(log__origin=origin, size__gt=entry)
    row = rows.order_by("size").last()
    return None if row is None else head(row).code.text()
