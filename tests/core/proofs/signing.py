"""Keys and signed heads for the tests: the same each time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from hashlib import sha256

import pytest

from withus.core.errors import Refusal
from withus.core.proofs.checkpoint import Checkpoint, cosigned, signed
from withus.core.proofs.keys import Kind, SigningKey
from withus.core.proofs.merkle import leaf_hash
from withus.core.proofs.tree import Tree

ORIGIN = "withus.example/northtown"
AT = 1_763_888_000


def key(name: str, kind: Kind = Kind.HEAD) -> SigningKey:
    return SigningKey(name, sha256(name.encode() + bytes([kind])).digest(), kind)


LOG = key(ORIGIN)
WITNESS = key("ulo.example/witness", Kind.COSIGNATURE)
OTHER_WITNESS = key("network.example", Kind.COSIGNATURE)
ENTRIES = [f'{{"n":{n}}}'.encode() for n in range(24)]
TREE = Tree()
TREE.extend(map(leaf_hash, ENTRIES))


def checkpoint(size: int = 24) -> Checkpoint:
    return Checkpoint(ORIGIN, size, TREE.root(size))


def log_signed(size: int = 24) -> bytes:
    return signed(checkpoint(size), by=LOG)


def witnessed(size: int = 24) -> bytes:
    return cosigned(log_signed(size), by=WITNESS, at=AT)


def every_flip(content: bytes) -> Iterator[bytes]:
    """Yield every text that differs in one bit."""
    for bit in range(8 * len(content)):
        changed = bytearray(content)
        changed[bit // 8] ^= 1 << bit % 8
        yield bytes(changed)


def code_of(asking: Callable[[], object]) -> str:
    """Return the code of the refusal that follows."""
    with pytest.raises(Refusal) as refusal:
        asking()
    return refusal.value.code
