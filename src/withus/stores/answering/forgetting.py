"""Forgetting somebody who put points: their files, codes and routes, and of what they were told."""

from __future__ import annotations

from collections.abc import Iterable

from withus.stores.answering import answers, files, reach, tellings
from withus.stores.answering.models import PointRow


def forget_contributor(origin: str, person: str, entries: Iterable[int]) -> set[str]:
    """Delete what goes with somebody's points; return the keys that are still to be forgotten.

    Shape: `entries` are those that name them.
    """
    rows = PointRow.objects.filter(origin=origin, entry__in=list(entries))
    points = list(rows.values_list("ref", flat=True))
    reach.forget(origin, person)
    tellings.forget_person(origin, person)
    return files.drop(origin, points) | answers.forget(origin, person)
