"""What is held of somebody beside their points: how to reach them, files, codes, tellings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from withus.core.words import ToldRoute
from withus.stores.answering import files, reach, tellings
from withus.stores.answering.contributors import points_of
from withus.stores.answering.models import SayAnswer
from withus.stores.record.models import Log


def beside_points(log: Log, person: str) -> list[Mapping[str, Any]]:
    """Return what is kept of somebody for the points they put in a record."""
    route = reach.of_people(log.origin, [person]).get(person)
    points = points_of(log, person)
    kept = files.there(log.origin, [row.ref for row in points])
    codes = SayAnswer.objects.filter(origin=log.origin, person=person).order_by("made_at")
    found: list[Mapping[str, Any]] = []
    if route is not None:
        found.append({"told_by": route.route, "where": route.where})
    found += [
        {"entry": row.entry, "file": row.ref in {owner for owner, _ in kept}} for row in points
    ]
    found += [{"code_made": made} for made in codes.values_list("made_at", flat=True)]
    for each in tellings.to_person(log.origin, person):
        told_by = ToldRoute(each.route) if each.route else None
        found.append({"entry": each.entry, "told_by": told_by, "made": each.told})
    return found
