"""The only writer: lock the record, read, check, append, apply. Acknowledged after the commit."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.db import connection
from django.db.models import Model

from withus.core.errors import Refusal
from withus.core.facts.circumstances import HOST, Circumstances
from withus.core.facts.encoding import Entry, decode, encode
from withus.core.facts.fact import Fact, layout
from withus.core.facts.framing import WorkOpened
from withus.core.facts.meeting import MeetingCalled
from withus.core.facts.sealing import KEY_BYTES
from withus.core.history.fold import begun, evolve
from withus.core.history.said import Challenge
from withus.core.history.state import Board, Meeting, Partnership, State
from withus.core.history.streams import PARTNERSHIP, minted, stream_of
from withus.core.history.work import Work
from withus.core.proofs.merkle import leaf_hash
from withus.core.proofs.tree import Tree
from withus.stores.keys.locker import new_id
from withus.stores.people.identity import Acquaintances
from withus.stores.record import tables
from withus.stores.record.at_once import write
from withus.stores.record.finding import entries_under, finding
from withus.stores.record.hashes import Growing
from withus.stores.record.keeping import KEEP_EVERY, keep_in_turn
from withus.stores.record.models import Errand, Indexed, Leaf, Log, Minted
from withus.stores.record.openings import Sealing
from withus.stores.record.read import NoSuchRecord, entries, latest
from withus.stores.record.remembered import remember
from withus.stores.record.states import Folded, folded
from withus.stores.record.whole import whole

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
        self._before: dict[str, State | None] = {}
        self._hashes = Growing(log)
        self._tree = Tree(self._hashes, size=log.size)
        self._people = Acquaintances(log.origin)
        self._sealing = Sealing(log, self._people)
        self._rows: list[Model] = []  # written in one go, once the act is whole
        self._entries: dict[int, tuple[Entry, str]] = {}
        self._streams: dict[str, str | None] = {}  # of ids; None: no entry has given it
        self._about: dict[str, frozenset[int]] = {}

    def partnership(self) -> Partnership:
        """Return the partnership as it stands under the lock."""
        state = self._fold(PARTNERSHIP).state
        return state if isinstance(state, Partnership) else Partnership()

    def board(self, board: str) -> Board:
        """Return a board as it stands under the lock; one never opened where there is none."""
        state = self._fold(board).state
        return state if isinstance(state, Board) else Board()

    def meeting(self, meeting: str) -> Meeting:
        """Return a meeting as it stands under the lock; one never called where there is none."""
        state = self._fold(meeting).state
        return state if isinstance(state, Meeting) else Meeting()

    def work(self, work: str) -> Work:
        """Return a work as it stands under the lock; one never opened where there is none."""
        state = self._fold(work).state
        return state if isinstance(state, Work) else Work()

    def challenges(self, stream: str) -> Mapping[str, Challenge]:
        """Return the challenges to entries of a stream."""
        state = self._fold(stream).state
        return state.said.challenges if state is not None else {}

    def of_id(self, wanted: str) -> str | None:
        """Return the stream of an id."""
        if wanted not in self._streams:
            self.look_up([wanted])
        return self._streams[wanted]

    def look_up(self, ids: Iterable[str]) -> None:
        """Look up the streams of many ids at once, for as long as the lock is held."""
        unknown = set(ids) - self._streams.keys()
        if unknown:
            rows = Minted.objects.filter(log=self.log, name__in=unknown)
            self._streams |= dict.fromkeys(unknown) | dict(rows.values_list("name", "stream"))

    def of_entry(self, index: int) -> str | None:
        """Return the stream of an entry, be it of this very act."""
        if index in self._entries:
            return self._entries[index][1]
        rows = Indexed.objects.filter(log=self.log, index=index)
        return rows.values_list("stream", flat=True).first()

    def entry(self, index: int) -> Entry | None:
        """Return an entry, its sealed fields closed; None if there is none so far."""
        if index in self._entries:
            return self._entries[index][0]
        if not 0 <= index < self._first:
            return None
        return next(entries(self.log, start=index, end=index + 1))

    def streams_of(self, some: Iterable[int]) -> set[str]:
        """Return the streams to which some entries belong."""
        wanted = set(some)
        new = {stream for index, (_, stream) in self._entries.items() if index in wanted}
        rows = Indexed.objects.filter(log=self.log, index__in=wanted, stream__isnull=False)
        return new | set(map(str, rows.values_list("stream", flat=True).distinct()))

    def entries_about(self, person: str) -> frozenset[int]:
        """Return the entries in which somebody is named, those of this very act too."""
        key, _ = self._people.key(person)
        if person not in self._about:
            self._about[person] = entries_under(self.log, key)
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
        scope = self.scope(fact, stream)
        return Circumstances(
            at=self.at,
            by=self.called(scope),
            typed_by=self.typist(scope),
            claimed_at=self._by.claimed_at,
        )

    def scope(self, fact: Fact, stream: str) -> str:
        """Return where people have one name for all they do: a board, its meetings and works."""
        if isinstance(fact, MeetingCalled | WorkOpened):
            return fact.board
        begun = self.meeting(stream).called or self.work(stream).opened
        return begun.fact.board if begun else stream

    def called(self, scope: str) -> str:
        """Return what whoever acts is called on a board, or in the partnership as a whole."""
        return self._called(self._by.person, scope)

    def entered_on(self) -> date | None:
        """Return the day, where a person enters something; None where the host's command does."""
        by_host = self._by.person is None and self._by.typed_by is None
        return None if by_host or self._by.commanded else self.at.date()

    def typist(self, scope: str) -> str | None:
        """Return what whoever types for the actor is called there."""
        return self._called(self._by.typed_by, scope) if self._by.typed_by else None

    def _called(self, person: str | None, scope: str) -> str:
        if person is None or person == HOST:
            return HOST
        return self._people.pseudonym(person, scope)

    def _write_leaf(self, entry: Entry, content: bytes, stream: str) -> None:
        log, index = self.log, entry.index
        row, given = finding(log, entry, stream)
        self._rows += (Leaf(log=log, index=index, content=content), row, *given)
        self._entries[index] = entry, stream
        self._tree.append(leaf_hash(content))
        log.size, log.last_at = index + 1, latest(log.last_at, entry)

    def _after(self, entry: Entry, stream: str) -> State:
        before = self._fold(stream).state or begun(stream, entry.fact)
        after = evolve(before, entry)
        if after.odd != before.odd:
            raise FitsNothing("fits_nothing", {"type": entry.fact.TYPE})
        return after

    def _fold(self, stream: str) -> Folded:
        if stream not in self._folded:  # the partnership with it: every act asks for that too
            wanted = {PARTNERSHIP, stream} - self._folded.keys()
            self._folded |= folded(self.log, wanted)
        return self._folded[stream]

    def put_down(self) -> None:
        """Write what goes with the entries: tables, hashes, the head, the errand, states to keep.

        The tables are brought up once for an act: each time is a look at every place of a board.
        """
        if not self._hashes.new:
            return
        self.log.peaks = self._hashes.peaks(self.log.size)
        for stream, before in self._before.items():
            after = self._folded[stream].state
            if after is not None:
                self._rows += tables.apply_change(self.log.origin, before, after)
        self._rows += (*self._sealing.done(), *self._hashes.rows(), *self._errands())
        write(self._rows, changed=self.log)
        for stream, each in self._folded.items():
            tail = each.tail
            if tail >= KEEP_EVERY and each.state is not None:
                tail = keep_in_turn(self.log, stream, each.state, first=self._first)
            remember(self.log, stream, each.state, tail)

    def _errands(self) -> Iterator[Errand]:
        """Yield the errand for a signed head, which nobody needs of a practice run."""
        opened = self.partnership().opened
        if opened is not None and opened.fact.practice:
            return
        last = self.log.size - 1
        told_at = self.log.last_at or self.at  # never nearer than the entry itself tells it
        yield Errand(log=self.log, entry=last, kind=CHECKPOINT, made_at=told_at)
