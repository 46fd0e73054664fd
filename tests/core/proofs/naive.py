"""RFC 9162's definitions written down as they stand: slow, recursive, and nothing like ours."""

from __future__ import annotations

import hashlib

Leaves = list[bytes]


def root(entries: Leaves) -> bytes:
    """Return MTH(D) of section 2.1.1."""
    if not entries:
        return hashlib.sha256().digest()
    if len(entries) == 1:
        return hashlib.sha256(b"\x00" + entries[0]).digest()
    k = below(len(entries))
    return hashlib.sha256(b"\x01" + root(entries[:k]) + root(entries[k:])).digest()


def path(m: int, entries: Leaves) -> Leaves:
    """Return PATH(m, D) of section 2.1.3.1."""
    if len(entries) == 1:
        return []
    k = below(len(entries))
    if m < k:
        return [*path(m, entries[:k]), root(entries[k:])]
    return [*path(m - k, entries[k:]), root(entries[:k])]


def subproof(m: int, entries: Leaves, *, known: bool) -> Leaves:
    """Return SUBPROOF(m, D, b) of section 2.1.4.1; PROOF(m, D) is that with b true."""
    if m == len(entries):
        return [] if known else [root(entries)]
    k = below(len(entries))
    if m <= k:
        return [*subproof(m, entries[:k], known=known), root(entries[k:])]
    return [*subproof(m - k, entries[k:], known=False), root(entries[:k])]


def turns(m: int, n: int) -> str:
    """Return the side of each hash of PATH(m, D[n]), the sibling of the leaf first."""
    if n <= 1:
        return ""
    k = below(n)
    return turns(m, k) + "r" if m < k else turns(m - k, n - k) + "l"


def joins(m: int, n: int, *, known: bool = True) -> str:
    """Return the part each hash of PROOF(m, D[n]) has in the two roots."""
    if m == n:
        return "" if known else "s"
    k = below(n)
    if m <= k:
        return joins(m, k, known=known) + "r"
    return joins(m - k, n - k, known=False) + "l"


def below(n: int) -> int:
    """Return the largest power of two smaller than n."""
    k = 1
    while k * 2 < n:
        k *= 2
    return k
