"""What a record holds, told by a process that opens it afresh, as the program does at its start."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from withus.core.facts.encoding import decode
from withus.core.facts.joining import PlaceMade, PlaceTaken
from withus.stores.people.identity import identities
from withus.stores.record.append import locked
from withus.stores.record.check import check
from withus.stores.record.models import Leaf
from withus.stores.record.openings import find_openings


def look(origin: str) -> dict[str, Any]:
    """Tell all that a record holds, under its lock: so nothing is still on its way in."""
    with locked(origin) as log:
        rows = Leaf.objects.filter(log=log).order_by("index").values_list("index", "content")
        openings = find_openings(log)
        return {
            "size": log.size,
            "entries": [_entry(n, bytes(content), openings.get(n, {})) for n, content in rows],
            "people": sorted(each.name for each in identities(origin).values()),
            "differences": [[one.table, one.key, one.column] for one in check(log)],
        }


def _entry(index: int, content: bytes, openings: Any) -> dict[str, Any]:
    fact = decode(content, index=index, openings=openings).fact
    place = fact.place if isinstance(fact, PlaceMade | PlaceTaken) else ""
    words = fact.post if isinstance(fact, PlaceMade) else getattr(fact, "person", "")
    return {"index": index, "digest": sha256(content).hexdigest(), "id": place, "says": str(words)}
