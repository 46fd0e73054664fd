"""The only writer: lock the record, read, check, append, apply. Acknowledged after the commit."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial

from django.db import connection
from django.db.transaction import on_commit

from withus.core.errors import Refusal
from withus.core.facts.circumstances import HOST, Circumstances
from withus.core.facts.encoding import Entry, decode, encode
from withus.core.facts.fact import Fact, layout
from withus.core.facts.sealing import KEY_BYTES
from withus.core.history.kept import FOLD, LARGEST, write_state
from withus.core.history.state import Board, Partnership
from withus.core.history.streams import PARTNERSHIP, minted, stream_of
from withus.core.proofs.merkle import leaf_hash
from withus.core.proofs.tree import Tree
from withus.stores.keys.locker import new_id
from withus.stores.people.identity import Acquaintances
from withus.stores.record import tables
from withus.stores.record.finding import entries_about, index_entry
from withus.stores.record.hashes import Growing
from withus.stores.record.models import (
    Errand,
    Indexed,
    KeptState,
    Leaf,
    Log,
    Minted,
)
from withus.stores.record.openings import Sealing
from withus.stores.record.read import (
    Folded,
    NoSuchRecord,
    State,
    evolve,
    folded,
    in_stream,
    kept_at,
    latest,
)
from withus.stores.record.remembered import remember
from withus.stores.record.whole import whole

KEEP_EVERY = 200  # entries of a stream from one kept state to the next
CHECKPOINT = "checkpoint"


class FitsNothing(Refusal):
    """Say that a fact refers to something that is not in the record."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: a person of the partnership, or the host; and who typed it for them, if so."""

    person: str | None = None  # None: the host
    typed_by: str | None = None  # a person, or HOST: whoever enters a file by the host's command
    claimed_at: datetime | None = None
    invited: bool = False  # an action found an open invitation to just this, with its code
    beside: frozenset[str] = frozenset()  # accounts lately signed in at the same browser
    commanded: bool = False  # the host's command enters it for them


THE_HOST = Actor()


def open_log(origin: str) -> Log:
    """Make the row of a new record; its first entry is for whoever opens the partnership."""
    log, new = Log.objects.get_or_create(origin=origin, defaults={"tables": tables.VERSION})
    if not new:
        raise Refusal("record_exists", {"origin": origin})
    return log


@contextmanager
def locked(log: str) -> Iterator[Log]:
    """Lock a record's row, in a transaction of its own or within the one under way."""
    with whole():
        wait_in_turn(log)
        row = Log.objects.select_for_update().filter(origin=log).first()
        if row is None:
            raise NoSuchRecord("no_such_record", {"origin": log})
        yield row


def wait_in_turn(log: str) -> None:
    """Stand in line for a record: PostgreSQL gives a row's lock to whoever asks just then.

    Without a line, whoever has just written may write again before those who have waited.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [log])


@contextmanager
def writing(*, log: str, by: Actor, now: datetime) -> Iterator[Pen]:
    """Lock a record for one act: all that the pen appends is kept, or nothing is."""
    with locked(log) as row:
        tables.check_version(row)
        if row.continued_by is not None:
            raise Refusal("record_continued", {"origin": log, "by": row.continued_by})
        pen = Pen(row, by, now)
        yield pen
        pen.put_down()


class Pen:
    """What an act writes with, for as long as it holds the lock."""

    def __init__(self, log: Log, by: Actor, now: datetime) -> None:
        """Take up the record where it stands. Log time never goes back."""
        if now.tzinfo is None:
            raise ValueError("a time without its zone is nobody's")
        self.log = log
        self.at = max(now.astimezone(UTC), (log.last_at or now).astimezone(UTC))
        self._by = by
        self._first = log.size  # of the entries of this act
        self._folded: dict[str, Folded] = {}
        self._before: dict[str, State] = {}
        self._hashes = Growing(log)
        self._tree = Tree(self._hashes, size=log.size)
        self._people = Acquaintances(log.origin)
        self._sealing = Sealing(log, self._people)
        self._streams: dict[str, str] = {}
        self._about: dict[str, frozenset[int]] = {}

    def partnership(self) -> Partnership:
        """Return the partnership as it stands under the lock."""
        state = self._fold(PARTNERSHIP).state
        assert isinstance(state, Partnership)
        return state

    def board(self, board: str) -> Board:
        """Return a board as it stands under the lock."""
        state = self._fold(board).state
        assert isinstance(state, Board)
        return state

    def of_id(self, wanted: str) -> str | None:
        """Return the stream of an id."""
        if wanted not in self._streams:
            rows = Minted.objects.filter(log=self.log, name=wanted).values_list("stream", flat=True)
            found = rows.first()
            if found is None:
                return None
            self._streams[wanted] = found
        return self._streams[wanted]

    def of_entry(self, index: int) -> str | None:
        """Return the stream of an entry."""
        rows = Indexed.objects.filter(log=self.log, index=index)
        return rows.values_list("stream", flat=True).first()

    def entries_about(self, person: str) -> frozenset[int]:
        """Return the entries in which somebody is named, those of this very act too."""
        key, _ = self._people.key(person)
        if person not in self._about:
            self._about[person] = entries_about(self.log, person)
        return self._about[person] | self._sealing.entries_under(key)

    def append(self, *facts: Fact) -> tuple[int, ...]:
        """Append facts and return where they stand; the tables have them once the pen is down."""
        return tuple(self._append(fact) for fact in facts)

    def _append(self, fact: Fact) -> int:
        stream = stream_of(fact, self)
        if stream is None:
            raise FitsNothing("not_in_the_record", {"type": fact.TYPE})
        given = minted(fact)
        if given is not None and self.of_id(given) is not None:
            raise Refusal("id_taken", {"id": given})
        index, nonce = self.log.size, new_id()
        keys = {path: secrets.token_bytes(KEY_BYTES) for path in layout(type(fact)).sealed}
        said = self._said(fact, stream)
        content, openings = encode(fact, origin=self.log.origin, said=said, nonce=nonce, keys=keys)
        entry = decode(content, index=index)
        after = self._after(entry, stream)  # whatever refuses, does so before the first write
        self._sealing.take(index, fact, openings)
        self._write_leaf(entry, content, stream)
        if given is not None:
            self._streams[given] = stream
        self._before.setdefault(stream, self._fold(stream).state)
        self._folded[stream] = Folded(after, self._fold(stream).tail + 1)
        return index

    def _said(self, fact: Fact, stream: str) -> Circumstances:
        if fact.BY_NOBODY:
            return Circumstances(at=self.at.date(), by=None)
        return Circumstances(
            at=self.at,
            by=self._called(self._by.person, stream),
            typed_by=self.typist(stream),
            claimed_at=self._by.claimed_at,
        )

    def called(self, stream: str) -> str:
        """Return what whoever acts is called in a stream."""
        return self._called(self._by.person, stream)

    def entered_on(self) -> date | None:
        """Return the day, where a person enters something; None where the host's command does."""
        by_host = self._by.person is None and self._by.typed_by is None
        return None if by_host or self._by.commanded else self.at.date()

    def typist(self, stream: str) -> str | None:
        """Return what whoever types for the actor is called in a stream."""
        return self._called(self._by.typed_by, stream) if self._by.typed_by else None

    def _called(self, person: str | None, stream: str) -> str:
        if person is None or person == HOST:
            return HOST
        return self._people.pseudonym(person, stream)

    def _write_leaf(self, entry: Entry, content: bytes, stream: str) -> None:
        log, index = self.log, entry.index
        Leaf.objects.create(log=log, index=index, content=content)
        index_entry(log, entry, stream)
        self._tree.append(leaf_hash(content))
        log.size, log.last_at = index + 1, latest(log.last_at, entry)

    def _after(self, entry: Entry, stream: str) -> State:
        before = self._fold(stream).state
        after = evolve(before, entry)
        if after.odd != before.odd:
            raise FitsNothing("fits_nothing", {"type": entry.fact.TYPE})
        return after

    def _fold(self, stream: str) -> Folded:
        if stream not in self._folded:
            self._folded[stream] = folded(self.log, stream)
        return self._folded[stream]

    def put_down(self) -> None:
        """Write what goes with the entries: tables, hashes, the head, the errand, states to keep.

        The tables are brought up once for an act: each time is a look at every place of a board.
        """
        if not self._hashes.new:
            return
        for stream, before in self._before.items():
            tables.apply_change(self.log.origin, before, self._folded[stream].state)
        self._sealing.write()
        self._hashes.write()
        self.log.peaks = self._hashes.peaks(self.log.size)
        self.log.save()
        last = self.log.size - 1
        told_at = self.log.last_at or self.at  # never nearer than the entry itself tells it
        Errand.objects.create(log=self.log, entry=last, kind=CHECKPOINT, made_at=told_at)
        for stream, each in self._folded.items():
            tail = each.tail
            if tail >= KEEP_EVERY:
                tail = self._kept(stream, each.state)
            remember(self.log, stream, each.state, tail)

    def _kept(self, stream: str, state: State) -> int:
        """Keep a state if it is this act's turn; return how many entries lie after the one kept.

        It is the turn of the act that brings the entries to 200, or to 400 if that was in vain: of
        several processes one does it, while the others go on.
        """
        since = kept_at(self.log, stream)
        count = in_stream(self.log, stream, since).count()
        before = in_stream(self.log, stream, since).filter(index__lt=self._first).count()
        if since and count // KEEP_EVERY == before // KEEP_EVERY:
            return count
        # A large state takes a while to write: nobody need wait for it under the lock.
        keep = partial(keep_state, self.log, stream, state, size=self.log.size)
        on_commit(keep, robust=True)  # it is no fault of the act if this fails
        return 0


def keep_state(log: Log, stream: str, state: State, *, size: int) -> None:
    """Keep a stream's state as it stood when the record had a size."""
    content = write_state(state)
    if len(content) > LARGEST:
        return  # it could not be read back; the one before it is still true
    told = {"size": size, "fold": FOLD, "state": content}
    KeptState.objects.update_or_create(log=log, stream=stream, defaults=told)
