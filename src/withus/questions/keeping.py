"""What the record holds, what was signed of it, and the receipt of an entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from withus.core.facts.encoding import Entry, decode
from withus.core.facts.fact import Stream
from withus.core.history.streams import PARTNERSHIP
from withus.core.proofs.check_code import CheckCode, check_code
from withus.core.proofs.checkpoint import Checkpoint, read_checkpoint
from withus.core.proofs.keys import VerifierKey
from withus.core.proofs.receipt import Receipt
from withus.core.proofs.signed_note import read_note
from withus.questions.finding import NotHere, live
from withus.questions.joining import A_PAGE, Paged, paged
from withus.stores.joining.models import BoardRow
from withus.stores.record.copying import copy_lines
from withus.stores.record.cosignatures import with_cosignatures
from withus.stores.record.models import Indexed, Leaf, Log, SignedHead
from withus.stores.record.proving import from_tree
from withus.stores.record.published import public_keys
from withus.stores.record.read import entries, leaves
from withus.stores.streams import boards_of_streams


@dataclass(frozen=True, slots=True)
class Head:
    """A checkpoint as it was signed: its check-code, and the names of others who signed it."""

    size: int
    made_at: datetime
    note: bytes
    code: CheckCode
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EntrySeen:
    """An entry, its stream, and the board it belongs to, if to one: its name and its id."""

    entry: Entry
    board: str
    stream: str
    board_id: str


@dataclass(frozen=True, slots=True)
class RecordSeen:
    """A record as anybody may see it, with a page of its entries, the newest first."""

    origin: str
    name: str
    size: int
    head: Head | None
    keys: tuple[VerifierKey, ...]
    entries: tuple[EntrySeen, ...]
    page: Paged


@dataclass(frozen=True, slots=True)
class OneEntry:
    """An entry with its bytes, what was said about it later, and its receipt if it has one."""

    origin: str
    name: str
    seen: EntrySeen
    content: bytes
    about: tuple[EntrySeen, ...]
    head: Head | None  # the latest
    receipt: bytes | None  # none: the entry is newer than the latest checkpoint


def record(origin: str, *, page: int = 1) -> RecordSeen:
    """Return a live partnership's record, or refuse."""
    found = live(origin)
    log = found.log
    at = paged(page, log.size)
    end = log.size - (at.number - 1) * A_PAGE
    read = list(entries(log, start=max(0, end - A_PAGE), end=end))
    shown = with_boards(log, reversed(read))
    return RecordSeen(origin, found.name, log.size, head_of(log), public_keys(log), shown, at)


def with_boards(log: Log, read: Iterable[Entry]) -> tuple[EntrySeen, ...]:
    """Return entries, each with the name of its board."""
    wanted = list(read)
    found = Indexed.objects.filter(log=log, index__in=[each.index for each in wanted])
    streams = dict(found.values_list("index", "stream"))
    told = {stream for stream in streams.values() if stream not in (None, PARTNERSHIP)}
    boards = boards_of_streams(log.origin, told) if told else {}
    rows = BoardRow.objects.filter(origin=log.origin, ref__in=set(boards.values()))
    called = dict(rows.values_list("ref", "name"))
    return tuple(seen(one, streams[one.index] or "", boards, called) for one in wanted)


def seen(
    one: Entry, stream: str, boards: Mapping[str, str], called: Mapping[str, str]
) -> EntrySeen:
    """Return an entry with its board, by the boards of streams and their names."""
    board = boards.get(stream, "")
    return EntrySeen(one, called.get(board, ""), stream, board)


def latest_head(origin: str) -> Head | None:
    """Return the last checkpoint that was signed, if any was."""
    return head_of(live(origin).log)


def head_at(origin: str, size: int) -> Head | None:
    """Return the checkpoint that was signed at a size, if one was."""
    rows = SignedHead.objects.filter(log=live(origin).log, size=size)
    row = rows.first()
    return None if row is None else head(row)


def head_of(log: Log) -> Head | None:
    """Return the last checkpoint that was signed of a record, if any was."""
    row = SignedHead.objects.filter(log=log).order_by("size").last()
    return None if row is None else head(row)


def head(row: SignedHead) -> Head:
    """Read a signed checkpoint; who else signed it, by the names they gave themselves."""
    signed = with_cosignatures(row)
    note = read_note(signed)
    checkpoint = read_checkpoint(note.text)
    names = {each.name for each in note.signatures} - {checkpoint.origin}
    code = check_code(checkpoint)
    return Head(row.size, row.made_at, signed, code, tuple(sorted(names)))


def checkpoint_at(log: Log, size: int) -> Checkpoint:
    """Return the checkpoint of the record as it now is, cut off at a size."""
    return Checkpoint(log.origin, size, from_tree(log, lambda tree: tree.root(size)))


def receipt(origin: str, index: int) -> bytes | None:
    """Return the receipt of an entry under the last checkpoint, or none if it is newer."""
    log = live(origin).log
    if not 0 <= index < log.size:
        raise NotHere("not_here")
    return receipt_under(log, index, head_of(log))


def receipt_under(log: Log, index: int, under: Head | None) -> bytes | None:
    """Return the receipt of an entry under a checkpoint, if that covers it."""
    if under is None or not index < under.size <= log.size:
        return None
    proof = from_tree(log, lambda tree: tree.inclusion(index, size=under.size))
    return Receipt(index, proof, under.note).encoded()


def copy(origin: str) -> Iterator[bytes] | None:
    """Return the lines of a copy of a record, nothing sealed opened; none: not signed yet."""
    log = live(origin).log
    if head_of(log) is None or not public_keys(log):
        return None
    return copy_lines(log, opened=False)


def one_entry(origin: str, index: int) -> OneEntry:
    """Return an entry of a live partnership's record, or refuse."""
    found = live(origin)
    log = found.log
    if not 0 <= index < log.size:
        raise NotHere("not_here")
    content = next(leaves(log, start=index, end=index + 1))
    (seen,) = with_boards(log, [decode(content, index=index)])
    latest = head_of(log)
    about = said_about(log, seen)
    return OneEntry(
        origin, found.name, seen, content, about, latest, receipt_under(log, index, latest)
    )


ABOUT = ("entry.confirmed.v1", "entry.corrected.v1", "text.withdrawn.v1", "challenge.raised.v1")


def said_about(log: Log, seen: EntrySeen) -> tuple[EntrySeen, ...]:
    """Return what was said about an entry later: corrections, withdrawals, challenges."""
    index = seen.entry.index
    later = Indexed.objects.filter(log=log, stream=seen.stream, index__gt=index, type__in=ABOUT)
    rows = Leaf.objects.filter(log=log, index__in=later.values("index")).order_by("index")
    read = (
        decode(bytes(content), index=at) for at, content in rows.values_list("index", "content")
    )
    found = [
        replace(seen, entry=one)
        for one in read
        if one.fact.STREAM is Stream.ENTRY and getattr(one.fact, "entry", None) == index
    ]
    return tuple(found)
