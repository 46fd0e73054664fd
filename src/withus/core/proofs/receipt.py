"""A receipt: one text that shows an entry to be in the record, in the C2SP tlog-proof form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from withus.core.proofs.base64_strict import from_base64, to_base64
from withus.core.proofs.checkpoint import LARGEST, Opened, open_checkpoint, read_checkpoint
from withus.core.proofs.keys import VerifierKey
from withus.core.proofs.merkle import HASH_BYTES, leaf_hash, verify_inclusion
from withus.core.proofs.refused import Malformed
from withus.core.proofs.signed_note import MOST_BYTES, read_note

FIRST_LINE = "c2sp.org/tlog-proof@v1"
MOST_HASHES = 63  # a tree of up to 2^63 leaves is no deeper
INDEX = re.compile(r"index (0|[1-9][0-9]{0,18})")


@dataclass(frozen=True, slots=True)
class Receipt:
    """Where an entry stands, the hashes from it to the root, and the signed head, unchecked."""

    index: int
    proof: tuple[bytes, ...]
    checkpoint: bytes
    extra: bytes = b""  # anything at all: nobody vouches for it

    def encoded(self) -> bytes:
        """Write the receipt as bytes.

        Source: C2SP tlog-proof, "Format".
        """
        extra = [f"extra {to_base64(self.extra)}"] if self.extra else []
        hashes = [to_base64(step) for step in self.proof]
        lines = [FIRST_LINE, *extra, f"index {self.index}", *hashes, "", ""]
        return "\n".join(lines).encode() + self.checkpoint


def read_receipt(content: bytes) -> Receipt:
    """Read a receipt, and only from bytes that writing it again would give.

    Not: a check of anything it says; see `verify_receipt`.
    Unit: at most 65,536 bytes before the checkpoint and 63 hashes.
    Errors: Malformed `not_a_receipt`, `not_base64`, or as `read_note` and `read_checkpoint`.
    Source: C2SP tlog-proof, "Format".
    """
    before, blank, checkpoint = content.partition(b"\n\n")
    if not blank or len(before) > MOST_BYTES or not before.isascii():
        raise Malformed("not_a_receipt")
    first, *lines = before.decode("ascii").split("\n")
    extra = b""
    if lines and lines[0].startswith("extra "):
        extra = from_base64(lines.pop(0).removeprefix("extra "))
    found = INDEX.fullmatch(lines.pop(0)) if lines else None
    if first != FIRST_LINE or found is None or int(found[1]) > LARGEST:
        raise Malformed("not_a_receipt")
    proof = tuple(map(from_base64, lines))
    if len(proof) > MOST_HASHES or any(len(step) != HASH_BYTES for step in proof):
        raise Malformed("not_a_receipt")
    read_checkpoint(read_note(checkpoint).text)
    receipt = Receipt(int(found[1]), proof, checkpoint, extra)
    if receipt.encoded() != content:
        raise Malformed("not_a_receipt")
    return receipt


def verify_receipt(receipt: Receipt, *, entry: bytes, keys: Sequence[VerifierKey]) -> Opened:
    """Check that an entry's bytes are in the record that the asker's keys vouch for.

    Reads: `keys` from the asker's own disk.
    Not: a check of `extra`, nor that the head agrees with one kept before.
    Errors: as `open_checkpoint` and `verify_inclusion`.
    Source: C2SP tlog-proof; RFC 9162 section 2.1.3.2.
    """
    opened = open_checkpoint(receipt.checkpoint, keys=keys)
    head = opened.checkpoint.head()
    verify_inclusion(leaf_hash(entry), index=receipt.index, head=head, proof=receipt.proof)
    return opened
