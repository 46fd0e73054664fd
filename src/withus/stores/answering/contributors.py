"""Who put a point, and what somebody put: found by the key that seals their name."""

from __future__ import annotations

from collections.abc import Mapping

from withus.stores.answering.models import PointRow
from withus.stores.people.models import Person
from withus.stores.record.models import Log, SealedValue


def contributors(log: Log, points: Mapping[str, int]) -> Mapping[str, str]:
    """Return who put each of some points, given with their entries; erased people are left out."""
    wanted = sorted(set(points.values()))
    rows = SealedValue.objects.filter(log=log, entry__in=wanted, path="person").exclude(key="")
    keys = dict(rows.values_list("entry", "key"))
    people = dict(
        Person.objects.filter(origin=log.origin, key__in=set(keys.values())).values_list(
            "key", "id"
        )
    )
    found = {name: people.get(keys.get(entry, "")) for name, entry in points.items()}
    return {name: person for name, person in found.items() if person is not None}


def points_of(log: Log, person: str) -> list[PointRow]:
    """Return the points that somebody put, the latest first."""
    key = Person.objects.filter(id=person, origin=log.origin).values("key")
    named = SealedValue.objects.filter(log=log, key__in=key).values("entry")
    rows = PointRow.objects.filter(origin=log.origin, entry__in=named)
    return list(rows.order_by("-entry"))


def one(origin: str, point: str) -> PointRow | None:
    """Return the row of a point."""
    return PointRow.objects.filter(origin=origin, ref=point).first()
