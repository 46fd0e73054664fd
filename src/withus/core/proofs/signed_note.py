"""A short text and the signatures under it, in the C2SP signed-note form.

The text ends in a newline; after an empty line come the signatures, one a line:
an em dash, the key's name, and base64 of the key's four bytes and the signature.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from withus.core.proofs.base64_strict import from_base64, to_base64
from withus.core.proofs.keys import ID_BYTES, Kind, SigningKey, VerifierKey, check_name
from withus.core.proofs.refused import Malformed, ProofRefused

MOST_BYTES = 65_536
MOST_SIGNATURES = 64
TIME_BYTES = 8
LATEST = 2**63 - 1
LINE = re.compile(r"— (\S+) (\S+)")


@dataclass(frozen=True, slots=True)
class Signature:
    """One line under a note: whose it says it is, and what they signed."""

    name: str
    key_id: bytes
    signed: bytes

    def line(self) -> str:
        """Write the signature as its line.

        Source: C2SP signed-note, "Signatures".
        """
        return f"— {self.name} {to_base64(self.key_id + self.signed)}\n"


@dataclass(frozen=True, slots=True)
class Note:
    """A text and the signatures under it, not yet checked: nothing it says may be believed."""

    text: str
    signatures: tuple[Signature, ...]

    def encoded(self) -> bytes:
        """Write the note as bytes.

        Source: C2SP signed-note, "Format".
        """
        return (self.text + "\n" + "".join(s.line() for s in self.signatures)).encode()


@dataclass(frozen=True, slots=True)
class Vouched:
    """A key whose signature was checked and holds; a witness's says when it was made."""

    key: VerifierKey
    at: int | None  # whole seconds since the start of 1970, UTC


def sign(text: str, *, by: SigningKey) -> Signature:
    """Sign a text with the log's own key.

    Shape: text ending in a newline -> a signature of 64 bytes.
    Errors: Malformed `not_a_note`, or `key_kind` for a witness's key.
    Source: C2SP signed-note, "Ed25519 signatures".
    """
    check_text(text)
    check_kind(by, Kind.HEAD)
    return Signature(by.name, by.verifier().id, by.sign(text.encode()))


def cosign(text: str, *, by: SigningKey, at: int) -> Signature:
    """Sign a text and a time, as a witness does who has checked what the text says.

    Unit: `at` in whole seconds since the start of 1970, UTC.
    Errors: Malformed `not_a_note`, `time_beyond`, or `key_kind` for a log's key.
    Source: C2SP tlog-cosignature, "Ed25519 signed message".
    """
    check_text(text)
    check_kind(by, Kind.COSIGNATURE)
    if not 0 <= at <= LATEST:
        raise Malformed("time_beyond")
    signed = by.sign(cosigned_message(text, at=at))
    return Signature(by.name, by.verifier().id, at.to_bytes(TIME_BYTES, "big") + signed)


def with_signature(note: Note, signature: Signature) -> Note:
    """Put a signature under a note, in place of an earlier one by the same key.

    Not: a check of it.
    Errors: Malformed `too_many_signatures` beyond 64, which no reader would take.
    """
    key = (signature.name, signature.key_id)
    others = [each for each in note.signatures if (each.name, each.key_id) != key]
    if len(others) >= MOST_SIGNATURES:
        raise Malformed("too_many_signatures", {"expected": MOST_SIGNATURES})
    return replace(note, signatures=(*others, signature))


def read_note(content: bytes) -> Note:
    """Read a note, and only from bytes that writing it again would give.

    Not: a check of any signature; see `verify_note`.
    Unit: at most 65,536 bytes and 64 signatures.
    Errors: Malformed `too_long`, `not_a_note`, `key_name`, `not_base64`.
    Source: C2SP signed-note, "Format".
    """
    if len(content) > MOST_BYTES:
        raise Malformed("too_long", {"found": len(content), "expected": MOST_BYTES})
    try:
        told = content.decode("utf-8")
    except UnicodeDecodeError as fault:
        raise Malformed("not_a_note") from fault
    text, blank, lines = told.rpartition("\n\n")
    if not blank or not lines.endswith("\n"):
        raise Malformed("not_a_note")
    signatures = tuple(read_signature(line) for line in lines[:-1].split("\n"))
    note = Note(check_text(text + "\n"), signatures)
    if len(signatures) > MOST_SIGNATURES or note.encoded() != content:
        raise Malformed("not_a_note")
    return note


def read_signature(line: str) -> Signature:
    """Read one line under a note.

    Errors: Malformed `not_a_note`, `key_name`, `not_base64`.
    Source: C2SP signed-note, "Signatures".
    """
    found = LINE.fullmatch(line)
    if found is None:
        raise Malformed("not_a_note")
    check_name(found[1])
    content = from_base64(found[2])
    if len(content) <= ID_BYTES:
        raise Malformed("not_a_note")
    return Signature(found[1], content[:ID_BYTES], content[ID_BYTES:])


def verify_note(note: Note, *, keys: Sequence[VerifierKey]) -> tuple[Vouched, ...]:
    """Tell which of the asker's keys signed a note; refuse it if none did, or one did wrongly.

    Reads: `keys` from the asker's own disk, never from what came with the note.
    Not: a count of how many are enough; signatures by keys not asked about are passed over.
    Errors: ProofRefused `no_known_key`, `signature_differs`, `signed_twice`; Malformed `key_twice`
        if two of the keys cannot be told apart.
    Source: C2SP signed-note, "Signatures"; where it lets a wrong signature of a known key be
        passed over, this refuses the whole note.
    """
    known = {(key.name, key.id): key for key in keys}
    if len(known) != len(keys):
        raise Malformed("key_twice")
    made = [s for s in note.signatures if (s.name, s.key_id) in known]
    if not made:
        raise ProofRefused("no_known_key")
    if len({(s.name, s.key_id) for s in made}) != len(made):
        raise ProofRefused("signed_twice")
    return tuple(verify_signature(note.text, s, by=known[s.name, s.key_id]) for s in made)


def verify_signature(text: str, signature: Signature, *, by: VerifierKey) -> Vouched:
    """Refuse unless a key made a signature over a text.

    Errors: ProofRefused `signature_differs`.
    Source: C2SP signed-note and tlog-cosignature.
    """
    if by.kind is Kind.HEAD:
        by.verify(text.encode(), signature.signed)
        return Vouched(by, None)
    at = int.from_bytes(signature.signed[:TIME_BYTES], "big")
    if at > LATEST:
        raise ProofRefused("signature_differs", {"key": by.name})
    by.verify(cosigned_message(text, at=at), signature.signed[TIME_BYTES:])
    return Vouched(by, at)


def cosigned_message(text: str, *, at: int) -> bytes:
    """Tell the bytes that a witness signs.

    Formula: `cosignature/v1`, `time AT` and the text, each on its own line or lines.
    Source: C2SP tlog-cosignature, "Ed25519 signed message".
    """
    return f"cosignature/v1\ntime {at}\n{text}".encode()


def check_text(text: str) -> str:
    """Give back a text that a note can carry.

    Errors: Malformed `not_a_note` if it does not end in a newline, holds a control character or is
        not Unicode.
    Source: C2SP signed-note, "Format".
    """
    odd = any((c < " " and c != "\n") or "\ud800" <= c <= "\udfff" for c in text)
    if odd or not text.endswith("\n"):
        raise Malformed("not_a_note")
    return text


def check_kind(key: SigningKey, kind: Kind) -> None:
    """Refuse a key that is kept for something else.

    Errors: Malformed `key_kind`.
    """
    if key.kind is not kind:
        raise Malformed("key_kind", {"found": int(key.kind), "expected": int(kind)})
