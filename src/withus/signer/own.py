"""What the signer keeps for itself: a key for each record, and the last head it signed.

The head is written here before anyone sees it. So after a kill at any moment, what is here is the
last that can have been signed, and signing it again gives the same bytes.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import Path

from withus.core.proofs.base64_strict import from_base64, to_base64
from withus.core.proofs.canonical import Json, canonical, read_canonical
from withus.core.proofs.checkpoint import read_checkpoint
from withus.core.proofs.keys import KEY_BYTES, Kind, SigningKey
from withus.core.proofs.refused import Malformed
from withus.signer.edge import EMPTY, Edge
from withus.signer.folder import quoted, write_first, write_whole
from withus.signer.refusing import WillNotSign

FORM = "withus-head-1"
PRIVATE = "PRIVATE+KEY+"
MOST_BYTES = 8_192


@dataclass(frozen=True, slots=True)
class Signed:
    """The last head that was signed: the edge of its tree, and how long the copy then was."""

    edge: Edge = EMPTY
    copied: int = 0  # bytes


class Own:
    """The signer's files of one record."""

    def __init__(self, folder: Path, origin: str) -> None:
        """Name the files; nothing is read yet."""
        self.origin = origin
        self._key = folder / f"{quoted(origin)}.key"
        self._head = folder / f"{quoted(origin)}.head"

    def is_there(self) -> bool:
        """Tell whether this record was ever taken up."""
        return self._head.exists()

    def begin(self, *, signed_before: bool) -> Signed:
        """Return the last head that was signed; at the very first, make the key.

        Where heads were signed, a missing file is never made anew: that would be another record
        under the same name.
        """
        if signed_before or self._head.exists():
            for path in (self._key, self._head):
                if not path.exists():
                    raise WillNotSign("own_file_lost", {"file": path.name})
            return self._read()
        if not self._key.exists():
            key = SigningKey(self.origin, secrets.token_bytes(KEY_BYTES))
            write_first(self._key, f"{key_text(key)}\n".encode())
        self.key()
        self.keep(Signed())
        return Signed()

    def key(self) -> SigningKey:
        """Read the key."""
        try:
            key = read_key(self._key.read_text(encoding="utf-8").removesuffix("\n"))
        except (Malformed, UnicodeDecodeError):
            raise WillNotSign("own_file_unreadable", {"file": self._key.name}) from None
        if key.name != self.origin or key.kind is not Kind.HEAD:
            raise WillNotSign("own_file_unreadable", {"file": self._key.name})
        return key

    def keep(self, signed: Signed) -> None:
        """Write down a head, before its signature is shown to anyone."""
        told: Json = {
            "form": FORM,
            "head": signed.edge.head(self.origin).body(),
            "peaks": [to_base64(each) for each in signed.edge.peaks],
            "copied": signed.copied,
        }
        write_whole(self._head, canonical(told) + b"\n")

    def _read(self) -> Signed:
        try:
            return self._signed(self._head.read_bytes().removesuffix(b"\n"))
        except (Malformed, KeyError, TypeError, ValueError):
            raise WillNotSign("own_file_unreadable", {"file": self._head.name}) from None

    def _signed(self, content: bytes) -> Signed:
        told = read_canonical(content, at_most=MOST_BYTES)
        if not isinstance(told, dict) or told["form"] != FORM:
            raise ValueError
        head = read_checkpoint(told["head"])
        edge = Edge(head.size, tuple(from_base64(each) for each in told["peaks"]))
        if len(edge.peaks) != head.size.bit_count() or edge.head(self.origin) != head:
            raise ValueError
        return Signed(edge, int(told["copied"]))


def key_text(key: SigningKey) -> str:
    """Write a key as one line.

    Shape: `PRIVATE+KEY+name+id+base64(kind || secret)`, as golang.org/x/mod/sumdb/note writes it.
    """
    return f"{PRIVATE}{key.name}+{key.verifier().id.hex()}+{_encoded(key)}"


def read_key(text: str) -> SigningKey:
    """Read a key from the line that `key_text` writes, and from no other; of either kind."""
    name, _, rest = text.removeprefix(PRIVATE).partition("+")
    content = from_base64(rest.partition("+")[2])
    kind = Kind.COSIGNATURE if content[:1] == bytes([Kind.COSIGNATURE]) else Kind.HEAD
    key = SigningKey(name, content[1:], kind)
    if key_text(key) != text:
        raise Malformed("not_a_key")
    return key


def _encoded(key: SigningKey) -> str:
    return to_base64(bytes([key.kind]) + key.secret)
