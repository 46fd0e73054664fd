"""What opens sealed fields: itself sealed, under a key that lies in another file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import QuerySet

from withus.core.facts.fact import Fact, Missing, Seal, layout
from withus.core.facts.sealing import Opening
from withus.core.proofs.base64_strict import from_base64url, to_base64url
from withus.stores.keys.locker import NotOpened, draw_key, find_keys, keep_keys, seal, unseal
from withus.stores.people.identity import Acquaintances
from withus.stores.record.models import Log, SealedValue


class Sealing:
    """What opens the entries of one act: written once the act is whole, so none of one refused.

    The keys are committed first, in their own file. Should the machine stop before the entries
    are, keys are left that open nothing; the other way about, words would be lost.
    """

    def __init__(self, log: Log, people: Acquaintances) -> None:
        """Start with nothing to write."""
        self._log = log
        self._people = people
        self._keys: dict[str, bytes] = {}
        self._rows: list[SealedValue] = []

    def take(self, entry: int, fact: Fact, openings: Iterable[Opening]) -> None:
        """Seal each opening: a person's under their own key, a text's under a key of its own."""
        seals = layout(type(fact)).sealed
        for opening in openings:
            if seals[opening.path] is Seal.PERSON:
                name, key = self._people.key(opening.value)
            else:
                name, key = draw_key()
                self._keys[name] = key
            self._rows.append(sealed_value(self._log, entry, opening, name, key))

    def entries_under(self, key: str) -> frozenset[int]:
        """Return the entries of this act in which something is sealed under a key."""
        return frozenset(row.entry for row in self._rows if row.key == key)

    def done(self) -> list[SealedValue]:
        """Keep the keys, and return the rows of what is sealed under them, to be written next."""
        keep_keys(self._keys)
        return self._rows


def sealed_value(log: Log, entry: int, opening: Opening, name: str, key: bytes) -> SealedValue:
    """Return the row of an opening, sealed under a key and bound to the one field it opens."""
    told = json.dumps([to_base64url(opening.key), opening.value]).encode()
    content = seal(key, told, bound_to=place_of(log, entry, opening.path))
    return SealedValue(log=log, entry=entry, path=opening.path, key=name, content=content)


def keys_of(log: Log, entries: Iterable[int]) -> dict[int, str]:
    """Return the key of whom each of some entries names, unopened: the same is the same person."""
    rows = SealedValue.objects.filter(log=log, entry__in=sorted(set(entries)), path="person")
    return dict(rows.exclude(key="").values_list("entry", "key"))


def find_openings(
    log: Log, wanted: Iterable[int] | None = None
) -> dict[int, dict[str, Opening | Missing]]:
    """Return what opens entries, by index and path; erased where a key is gone.

    Not: a check of who asks; that is for the question that calls this.
    """
    rows = SealedValue.objects.filter(log=log)
    if wanted is not None:
        rows = rows.filter(entry__in=sorted(set(wanted)))
    sealed = list(rows.order_by("entry", "path"))
    keys = find_keys(row.key for row in sealed)
    found: dict[int, dict[str, Opening | Missing]] = {}
    for row in sealed:
        found.setdefault(row.entry, {})[row.path] = open_value(log, row, keys)
    return found


def find_texts(
    log: Log, wanted: Iterable[int], *, path: str, away: QuerySet[Any] | None = None
) -> dict[int, str]:
    """Return what one field of some entries says, by index: see `find_said`."""
    found = find_said(log, wanted, paths=(path,), away=away)
    return {entry: words for (entry, _), words in found.items()}


def find_said(
    log: Log, wanted: Iterable[int], *, paths: Sequence[str], away: QuerySet[Any] | None = None
) -> dict[tuple[int, str], str]:
    """Return what some fields of some entries say, by index and path, as far as they still open.

    Shape: `away` finds the entries whose words are hidden for now.
    Not: the other fields, which may be long; a check of who asks, as with `find_openings`.
    """
    rows = SealedValue.objects.filter(log=log, path__in=paths, entry__in=sorted(set(wanted)))
    sealed = list(rows if away is None else rows.exclude(entry__in=away))
    keys = find_keys(row.key for row in sealed)
    opened = {(row.entry, row.path): open_value(log, row, keys) for row in sealed}
    return {spot: str(one.value) for spot, one in opened.items() if isinstance(one, Opening)}


def open_value(log: Log, row: SealedValue, keys: Mapping[str, bytes]) -> Opening | Missing:
    """Open one sealed value: erased where its key is gone, never opened where it was spoilt."""
    key = keys.get(row.key)
    if key is None:
        return Missing.ERASED
    try:
        told = unseal(key, bytes(row.content), bound_to=place_of(log, row.entry, row.path))
    except NotOpened:
        return Missing.NEVER
    secret, value = json.loads(told)
    return Opening(row.path, value, from_base64url(secret))


def place_of(log: Log, entry: int, path: str) -> str:
    """Return the words that bind what is sealed to the one field it opens."""
    return f"{log.origin}\n{entry}\n{path}"
