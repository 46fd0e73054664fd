"""Bits of a copy flipped, and by what each is caught."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tests.core.copies import FIRST_KEY, WITNESS, Copy, reended, verified
from withus.core.bundle import NotABundle
from withus.core.verifying.trust import Trust
from withus.core.verifying.verdict import Result


def kept_of(copy: Copy, size: int) -> Trust:
    """Return what somebody kept of a record when it had so many entries."""
    keys = (FIRST_KEY.verifier(), WITNESS.verifier())
    return Trust(keys=keys, heads=(copy.code(size),))


def flipped(content: bytes, bit: int) -> bytes:
    """Return a copy with one bit otherwise."""
    changed = bytearray(content)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def with_its_end(content: bytes) -> bytes:
    """Return a copy with its last line made anew, as whoever altered it would."""
    body = content[: content.rindex(b'{"end":')]
    return reended(body.splitlines(keepends=True)) if body.endswith(b"\n") else content


def caught_by(content: bytes, trust: Trust) -> str:
    """Return what catches a copy, or `nothing`."""
    try:
        verdict = verified(content, trust)
    except NotABundle as fault:
        return f"2 {fault.code}"
    if verdict.result is not Result.DOES_NOT_VERIFY or verdict.failed is None:
        return "nothing"
    return f"1 {verdict.failed.step}: {verdict.failed.code}"


def all_caught(
    content: bytes, *, bits: Iterable[int], trust: Trust, anew: bool = False
) -> tuple[Counter[str], list[int]]:
    """Return by what flips are caught, and which bits nothing caught.

    With `anew` the last line is made to fit after each, so that it catches none.
    """
    found: Counter[str] = Counter()
    missed = []
    for bit in bits:
        changed = flipped(content, bit)
        by = caught_by(with_its_end(changed) if anew else changed, trust)
        found[by] += 1
        if by == "nothing":
            missed.append(bit)
    return found, missed


def bits_of(content: bytes, *, anew: bool) -> range:
    """Return the bits there are to flip; the last line's not, where it is made anew."""
    return range(8 * (content.rindex(b'{"end":') if anew else len(content)))
