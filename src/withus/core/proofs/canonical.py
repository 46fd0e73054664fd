"""The one way to write a leaf as bytes, and a reader that accepts no other."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import NoReturn, cast

import rfc8785

from withus.core.proofs.plain import DEEPEST, Json, read_plain, write_plain
from withus.core.proofs.refused import Malformed

__all__ = ["DEEPEST", "LARGEST_LEAF", "Json", "canonical", "read_canonical", "read_leaf"]

# A leaf must fit the two-byte length of a tile's entry (C2SP tlog-tiles): 64 KiB less one byte.
LARGEST_LEAF = 65_535


def canonical(value: Json) -> bytes:
    """Write a value as the one sequence of bytes that stands for it.

    Formula: keys in order of their UTF-16 code units, no spaces, UTF-8.
    Not: a limit on length; `read_leaf` and `read_canonical` set one.
    Errors: Malformed `not_exact` for floats, whole numbers beyond ±(2^53 - 1), keys that are not
        text, text that is not Unicode, and anything JSON has no word for; `too_deep`.
    Source: RFC 8785.
    Example: {"b": 1, "a": "é"} is `{"a":"é","b":1}`.
    """
    with suppress(ValueError, RecursionError):
        return write_plain(value)
    return written_by_the_book(value)


def written_by_the_book(value: Json) -> bytes:
    """Write any value as its canonical bytes, or refuse it.

    Errors: as `canonical`.
    Source: RFC 8785.
    """
    refuse_inexact(value)
    try:
        return rfc8785.dumps(cast("str", value))  # its own type says less than it accepts
    except ValueError as fault:
        raise Malformed("not_exact") from fault


def read_leaf(content: bytes) -> Json:
    """Read a leaf: canonical JSON short enough to be an entry of the record.

    Unit: at most 65,535 bytes, the most that an entry of a tile can hold.
    Errors: as `read_canonical`.
    Source: RFC 8785; C2SP tlog-tiles.
    """
    return read_canonical(content, at_most=LARGEST_LEAF)


def read_canonical(content: bytes, *, at_most: int) -> Json:
    """Read a value from bytes that are their own canonical form, and from no others.

    Shape: bytes -> None, bool, int, str, list or dict of such.
    Unit: `at_most` in bytes.
    Errors: Malformed `too_long`, `not_json`, `key_twice`, `not_exact` (a float, an infinity),
        `too_deep`, or `not_canonical` if writing the value again gives other bytes.
    Source: RFC 8785; RFC 8259 section 4 on keys that come twice.
    Example: `{"a":1}` is read; `{"a": 1}`, `{"a":1.0}` and `{"a":1,"a":1}` are refused.
    """
    if len(content) > at_most:
        raise Malformed("too_long", {"found": len(content), "expected": at_most})
    with suppress(ValueError, RecursionError):
        return read_plain(content)
    return read_by_the_book(content)


def read_by_the_book(content: bytes) -> Json:
    """Read a value from its canonical bytes, or say what is wrong with them.

    Errors: as `read_canonical`, but for the length.
    Source: RFC 8785.
    """
    try:
        value: Json = json.loads(
            content.decode("utf-8"),
            object_pairs_hook=with_each_key_once,
            parse_float=refuse_a_number,
            parse_constant=refuse_a_number,
        )
    except RecursionError as fault:
        raise Malformed("too_deep", {"expected": DEEPEST}) from fault
    except ValueError as fault:
        raise Malformed("not_json") from fault
    if written_by_the_book(value) != content:
        raise Malformed("not_canonical")
    return value


def refuse_inexact(value: object) -> None:
    """Refuse floats, and values nested deeper than any reader need go.

    Errors: Malformed `not_exact` for a float; `too_deep` for more than 64 lists or mappings, one
        inside the other.
    """
    level, depth = [value], 0
    while level:
        if depth == DEEPEST and any(isinstance(each, dict | list | tuple) for each in level):
            raise Malformed("too_deep", {"expected": DEEPEST})
        if any(isinstance(each, float) for each in level):
            raise Malformed("not_exact")
        level = [inner for each in level for inner in inside(each)]
        depth += 1


def inside(value: object) -> list[object]:
    """List what a value holds: the members of a list, the values of a mapping.

    Example: {"a": 1, "b": [2]} holds 1 and [2].
    """
    if isinstance(value, dict):
        return list(value.values())
    return list(value) if isinstance(value, list | tuple) else []


def with_each_key_once(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    """Make a mapping of pairs whose keys all differ.

    Errors: Malformed `key_twice`.
    Source: RFC 8785 section 3.1 by way of RFC 7493 section 2.3.
    """
    whole = dict(pairs)
    if len(whole) != len(pairs):
        raise Malformed("key_twice")
    return whole


def refuse_a_number(text: str) -> NoReturn:
    """Refuse a number that is not whole.

    Errors: Malformed `not_exact`, always.
    Example: 1.5, 1e3, NaN and Infinity.
    """
    raise Malformed("not_exact", {"found": text[:20]})
