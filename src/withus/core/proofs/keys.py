"""Keys that sign the record's heads, and those by which anyone checks the signatures.

A key is known by its name and by four bytes of a hash over its name, kind and public half. Those
four bytes only say which key to try; trust comes from the whole key, kept on the asker's own disk.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from withus.core.proofs.base64_strict import from_base64, to_base64
from withus.core.proofs.refused import Malformed, ProofRefused

KEY_BYTES = 32
ID_BYTES = 4


class Kind(IntEnum):
    """What a key signs: the byte that the C2SP signed-note form assigns to each."""

    HEAD = 0x01  # Ed25519 over the text itself: the log's own signature
    COSIGNATURE = 0x04  # Ed25519 over the text and a time: a witness's


@dataclass(frozen=True, slots=True)
class VerifierKey:
    """The public half of a key, with the name under which it signs."""

    name: str
    public: bytes
    kind: Kind = Kind.HEAD

    def __post_init__(self) -> None:
        """Refuse a name or a length that no signature line could carry."""
        check_name(self.name)
        if len(self.public) != KEY_BYTES:
            raise Malformed("key_length", {"found": len(self.public), "expected": KEY_BYTES})

    @property
    def id(self) -> bytes:
        """Tell the four bytes that say which key made a signature.

        Formula: SHA-256(name || 0x0A || kind || public key)[:4].
        Not: proof of anything; other keys can be made to have the same four.
        Source: C2SP signed-note, "Signatures".
        """
        told = self.name.encode() + b"\n" + bytes([self.kind]) + self.public
        return sha256(told).digest()[:ID_BYTES]

    def text(self) -> str:
        """Write the key as one line to keep or to send.

        Shape: `name+id+base64(kind || public key)`, the id as eight hexadecimal digits.
        Source: C2SP signed-note, verifier keys; the form of golang.org/x/mod/sumdb/note.
        """
        return f"{self.name}+{self.id.hex()}+{to_base64(bytes([self.kind]) + self.public)}"

    def verify(self, message: bytes, signature: bytes) -> None:
        """Refuse unless this key made the signature over exactly this message.

        Errors: ProofRefused `signature_differs`.
        Source: RFC 8032 section 5.1.7.
        """
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, message)
        except (InvalidSignature, ValueError) as fault:
            raise ProofRefused("signature_differs", {"key": self.name}) from fault


@dataclass(frozen=True, slots=True)
class SigningKey:
    """The secret half of a key: 32 bytes that whoever keeps it drew at random."""

    name: str
    secret: bytes = field(repr=False)
    kind: Kind = Kind.HEAD

    def __post_init__(self) -> None:
        """Refuse a name that no signature line could carry, and a secret of another length."""
        check_name(self.name)
        if len(self.secret) != KEY_BYTES:
            raise Malformed("key_length", {"found": len(self.secret), "expected": KEY_BYTES})

    def verifier(self) -> VerifierKey:
        """Tell the public half.

        Source: RFC 8032 section 5.1.5.
        """
        public = Ed25519PrivateKey.from_private_bytes(self.secret).public_key()
        return VerifierKey(self.name, public.public_bytes_raw(), self.kind)

    def sign(self, message: bytes) -> bytes:
        """Sign a message.

        Shape: any bytes -> 64 bytes, the same each time.
        Source: RFC 8032 section 5.1.6.
        """
        return Ed25519PrivateKey.from_private_bytes(self.secret).sign(message)


def read_verifier_key(text: str) -> VerifierKey:
    """Read a key from the line that `VerifierKey.text` writes.

    Errors: Malformed `not_a_key`, `key_name`, `key_length`, `not_base64`, or `key_id` if the four
        bytes are not those of the key.
    Source: C2SP signed-note, verifier keys.
    """
    parts = text.split("+", 2)  # base64 may hold a plus sign; a name and an id may not
    if len(parts) != 3:
        raise Malformed("not_a_key")
    name, _, encoded = parts
    content = from_base64(encoded)
    if not content or content[0] not in Kind.__members__.values():
        raise Malformed("not_a_key")
    key = VerifierKey(name, content[1:], Kind(content[0]))
    if key.text() != text:
        raise Malformed("key_id")
    return key


def check_name(name: str) -> None:
    """Refuse a name that a signature line cannot carry.

    Errors: Malformed `key_name` for no name, a space of any kind, a plus sign, a control character
        or text that is not Unicode.
    Source: C2SP signed-note, "Format".
    """
    fine = name and not any(c.isspace() or c < " " or c == "+" for c in name)
    if not fine or any("\ud800" <= c <= "\udfff" for c in name):
        raise Malformed("key_name")
