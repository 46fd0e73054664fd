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


def index_entry(log: Log, entry: Entry, stream: str | None) -> None:
    """Write what finds an entry, and the stream of an id, which the first to give it keeps."""
    Indexed.objects.create(log=log, index=entry.index, **columns(entry, stream))
    given = minted(entry.fact)
    if given is not None and stream is not None:
        first = Minted(log=log, name=given, stream=stream)
        Minted.objects.bulk_create([first], ignore_conflicts=True)


def entries_about(log: Log, person: str) -> frozenset[int]:
    """Return the entries in which somebody is named, found by the key that seals their name."""
    keys = Person.objects.filter(id=person, origin=log.origin).values("key")
    rows = SealedValue.objects.filter(log=log, key__in=keys)
    return frozenset(rows.values_list("entry", flat=True))
