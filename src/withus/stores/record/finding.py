"""What finds an entry: its stream, its type, who made it, and the id it gives."""

from __future__ import annotations

from withus.core.facts.encoding import Entry
from withus.core.history.streams import minted
from withus.stores.people.models import Person
from withus.stores.record.models import Indexed, Log, Minted, SealedValue

Found = dict[str, str | None]


def columns(entry: Entry, stream: str | None) -> Found:
    """Return the columns by which an entry is found."""
    said = entry.circumstances
    return {
        "stream": stream,
        "type": entry.fact.TYPE,
        "by": said.by,
        "typed_by": said.typed_by,
    }


def finding(log: Log, entry: Entry, stream: str | None) -> tuple[Indexed, list[Minted]]:
    """Return the rows that find an entry: its own, and that of the id which it gives, if any."""
    row, given = Indexed(log=log, index=entry.index, **columns(entry, stream)), minted(entry.fact)
    if given is None or stream is None:
        return row, []
    return row, [Minted(log=log, name=given, stream=stream)]


def entries_about(log: Log, person: str) -> frozenset[int]:
    """Return the entries in which somebody is named, found by the key that seals their name."""
    keys = Person.objects.filter(id=person, origin=log.origin).values("key")
    rows = SealedValue.objects.filter(log=log, key__in=keys)
    return frozenset(rows.values_list("entry", flat=True))


def entries_under(log: Log, key: str) -> frozenset[int]:
    """Return the entries in which something is sealed under a key."""
    rows = SealedValue.objects.filter(log=log, key=key)
    return frozenset(rows.values_list("entry", flat=True))
