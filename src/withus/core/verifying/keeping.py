"""What somebody who keeps copies does with the next copy: sign its head, or show why not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from withus.core.errors import Refusal
from withus.core.proofs.check_code import check_code, pieces
from withus.core.proofs.checkpoint import Checkpoint
from withus.core.proofs.keys import Kind, VerifierKey
from withus.core.proofs.signed_note import Note, read_note
from withus.core.verifying.trust import Trust
from withus.core.verifying.verdict import Failed, Step, Verdict


class Taken(StrEnum):
    """What came of a copy that was brought."""

    KEPT = "kept"  # its head is kept, and signed
    AGAIN = "again"  # its head was kept and signed before
    OLDER = "older"  # its head was kept before, and a later one is kept
    REFUSED = "refused"  # it is not what was kept, or does not verify
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Known:
    """What somebody keeps of one record: its keys, the check-codes of its heads, the last head."""

    origin: str
    keys: tuple[VerifierKey, ...] = ()
    others: tuple[VerifierKey, ...] = ()  # of those who keep a copy, themselves among them
    codes: tuple[str, ...] = ()
    last: Checkpoint | None = None

    @property
    def size(self) -> int | None:
        """Tell how many entries the longest head has that is kept.

        Unit: entries; None where no head is kept.
        """
        sizes = [pieces(code)[0] for code in self.codes]
        return max([*sizes, *([self.last.size] if self.last else [])], default=None)

    def trust(self, size: int) -> Trust:
        """Tell what a copy of so many entries can be held against.

        Formula: all the keys, and the heads that are no longer than it.
        """
        codes = tuple(code for code in self.codes if pieces(code)[0] <= size)
        last = (self.last,) if self.last is not None and self.last.size <= size else ()
        return Trust((*self.keys, *self.others), codes, last)


def known_of(
    origin: str, trust: Trust, *, last: Checkpoint | None, given: tuple[VerifierKey, ...]
) -> Known:
    """Tell what is kept of one record, or was just given for it.

    Reads: `given`, keys that came by another way than the copy.
    """
    every = dict.fromkeys((*trust.keys, *given))
    keys = tuple(key for key in every if key.kind is Kind.HEAD and key.name == origin)
    others = tuple(key for key in every if key.kind is Kind.COSIGNATURE)
    return Known(origin, keys, others, trust.codes(origin), last)


def taken(verdict: Verdict, known: Known) -> tuple[Taken, Failed | None]:
    """Tell what comes of a copy that was checked against `known.trust` of its size.

    Formula: refused where it does not verify; where it is shorter than what is kept, older if its
        head was kept then, and refused if not; the same head again; else kept.
    Not: a promise that what was kept is longer than what others keep.
    """
    if verdict.failed is not None:
        return Taken.REFUSED, verdict.failed
    if known.size is None or verdict.size > known.size:
        return Taken.KEPT, None
    if verdict.size == known.size:
        return Taken.AGAIN, None
    if any(pieces(code)[0] == verdict.size for code in known.codes):
        return Taken.OLDER, None
    return Taken.REFUSED, shorter(verdict, known)


def shorter(verdict: Verdict, known: Known) -> Failed:
    """Tell of a copy that it ends before what is kept, at a head that was never kept.

    Shape: expected and found as check-codes.
    """
    last = [] if known.last is None else [check_code(known.last).text()]
    kept = next(code for code in [*known.codes, *last] if pieces(code)[0] == known.size)
    return Failed(Step.HEADS, "older_than_kept", None, kept, verdict.head)


def by_the_log_alone(signed: bytes, *, key: VerifierKey) -> bytes:
    """Leave out of a signed head whatever the log's own key did not sign.

    Shape: a note with one signature, the same bytes whoever else signed below.
    Reads: `signed` and `key` of a verdict that holds.
    Errors: Malformed as `read_note`.
    """
    note = read_note(signed)
    own = tuple(s for s in note.signatures if (s.name, s.key_id) == (key.name, key.id))
    return Note(note.text, own).encoded()


@dataclass(frozen=True, slots=True)
class Outcome:
    """One copy that was brought, and what came of it."""

    file: str
    taken: Taken
    origin: str | None = None
    size: int | None = None
    head: str | None = None  # the check-code
    before: int | None = None  # entries of the head kept until then; None where there was none
    key: str | None = None  # the record's key, where it was kept just now
    given: bool | None = None  # whether that key came by another way than the copy
    paper: str | None = None  # the file to hand back, or the one kept as evidence
    failed: Failed | None = None
    refusal: Refusal | None = None  # why it cannot be read
