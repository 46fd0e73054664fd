"""Proofs from the stored hashes, with one query whatever the size of the record."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django.db.models import Q

from withus.core.proofs.merkle import HASH_BYTES
from withus.core.proofs.tree import Hashes, Tree
from withus.stores.record.models import Log, Subtree

T = TypeVar("T")
Place = tuple[int, int]


class Noted:
    """Hashes that are all alike: it only notes which were asked for."""

    def __init__(self) -> None:
        """Start with none asked for."""
        self.asked: set[Place] = set()

    def __getitem__(self, place: Place, /) -> bytes:
        """Note a place."""
        self.asked.add(place)
        return bytes(HASH_BYTES)

    def __setitem__(self, place: Place, digest: bytes, /) -> None:
        """Refuse: nothing is written here."""
        raise TypeError("a stored tree is only read")


def from_tree(log: Log, ask: Callable[[Tree], T]) -> T:
    """Answer something that is asked of a record's tree, fetching all it needs at once."""
    noted = Noted()
    ask(Tree(noted, size=log.size))
    hashes: Hashes = fetched(log, noted.asked)
    return ask(Tree(hashes, size=log.size))


def fetched(log: Log, places: set[Place]) -> dict[Place, bytes]:
    """Return the stored hashes of many places."""
    wanted = Q()
    for level in sorted({level for level, _ in places}):
        indexes = sorted(index for own, index in places if own == level)
        wanted |= Q(level=level, index__in=indexes)
    rows = Subtree.objects.filter(wanted, log=log) if places else Subtree.objects.none()
    found = rows.values_list("level", "index", "digest")
    return {(level, index): bytes(digest) for level, index, digest in found}
