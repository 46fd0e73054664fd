"""Records to sign for: opened and added to through the one writer, spoilt as by somebody's SQL."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from django.db import connection

from tests.core.facts.story import ORIGIN, STORY, an_id
from withus.core.facts.joining import OrganisationJoined
from withus.core.proofs.checkpoint import Checkpoint, open_checkpoint
from withus.core.words import OrganisationKind
from withus.signer.own import Own
from withus.signer.signing import Signer
from withus.stores.record.append import THE_HOST, open_log, writing
from withus.stores.record.guards import lowering, raising
from withus.stores.record.heads import records
from withus.stores.record.models import Log, SignedHead


def open_record(origin: str = ORIGIN) -> Log:
    """Open a record with the one entry that opens it."""
    log = open_log(origin)
    with writing(log=origin, by=THE_HOST, now=datetime.now(UTC)) as pen:
        pen.append(STORY[0])
    return log


def add(count: int, *, origin: str = ORIGIN) -> None:
    """Add so many entries in one act."""
    with writing(log=origin, by=THE_HOST, now=datetime.now(UTC)) as pen:
        for _ in range(count):
            named = f"group {pen.log.size}"
            kind = OrganisationKind.COUNCIL
            pen.append(OrganisationJoined(organisation=an_id(named), name=named, kind=kind))


def a_signer(folder: Path) -> Signer:
    """Return a signer that knows only its files, as one just started."""
    for each in ("own", "mirror"):
        (folder / each).mkdir(exist_ok=True)
    return Signer(own=folder / "own", mirror=folder / "mirror")


def sign(folder: Path) -> Signer:
    """Sign once, as a signer just started."""
    signer = a_signer(folder)
    signer.sign(records())
    return signer


def heads(folder: Path, origin: str = ORIGIN) -> list[Checkpoint]:
    """Return the signed heads of a record, each opened with its key, the smallest first."""
    key = Own(folder / "own", origin).key().verifier()
    rows = SignedHead.objects.filter(log__origin=origin).order_by("size")
    return [open_checkpoint(bytes(row.note), keys=[key]).checkpoint for row in rows]


@contextmanager
def without_guards() -> Iterator[None]:
    """Do what only somebody with the database's own password can."""
    with connection.cursor() as cursor:
        for statement in lowering(connection.vendor):
            cursor.execute(statement)
        yield
        for statement in raising(connection.vendor):
            cursor.execute(statement)
