"""Keeping worries: words sealed, each under a key of its own, and outside the record."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, QuerySet

from withus.core.errors import Refusal
from withus.stores.keys.locker import draw_key, find_keys, keep_keys, seal, unseal
from withus.stores.record.models import Log
from withus.stores.worrying.models import Worry


class NoSuchWorry(Refusal):
    """Say that there is no such worry in this partnership, or no longer."""


@dataclass(frozen=True, slots=True)
class Worried:
    """A worry, opened."""

    id: str
    origin: str  # whose entry it is about: perhaps a record that went on under another name
    entry: int | None
    hides: bool
    made: date
    by: str
    looked: date | None
    words: str
    reason: str  # why the entry is shown again


def keep(origin: str, words: str, *, on: date, entry: int | None, by: str) -> str:
    """Keep a worry; one about an entry hides its words. Return its id."""
    key, secret = draw_key()
    keep_keys({key: secret})
    row = Worry(origin=origin, entry=entry, hides=entry is not None, made=on, by=by, key=key)
    row.sealed = _sealed(row, secret, {"words": words, "reason": ""})
    row.save(force_insert=True)
    return row.id


def find(origin: str, worry: str) -> Worried:
    """Return a worry of a partnership, opened; refuse one that is not there."""
    found = opened(Worry.objects.filter(origin__in=named(origin), id=worry))
    if not found:
        raise NoSuchWorry("no_such_worry")
    return found[0]


def of_partnership(origin: str, *, start: int, end: int) -> list[Worried]:
    """Return some worries: those nobody has looked at first, the oldest of them first."""
    rows = Worry.objects.filter(origin__in=named(origin))
    ordered = rows.order_by(F("looked").asc(nulls_first=True), "made", "id")
    return opened(ordered[start:end])


def count(origin: str) -> int:
    """Return how many worries a partnership has."""
    return Worry.objects.filter(origin__in=named(origin)).count()


def of_person(origin: str, person: str) -> list[Worried]:
    """Return the worries under which somebody wrote their name."""
    return opened(Worry.objects.filter(origin__in=named(origin), by=person).order_by("made", "id"))


def hidden_entries(origin: str) -> QuerySet[Worry, Any]:
    """Return what finds the entries of a record whose words are hidden for now."""
    rows = Worry.objects.filter(origin=origin, hides=True, entry__isnull=False)
    return rows.values("entry")


def hidden(origin: str, entries: Iterable[int]) -> frozenset[int]:
    """Return those of some entries whose words are hidden for now."""
    rows = Worry.objects.filter(origin=origin, hides=True, entry__in=list(entries))
    return frozenset(each for each in rows.values_list("entry", flat=True) if each is not None)


def note_looked(worry: str, *, on: date, hides: bool, reason: str) -> None:
    """Write that a worry was looked at, and whether its entry stays hidden."""
    row = Worry.objects.get(id=worry)
    secret = find_keys([row.key]).get(row.key)
    row.looked, row.hides = on, hides
    if secret is not None:
        row.sealed = _sealed(row, secret, _read(row, secret) | {"reason": reason})
    row.save()


def forget_writer(origin: str, person: str) -> set[str]:
    """Take away who wrote worries, and their words; return the keys to forget.

    What they hid stays hidden until it is looked at: others may need that.
    """
    rows = Worry.objects.filter(origin__in=named(origin), by=person)
    keys = set(rows.values_list("key", flat=True)) - {""}
    rows.update(by="", key="", sealed=b"")
    return keys


def named(origin: str) -> list[str]:
    """Return the names a record had before, and this one: entries keep their numbers in each."""
    names = [origin]
    while (before := Log.objects.filter(continued_by=names[-1]).first()) is not None:
        names.append(before.origin)
    return names


def opened(rows: Iterable[Worry]) -> list[Worried]:
    """Return worries opened, in their order; one whose words were erased is told without them."""
    found = list(rows)
    keys = find_keys(row.key for row in found)
    return [_worried(row, keys.get(row.key)) for row in found]


def _worried(row: Worry, secret: bytes | None) -> Worried:
    told = _read(row, secret) if secret is not None else {"words": "", "reason": ""}
    return Worried(row.id, row.origin, row.entry, row.hides, row.made, row.by, row.looked, **told)


def _sealed(row: Worry, secret: bytes, told: dict[str, str]) -> bytes:
    return seal(secret, json.dumps(told).encode(), bound_to=f"worry {row.id}")


def _read(row: Worry, secret: bytes) -> dict[str, Any]:
    bound = f"worry {row.id}"
    told: dict[str, Any] = json.loads(unseal(secret, bytes(row.sealed), bound_to=bound))
    return told
