"""Bringing records back from a backup, and from the entries mirrored outside since."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from django.db import transaction

from withus.core.errors import Refusal
from withus.core.facts.encoding import decode
from withus.core.facts.fact import layout
from withus.core.proofs.base64_strict import from_base64, to_base64
from withus.core.proofs.keys import read_verifier_key
from withus.core.proofs.merkle import leaf_hash
from withus.core.proofs.tree import Tree
from withus.stores.accounts.models import Account
from withus.stores.people.models import Hold, Person
from withus.stores.record import cosignatures, rows, tables
from withus.stores.record.backup import FORM
from withus.stores.record.hashes import Growing
from withus.stores.record.models import Leaf, Log, SealedValue, SignedHead
from withus.stores.record.published import publish_key
from withus.stores.record.read import latest


@dataclass(frozen=True, slots=True)
class Restored:
    """How a record came back: entries from the backup, and entries from the mirror after them."""

    origin: str
    from_backup: int
    from_mirror: int


def check_backup(found: Iterable[bytes]) -> None:
    """Refuse a backup that is not whole, before anything of it is restored."""
    digest, count, last = sha256(), 0, b""
    for line in found:
        if last:
            digest.update(last)
            count += 1
        last = line
    expected = {"end": {"lines": count, "sha256": to_base64(digest.digest())}}
    if _read(last, count + 1) != expected or count == 0:
        raise Refusal("backup_not_whole", {"found": count})


def restore(found: Iterable[bytes]) -> list[Restored]:
    """Write the rows of a backup into tables that are empty; what follows from them is not there.

    The caller holds the transaction, rebuilds, and checks.
    """
    if any(table.objects.exists() for table in (Log, Person, Account)):
        raise Refusal("not_empty")
    back = _Back()
    for number, line in enumerate(found, 1):
        ((kind, told),) = _read(line, number).items()
        back.take(kind, told)
    return back.done()


def replay(log: Log, mirrored: Iterator[bytes]) -> int:
    """Append the bytes of entries mirrored after a backup was made; return how many.

    What opened their sealed fields was not mirrored, and is gone: that is said by blank openings.
    """
    with transaction.atomic():
        appending = _Appending(log)
        for content in mirrored:
            entry = decode(content, index=log.size)
            if entry.origin != log.origin:
                raise Refusal("mirror_differs", {"origin": log.origin, "entry": log.size})
            for path in layout(type(entry.fact)).sealed:
                SealedValue.objects.create(
                    log=log, entry=entry.index, path=path, key="", content=b""
                )
            appending.add(content)
        appending.done()
    return appending.count


class _Appending:
    """Leaves being added as they are, with the tree over them."""

    def __init__(self, log: Log) -> None:
        self.log, self.count = log, 0
        self._hashes = Growing(log)
        self._tree = Tree(self._hashes, size=log.size)
        self._rows: list[Leaf] = []

    def add(self, content: bytes) -> None:
        entry = decode(content, index=self.log.size)
        self._rows.append(Leaf(log=self.log, index=self.log.size, content=content))
        self._tree.append(leaf_hash(content))
        self.log.last_at = latest(self.log.last_at, entry)
        self.log.size += 1
        self.count += 1

    def done(self) -> None:
        Leaf.objects.bulk_create(self._rows, batch_size=500)
        self._hashes.write()
        self.log.peaks = self._hashes.peaks(self.log.size)
        self.log.save()


class _Back:
    """Rows on their way back into the tables."""

    def __init__(self) -> None:
        self._appending: _Appending | None = None
        self._done: list[Restored] = []

    def take(self, kind: str, told: Any) -> None:
        if kind == "backup":
            if told["form"] != FORM:
                raise Refusal("not_a_backup", {"found": str(told["form"])[:40], "expected": FORM})
        elif kind == "log":
            self.finish()
            log = Log.objects.create(
                origin=told["origin"],
                tables=tables.VERSION,
                continued_by=told["continued_by"],
            )
            self._appending = _Appending(log)
        elif kind == "person":
            Person.objects.create(**{**told, "sealed": from_base64(told["sealed"])})
        elif kind == "row":
            rows.bring_back(told)
        elif kind == "hold":
            Hold.objects.create(**{**told, "since": date.fromisoformat(told["since"])})
        elif kind != "end":
            self._of_a_log(kind, told)

    def _of_a_log(self, kind: str, told: Any) -> None:
        assert self._appending is not None
        log = self._appending.log
        if kind == "leaf":
            self._appending.add(told.encode())
        elif kind == "sealed":
            content = from_base64(told["content"])
            SealedValue.objects.create(log=log, **{**told, "content": content})
        elif kind == "key":
            publish_key(log, read_verifier_key(told["line"]))
        elif kind == "head":
            made = datetime.fromisoformat(told["made_at"])
            note = told["note"].encode()
            SignedHead.objects.create(log=log, size=told["size"], note=note, made_at=made)
        elif kind == "cosignature":
            cosignatures.bring_back(log, told)
        else:
            raise Refusal("not_a_backup", {"found": kind[:40], "expected": FORM})

    def finish(self) -> None:
        if self._appending is not None:
            self._appending.done()
            log = self._appending.log
            self._done.append(Restored(log.origin, log.size, 0))
        self._appending = None

    def done(self) -> list[Restored]:
        self.finish()
        return self._done


def _read(line: bytes, number: int) -> dict[str, Any]:
    try:
        found = json.loads(line)
        if isinstance(found, dict) and len(found) == 1:
            return found
    except ValueError:
        pass
    raise Refusal("not_a_backup", {"found": f"line {number}", "expected": FORM})
