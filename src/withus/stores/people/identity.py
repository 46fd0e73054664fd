"""The identity map: names, and a pseudonym for each board, found only by way of the person."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from withus.core.errors import Refusal
from withus.stores.keys.locker import (
    NotOpened,
    draw_key,
    find_keys,
    keep_keys,
    new_id,
    seal,
    unseal,
)
from withus.stores.people.models import Person


class NotKnown(Refusal):
    """Say that nobody of that id is known here, or no longer."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who somebody is: how they are named, and what they are called on each board."""

    person: str
    name: str
    pseudonyms: dict[str, str] = field(default_factory=dict)
    key: str = ""


def add_person(origin: str, name: str) -> Identity:
    """Take in a person under a new key of their own."""
    key, secret = draw_key()
    keep_keys({key: secret})
    identity = Identity(new_id(), name, {}, key)
    person = Person(id=identity.person, origin=origin, key=key)
    _write(person, identity, secret)
    return identity


def identities(origin: str, people: Iterable[str] | None = None) -> dict[str, Identity]:
    """Return who people are, by id; those whose key is gone are left out."""
    rows = Person.objects.filter(origin=origin)
    if people is not None:
        rows = rows.filter(id__in=list(people))
    found = list(rows)
    keys = find_keys(row.key for row in found)
    return {row.id: _read(row, keys[row.key]) for row in found if row.key in keys}


def identities_by_key(origin: str, keys: Iterable[str]) -> dict[str, Identity]:
    """Return who people are, by the key that seals their name; those erased are left out."""
    found = list(Person.objects.filter(origin=origin, key__in=set(keys)))
    secrets = find_keys(row.key for row in found)
    return {row.key: _read(row, secrets[row.key]) for row in found if row.key in secrets}


def identity(origin: str, person: str) -> Identity:
    """Return who somebody is; refuse an id that is unknown or erased."""
    found = identities(origin, [person]).get(person)
    if found is None:
        raise NotKnown("person_unknown")
    return found


def unreadable(origin: str) -> Iterator[tuple[str, str]]:
    """Yield the people whose key is gone or does not open their row, with the column at fault."""
    found = list(Person.objects.filter(origin=origin).order_by("id"))
    keys = find_keys(row.key for row in found)
    for row in found:
        if row.key not in keys:
            yield row.id, "key"
            continue
        try:
            _read(row, keys[row.key])
        except NotOpened:
            yield row.id, "sealed"


def pseudonym(origin: str, person: str, stream: str) -> str:
    """Return what somebody is called on a board: drawn at random the first time, then the same."""
    known = identity(origin, person)
    if stream in known.pseudonyms:
        return known.pseudonyms[stream]
    drawn = new_id()
    row = Person.objects.get(id=person, origin=origin)
    named = replace(known, pseudonyms={**known.pseudonyms, stream: drawn})
    _write(row, named, find_keys([row.key])[row.key])
    return drawn


def _write(row: Person, known: Identity, secret: bytes) -> None:
    told = json.dumps({"name": known.name, "pseudonyms": known.pseudonyms}).encode()
    row.sealed = seal(secret, told, bound_to=f"person {row.id}")
    row.save()


def _read(row: Person, secret: bytes) -> Identity:
    told = json.loads(unseal(secret, bytes(row.sealed), bound_to=f"person {row.id}"))
    return Identity(row.id, told["name"], told["pseudonyms"], row.key)
