"""The record's signed head, in the C2SP tlog-checkpoint form: three lines and the signatures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from withus.core.proofs.base64_strict import from_base64, to_base64
from withus.core.proofs.keys import Kind, SigningKey, VerifierKey, check_name
from withus.core.proofs.merkle import (
    EMPTY_ROOT,
    HASH_BYTES,
    TreeHead,
    verify_consistency,
)
from withus.core.proofs.refused import Malformed, ProofRefused
from withus.core.proofs.signed_note import (
    Note,
    Vouched,
    cosign,
    read_note,
    sign,
    verify_note,
    with_signature,
)

LARGEST = 2**63 - 1
WHOLE_NUMBER = re.compile(r"0|[1-9][0-9]{0,18}")


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What a log says of itself: its name, how many entries it has, and their root."""

    origin: str
    size: int
    root: bytes

    def __post_init__(self) -> None:
        """Refuse what no checkpoint can say."""
        check_name(self.origin)
        if not 0 <= self.size <= LARGEST:
            raise Malformed("not_a_checkpoint")
        if len(self.root) != HASH_BYTES or (self.size == 0) != (self.root == EMPTY_ROOT):
            raise Malformed("not_a_checkpoint")

    def body(self) -> str:
        """Write the three lines that are signed.

        Shape: origin, size, base64 of the root, a newline after each.
        Source: C2SP tlog-checkpoint, "Note text".
        """
        return f"{self.origin}\n{self.size}\n{to_base64(self.root)}\n"

    def head(self) -> TreeHead:
        """Tell the size and root, for checking proofs against.

        Shape: TreeHead(size, root).
        """
        return TreeHead(self.size, self.root)


@dataclass(frozen=True, slots=True)
class Opened:
    """A checkpoint whose signatures were checked, and who vouches for it."""

    checkpoint: Checkpoint
    vouched: tuple[Vouched, ...]

    def witnesses(self) -> tuple[Vouched, ...]:
        """Tell which witnesses co-signed, and when.

        Source: C2SP tlog-cosignature.
        """
        return tuple(each for each in self.vouched if each.key.kind is Kind.COSIGNATURE)


def read_checkpoint(body: str) -> Checkpoint:
    """Read the three lines of a checkpoint, each in its one spelling.

    Not: a check of who signed it; see `open_checkpoint`. Extension lines, which no one audits,
        are refused.
    Errors: Malformed `not_a_checkpoint`, `key_name`, `not_base64`.
    Source: C2SP tlog-checkpoint, "Note text".
    """
    lines = body.split("\n")
    if len(lines) != 4 or lines[3] or not WHOLE_NUMBER.fullmatch(lines[1]):
        raise Malformed("not_a_checkpoint")
    return Checkpoint(lines[0], int(lines[1]), from_base64(lines[2]))


def signed(checkpoint: Checkpoint, *, by: SigningKey) -> bytes:
    """Sign a checkpoint with the log's own key, which bears the log's name.

    Not: a check that it grows from those signed before; the signer keeps the last and asks
        `check_grown`.
    Errors: Malformed `key_name` if the key bears another name; `key_kind`.
    Source: C2SP tlog-checkpoint, "Signatures".
    """
    if by.name != checkpoint.origin:
        raise Malformed("key_name")
    body = checkpoint.body()
    return Note(body, (sign(body, by=by),)).encoded()


def cosigned(content: bytes, *, by: SigningKey, at: int) -> bytes:
    """Add a witness's signature under a signed checkpoint.

    Unit: `at` in whole seconds since the start of 1970, UTC.
    Not: a check of anything the checkpoint says; a witness first opens it and asks `check_grown`.
    Errors: Malformed, as `read_note` and `read_checkpoint`; `key_kind`, `time_beyond`.
    Source: C2SP tlog-cosignature.
    """
    note = read_note(content)
    read_checkpoint(note.text)
    return with_signature(note, cosign(note.text, by=by, at=at)).encoded()


def open_checkpoint(content: bytes, *, keys: Sequence[VerifierKey]) -> Opened:
    """Check who signed a checkpoint, then read it.

    Reads: `keys`, the log's and the witnesses', from the asker's own disk.
    Not: a count of how many witnesses are enough, nor a check against a head kept before.
    Errors: Malformed as `read_note`, `read_checkpoint`; ProofRefused as `verify_note`, or
        `not_by_the_log` if no key of the log's own name signed it.
    Source: C2SP tlog-checkpoint; signed-note, "Signatures".
    """
    note = read_note(content)
    vouched = verify_note(note, keys=keys)
    checkpoint = read_checkpoint(note.text)
    its_own = (
        each.key.kind is Kind.HEAD and each.key.name == checkpoint.origin for each in vouched
    )
    if not any(its_own):
        raise ProofRefused("not_by_the_log")
    return Opened(checkpoint, vouched)


def check_grown(earlier: Checkpoint, later: Checkpoint, *, proof: Sequence[bytes]) -> None:
    """Refuse unless one checkpoint is of the same log as an earlier one and begins with it.

    Formula: one origin; the earlier tree the start of the later one. The empty tree is the start
        of every tree, and needs no proof.
    Errors: ProofRefused `origin_differs`, or as `verify_consistency`.
    Source: RFC 9162 section 2.1.4.2; C2SP tlog-checkpoint, "Signatures".
    """
    if earlier.origin != later.origin:
        raise ProofRefused("origin_differs")
    if earlier.size == 0:
        if proof:
            raise ProofRefused("proof_length", {"found": len(proof)})
        return
    verify_consistency(earlier.head(), later.head(), proof=proof)
