"""Holding all that is kept against what follows from the entries, folded from nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from withus.core.errors import Refusal
from withus.core.facts.encoding import Entry, decode
from withus.core.facts.joining import PartnershipOpened
from withus.core.facts.keeping import LogContinued
from withus.core.history.kept import FOLD, write_state
from withus.core.history.streams import minted
from withus.core.proofs.base64_strict import to_base64
from withus.core.proofs.checkpoint import open_checkpoint
from withus.core.proofs.merkle import HASH_BYTES, folded, leaf_hash
from withus.core.proofs.tree import InMemory, Tree, peaks
from withus.stores.record import cosignatures, tables
from withus.stores.record.check_openings import OpeningsSweep
from withus.stores.record.finding import columns
from withus.stores.record.keeping import KEEP_EVERY
from withus.stores.record.models import (
    Indexed,
    KeptState,
    Leaf,
    Log,
    Minted,
    SignedHead,
    Subtree,
)
from withus.stores.record.published import public_keys
from withus.stores.record.read import latest, leaves
from withus.stores.record.rebuild import AT_A_TIME, Progress, Refold, no_progress
from withus.stores.record.tables import Difference
from withus.stores.wording import counts


def check(log: Log, *, progress: Progress = no_progress) -> Iterator[Difference]:
    """Yield each place where what is kept is not what follows from the entries.

    Not: a check of the entries themselves; for that, hold the record's head against a copy of it
    that somebody kept elsewhere.
    """
    sweep = Sweep(log)
    for index, content in enumerate(leaves(log)):
        try:
            entry = decode(content, index=index)
        except Refusal as refusal:
            yield Difference("record_leaf", str(index), refusal.code)
            return
        yield from sweep.take(entry, content)
        if index % AT_A_TIME == 0:
            progress(index, log.size)
    yield from sweep.at_the_end()


class Sweep:
    """One pass over a record, from its first entry."""

    def __init__(self, log: Log) -> None:
        """Start before the first entry."""
        self._log = log
        self._refold = Refold()
        self._hashes = InMemory()
        self._tree = Tree(self._hashes)
        self._given: dict[str, str] = {}
        self._last_at: datetime | None = None
        self._kept = {row.stream: row for row in KeptState.objects.filter(log=log)}
        found = Indexed.objects.filter(log=log).order_by("index").values()
        self._found: Iterator[dict[str, object]] = (dict(row) for row in found.iterator())
        self._next = next(self._found, None)
        self._openings = OpeningsSweep(log)

    def take(self, entry: Entry, content: bytes) -> Iterator[Difference]:
        """Take in an entry and yield what is wrong about it."""
        if entry.origin != self._log.origin or entry.index != self._tree.size:
            yield Difference("record_leaf", str(entry.index), "origin")
        self._tree.append(leaf_hash(content))
        yield from self._time(entry)
        stream = self._refold.take(entry)
        yield from self._indexed(entry, stream)
        given = minted(entry.fact)
        if given is not None and stream is not None:
            self._given.setdefault(given, stream)
        yield from self._openings.take(entry)
        yield from self._states(entry.index + 1)

    def _time(self, entry: Entry) -> Iterator[Difference]:
        """Hold an entry's time against the log's before it, by the day where it tells no more."""
        at, before = entry.circumstances.at, self._last_at
        if before is not None:
            back = at < before if isinstance(at, datetime) else at < before.date()
            if back:
                yield Difference("record_leaf", str(entry.index), "at")
        self._last_at = latest(before, entry)

    def _indexed(self, entry: Entry, stream: str | None) -> Iterator[Difference]:
        right = columns(entry, stream)
        row: dict[str, object] | None = self._next
        if row is None or row["index"] != entry.index:
            yield Difference("record_indexed", str(entry.index), "missing")
            return
        self._next = next(self._found, None)
        wrong = [column for column in right if row[column] != right[column]]
        yield from (Difference("record_indexed", str(entry.index), column) for column in wrong)

    def _states(self, size: int) -> Iterator[Difference]:
        """Hold each state kept at this size against the state folded from nothing."""
        for stream, row in self._kept.items():
            if row.size != size or row.fold != FOLD:
                continue
            state = self._refold.states.get(stream)
            if state is None or write_state(state) != bytes(row.state):
                yield Difference("record_keptstate", stream, "state")

    def at_the_end(self) -> Iterator[Difference]:
        """Yield what is wrong beside single entries."""
        while self._next is not None:
            yield Difference("record_indexed", str(self._next["index"]), "too many")
            self._next = next(self._found, None)
        yield from self._head()
        yield from self._kept_states()
        yield from self._minted()
        yield from self._subtrees()
        yield from self._heads()
        yield from cosignatures.differences(self._log)
        yield from tables.differences(tables.kept_rows(self._log.origin), self._refold.rows())
        yield from counts.differences(self._log, self._refold.states)
        yield from self._openings.at_the_end()

    def _head(self) -> Iterator[Difference]:
        log, size = self._log, self._tree.size
        if Leaf.objects.filter(log=log).count() != log.size or log.size != size:
            yield Difference("record_log", log.origin, "size")
        if bytes(log.peaks) != b"".join(self._hashes[place] for place in peaks(0, size)):
            yield Difference("record_log", log.origin, "peaks")
        if log.tables != tables.VERSION:
            yield Difference("record_log", log.origin, "tables")
        if log.last_at != self._last_at:
            yield Difference("record_log", log.origin, "last_at")
        if log.continued_by != continued_by(log):
            yield Difference("record_log", log.origin, "continued_by")

    def _kept_states(self) -> Iterator[Difference]:
        for stream, row in self._kept.items():
            if not 0 < row.size <= self._tree.size:
                yield Difference("record_keptstate", stream, "size")
            if row.fold != FOLD:
                yield Difference("record_keptstate", stream, "fold")
            if stream not in self._refold.states:
                yield Difference("record_keptstate", stream, "too many")
        for stream, count in self._refold.counts.items():
            # It is kept after the commit: one that a crash left out is kept with the next entry.
            if count >= 2 * KEEP_EVERY and stream not in self._kept:
                yield Difference("record_keptstate", stream, "missing")

    def _minted(self) -> Iterator[Difference]:
        kept = dict(Minted.objects.filter(log=self._log).values_list("name", "stream"))
        for name in sorted(kept.keys() | self._given.keys()):
            if kept.get(name) != self._given.get(name):
                yield Difference("record_minted", name, "stream")

    def _subtrees(self) -> Iterator[Difference]:
        rows = Subtree.objects.filter(log=self._log).order_by("level", "index")
        seen = 0
        for level, index, digest in rows.values_list("level", "index", "digest").iterator():
            seen += 1
            if not self._is(level, index, bytes(digest)):
                yield Difference("record_subtree", f"{level}/{index}", "digest")
        expected = sum(self._tree.size >> level for level in range(self._tree.size.bit_length()))
        if seen != expected:
            yield Difference("record_subtree", self._log.origin, "missing")

    def _is(self, level: int, index: int, digest: bytes) -> bool:
        try:
            return self._hashes[level, index] == digest
        except KeyError:
            return False

    def _heads(self) -> Iterator[Difference]:
        """Hold each signed head against its key and the tree of the entries."""
        try:
            keys = public_keys(self._log)
        except Refusal:
            yield Difference("record_publickey", self._log.origin, "line")
            return
        for row in SignedHead.objects.filter(log=self._log).order_by("size"):
            try:
                head = open_checkpoint(bytes(row.note), keys=keys).checkpoint
            except Refusal:
                yield Difference("record_signedhead", str(row.size), "note")
                continue
            if head.origin != self._log.origin or head.size != row.size:
                yield Difference("record_signedhead", str(row.size), "size")
            elif head.size > self._tree.size or self._tree.root(head.size) != head.root:
                yield Difference("record_signedhead", str(row.size), "root")


def continued_by(log: Log) -> str | None:
    """Return the record whose first entry says that it goes on from this one.

    After a loss; or live, after a practice run that held just this.
    """
    first = Leaf.objects.filter(index=0).exclude(log=log)
    for origin, content in first.values_list("log__origin", "content"):
        try:
            fact = decode(bytes(content), index=0).fact
        except Refusal:
            continue  # the check of that record says so
        if isinstance(fact, LogContinued) and fact.origin == log.origin:
            return str(origin)
        if isinstance(fact, PartnershipOpened) and follows_whole(fact.follows or {}, log):
            return str(origin)
    return None


def follows_whole(told: Mapping[str, Any], log: Log) -> bool:
    """Tell whether the first entry of a live record names a practice run as it is here."""
    if (told.get("origin"), told.get("size")) != (log.origin, log.size):
        return False
    hashes = bytes(log.peaks)
    sides = [hashes[start : start + HASH_BYTES] for start in range(0, len(hashes), HASH_BYTES)]
    return bool(told.get("root") == to_base64(folded(sides)))
