"""Erasing: the keys go, what they opened is blanked, and the files are written anew without it."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connections, transaction
from django.db.models import Q

from withus.core.facts.encoding import kinds
from withus.core.facts.fact import Seal, layout
from withus.stores.keys.locker import forget_keys
from withus.stores.keys.models import Key
from withus.stores.people.identity import Identity
from withus.stores.people.models import Person
from withus.stores.record.models import Indexed, Log, SealedValue


def openings_of(log: Log, known: Identity) -> list[SealedValue]:
    """Return what opens who somebody is, and the words that they entered themselves."""
    found: list[SealedValue] = []
    names = list(known.pseudonyms.values())
    for each in with_those_before(log):
        entered = Indexed.objects.filter(log=each, by__in=names).values("index")
        theirs = Q(key=known.key) | Q(entry__in=entered)
        rows = SealedValue.objects.filter(theirs, log=each).exclude(key="")
        found += [row for row in rows.order_by("entry", "path") if _is_theirs(each, row, known)]
    return found


def with_those_before(log: Log) -> list[Log]:
    """Return a record and those it goes on from, whose entries may hold the same people."""
    chain = [log]
    while (before := Log.objects.filter(continued_by=chain[-1].origin).first()) is not None:
        chain.append(before)
    return chain


def _is_theirs(log: Log, row: SealedValue, known: Identity) -> bool:
    """An entry somebody made may name another person: that person's opening is not theirs."""
    if row.key == known.key:
        return True
    kind = kinds()[Indexed.objects.get(log=log, index=row.entry).type]
    return layout(kind).sealed[row.path] is Seal.TEXT


def openings_at(log: Log, entry: int, path: str) -> list[SealedValue]:
    """Return what opens one text of one entry."""
    return list(SealedValue.objects.filter(log=log, entry=entry, path=path).exclude(key=""))


def blank(rows: Iterable[SealedValue]) -> set[str]:
    """Take away what opens sealed fields; return the keys that are to be forgotten after it."""
    found = list(rows)
    SealedValue.objects.filter(pk__in=[row.pk for row in found]).update(key="", content=b"")
    return {row.key for row in found}


def blank_person(log: Log, known: Identity) -> tuple[int, set[str]]:
    """Take away who somebody is; return how many openings went, and the keys to be forgotten."""
    rows = openings_of(log, known)
    Person.objects.filter(id=known.person, origin=log.origin).delete()
    return len(rows), blank(rows) | {known.key}


def sweep_keys() -> int:
    """Forget every key that nothing is sealed under; return how many there were.

    An act that was broken off may leave such a key: one made before its entry, or one that was
    to be forgotten after. Nobody may write meanwhile, so every record is locked.
    """
    with transaction.atomic():
        list(Log.objects.select_for_update().order_by("origin"))
        used = set(SealedValue.objects.exclude(key="").values_list("key", flat=True))
        used |= set(Person.objects.values_list("key", flat=True))
        return forget_keys(set(Key.objects.values_list("id", flat=True)) - used)


def leave_no_trace() -> None:
    """Write the databases' files anew, so that nothing deleted is left in them.

    Deleted rows stay in a file, and in its write-ahead log, until both are written anew.
    """
    for name in ("default", "keys"):
        connection = connections[name]
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                cursor.execute("VACUUM")
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            else:
                for table in (SealedValue, Person):
                    cursor.execute(f"VACUUM FULL {table._meta.db_table}")
