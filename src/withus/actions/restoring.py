"""Restoring: bring records back whole, or go on under another name and say what is gone."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import quote

from django.conf import settings

from withus.core.errors import Refusal
from withus.core.proofs.checkpoint import Checkpoint
from withus.core.proofs.tree import Tree
from withus.stores.accounts.marks import MARKS
from withus.stores.keys.models import Key
from withus.stores.record.check import check
from withus.stores.record.erase import sweep_keys
from withus.stores.record.forgetting import leave_no_trace, stay_forgotten
from withus.stores.record.hashes import Stored
from withus.stores.record.mirror import Mirrored, forgotten, mirrored, note_forgotten
from withus.stores.record.read import find_log
from withus.stores.record.rebuild import rebuild
from withus.stores.record.restore import Restored, check_backup, replay, restore
from withus.stores.record.tables import Difference
from withus.stores.record.whole import whole


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """A record that is back: what from where, what still differs, and the head it falls short of.

    `short_of` is the last signed head where entries it covers are in no copy that was given: the
    record must then go on under another name. It is None where nothing is known to be missing.
    """

    restored: Restored
    differences: tuple[Difference, ...]
    short_of: Checkpoint | None


def bring_back(
    backup: Callable[[], Iterable[bytes]], *, keys: Path | None, mirror: Path | None
) -> list[BroughtBack]:
    """Restore a backup into an empty installation, then the entries mirrored since.

    Keys that were erased after either copy was made stay forgotten, as far as a list of them is at
    hand: in the mirror that is given, or in this installation's own.
    """
    check_backup(backup())
    copies = mirrored(mirror) if mirror else {}
    with whole():
        found = [_with_mirror(each, copies) for each in restore(backup())]
        for each in found:
            rebuild(each.origin)
        gone = _forgotten(mirror)
        # Committed first, in a file of their own, as where entries are written.
        _bring_keys(keys, gone)
    _forget_for_good(gone)
    return [_told(each, copies.get(each.origin)) for each in found]


def _with_mirror(back: Restored, copies: dict[str, Mirrored]) -> Restored:
    copy = copies.get(back.origin)
    if copy is None:
        return back
    count = replay(find_log(back.origin), copy.entries(start=back.from_backup))
    return replace(back, from_mirror=count)


def _forgotten(mirror: Path | None) -> set[str]:
    """Return the keys that were erased; from here on, this installation's own list has them all."""
    ours = forgotten(settings.WITHUS_MIRROR)
    found = ours | (forgotten(mirror) if mirror else set())
    note_forgotten(settings.WITHUS_MIRROR, found - ours)
    return found


def _bring_keys(path: Path | None, gone: set[str]) -> None:
    if path is not None:
        with closing(sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True)) as copy:
            rows = copy.execute("SELECT id, secret FROM keys_key").fetchall()
        if MARKS in dict(rows):  # what is found by marks was made with the key that was copied
            Key.objects.filter(id=MARKS).delete()
        Key.objects.bulk_create(
            (Key(id=name, secret=secret) for name, secret in rows if name not in gone),
            ignore_conflicts=True,
        )


def _forget_for_good(gone: set[str]) -> None:
    stay_forgotten(gone)
    sweep_keys()
    leave_no_trace()  # of keys that were erased before the backup was made, and after the keys were


def _told(back: Restored, copy: Mirrored | None) -> BroughtBack:
    log = find_log(back.origin)
    if copy is not None and copy.head.size <= log.size:
        root = Tree(Stored(log), size=log.size).root(copy.head.size)
        if root != copy.head.root:
            raise Refusal("mirror_differs", {"origin": log.origin, "entry": copy.head.size})
    short = copy is not None and copy.head.size > log.size
    head = copy.head if copy is not None and short else None
    return BroughtBack(back, tuple(check(log)), head)
