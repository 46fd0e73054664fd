"""Names, for those who may see them: opened once a page, however many there are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from withus.core.facts.sealing import Opening
from withus.stores.people.identity import identities
from withus.stores.record.models import Log
from withus.stores.record.openings import find_openings


def named_in(log: Log, entries: Iterable[int]) -> Mapping[int, str]:
    """Return the name of whoever each of some entries is about; erased people are left out."""
    wanted = sorted(set(entries))
    if not wanted:
        return {}
    openings = find_openings(log, wanted)
    found = {entry: each.get("person") for entry, each in openings.items()}
    people = {entry: one.value for entry, one in found.items() if isinstance(one, Opening)}
    known = identities(log.origin, set(people.values()))
    return {entry: known[one].name for entry, one in people.items() if one in known}
