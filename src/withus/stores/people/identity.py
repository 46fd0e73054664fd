"""The identity map: names, and a pseudonym for each board, found only by way of the person."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from django.db.models import Q

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


def with_secrets(
    origin: str, people: Iterable[str] | None = None, *, keys: Iterable[str] = ()
) -> dict[str, tuple[Identity, bytes]]:
    """Return who people are, by id, each with their key: everybody, or by their ids or keys."""
    rows = Person.objects.filter(origin=origin)
    if people is not None:
        rows = rows.filter(Q(id__in=set(people)) | Q(key__in=set(keys)))
    found = list(rows)
    secrets = find_keys(row.key for row in found)
    return {
        row.id: (_read(row, secrets[row.key]), secrets[row.key])
        for row in found
        if row.key in secrets
    }


def names_of_people(people: Iterable[str]) -> dict[str, str]:
    """Return what people are called, by id, whichever partnerships they are of."""
    found = list(Person.objects.filter(id__in=list(people)))
    keys = find_keys(row.key for row in found)
    return {row.id: _read(row, keys[row.key]).name for row in found if row.key in keys}


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


class Acquaintances:
    """Who people are for the length of one act: each is looked up once, under the act's lock."""

    def __init__(self, origin: str) -> None:
        """Know nobody yet."""
        self._origin = origin
        self._known: dict[str, tuple[Identity, bytes]] = {}

    def key(self, person: str) -> tuple[str, bytes]:
        """Return the key that seals what says who somebody is: its id and its secret."""
        known, secret = self._look_up(person)
        return known.key, secret

    def pseudonym(self, person: str, stream: str) -> str:
        """Return what somebody is called on a board: drawn the first time, then the same."""
        known, secret = self._look_up(person)
        if stream not in known.pseudonyms:
            known = replace(known, pseudonyms={**known.pseudonyms, stream: new_id()})
            _write(Person.objects.get(id=person, origin=self._origin), known, secret)
            self._known[person] = known, secret
        return known.pseudonyms[stream]

    def _look_up(self, person: str) -> tuple[Identity, bytes]:
        if person not in self._known:
            row = Person.objects.filter(origin=self._origin, id=person).first()
            secret = find_keys([row.key]).get(row.key) if row else None
            if row is None or secret is None:
                raise NotKnown("person_unknown")
            self._known[person] = _read(row, secret), secret
        return self._known[person]


def _write(row: Person, known: Identity, secret: bytes) -> None:
    told = json.dumps({"name": known.name, "pseudonyms": known.pseudonyms}).encode()
    row.sealed = seal(secret, told, bound_to=f"person {row.id}")
    row.save()


def _read(row: Person, secret: bytes) -> Identity:
    told = json.loads(unseal(secret, bytes(row.sealed), bound_to=f"person {row.id}"))
    return Identity(row.id, told["name"], told["pseudonyms"], row.key)
