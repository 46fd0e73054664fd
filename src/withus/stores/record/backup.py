"""A backup: everything that does not follow from something else, as noise without the keys.

The form is the same whatever the engine, so that a backup of one can be restored into another.
The keys are copied apart, into a file of their own that is kept for seven days only: what was
erased longer ago than that opens nowhere.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

from django.db import connection, connections

from withus.core.proofs.base64_strict import to_base64
from withus.core.proofs.canonical import Json, canonical
from withus.stores.people.models import Hold, Person
from withus.stores.record import cosignatures, rows
from withus.stores.record.models import Log, SealedValue, SignedHead
from withus.stores.record.published import public_keys
from withus.stores.record.read import leaves

FORM = "withus-backup-1"


def lines(*, made_at: datetime) -> Iterator[bytes]:
    """Yield the lines of a backup of everything here, as it stood at one moment."""
    digest, count = sha256(), 0
    with one_moment():
        for each in _parts(made_at):
            line = canonical(each) + b"\n"
            digest.update(line)
            count += 1
            yield line
    yield canonical({"end": {"lines": count, "sha256": to_base64(digest.digest())}}) + b"\n"


@contextmanager
def one_moment() -> Iterator[None]:
    """Read everything as it stands now, whatever is written meanwhile, without holding it up."""
    begin = (
        "BEGIN DEFERRED"
        if connection.vendor == "sqlite"
        else "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
    )
    if connection.in_atomic_block:  # somebody reads at one moment already
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(begin)
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def _parts(made_at: datetime) -> Iterator[Json]:
    logs = list(Log.objects.order_by("origin"))
    records: list[Json] = [{"origin": log.origin, "size": log.size} for log in logs]
    yield {"backup": {"form": FORM, "made_at": made_at.isoformat(), "records": records}}
    for log in logs:
        told: Json = {"origin": log.origin, "size": log.size, "continued_by": log.continued_by}
        yield {"log": told}
        yield from ({"leaf": content.decode()} for content in leaves(log))
        yield from _sealed(log)
        yield from ({"key": {"line": key.text()}} for key in public_keys(log))
        for head in SignedHead.objects.filter(log=log).order_by("size").iterator():
            note = bytes(head.note).decode()
            made = head.made_at.isoformat()
            yield {"head": {"size": head.size, "note": note, "made_at": made}}
        yield from ({"cosignature": each} for each in cosignatures.written(log))
    for row in Person.objects.order_by("id").iterator():
        sealed = to_base64(bytes(row.sealed))
        yield {"person": {"id": row.id, "origin": row.origin, "key": row.key, "sealed": sealed}}
    yield from rows.written()
    for hold in Hold.objects.order_by("origin"):
        since = hold.since.isoformat()
        yield {"hold": {"origin": hold.origin, "ground": hold.ground, "since": since}}


def _sealed(log: Log) -> Iterator[Json]:
    sealed = SealedValue.objects.filter(log=log).order_by("entry", "path")
    for row in sealed.iterator():
        content = to_base64(bytes(row.content))
        yield {"sealed": {"entry": row.entry, "path": row.path, "key": row.key, "content": content}}


def copy_keys(to: Path) -> None:
    """Copy the keys into a file of their own, as they were last committed."""
    live = quote(str(connections["keys"].settings_dict["NAME"]))
    with (
        closing(sqlite3.connect(f"file:{live}?mode=ro", uri=True)) as source,
        closing(sqlite3.connect(to)) as copy,
    ):
        copy.execute("PRAGMA secure_delete=ON")
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, with nothing beside it
    to.chmod(0o600)
