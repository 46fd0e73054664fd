"""The quick way to write and read a leaf, for values so plain that it gives the same bytes.

Nearly every leaf is plain. What is not, and so whatever is to be refused, is left to `canonical`,
which goes by the book; here it only raises ValueError or RecursionError.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import NoReturn, TypeAlias

Json: TypeAlias = "bool | int | str | Sequence[Json] | Mapping[str, Json] | None"

# A fixed depth, so that the answer does not hang on how much room the caller's stack has left.
DEEPEST = 64
SAFE = 2**53 - 1
KINDS = frozenset({dict, list, str, int, bool, type(None)})
TEXT = frozenset({str})
# In UTF-8 every character from U+E000 on begins with this byte or a higher one. Without them the
# order of code points, in which json sorts keys, is the order of UTF-16 units that is asked for.
ORDERS_MAY_DIFFER = 0xEE


def write_plain(value: Json) -> bytes:
    """Write a plain value as its canonical bytes, many times as fast as by the book.

    Formula: json's own encoder, keys sorted, no spaces, UTF-8. It differs from RFC 8785 in the
        writing of floats, in taking keys that are not text and whole numbers of any size, and in
        the order of keys with characters from U+E000 on: none of them is plain.
    Errors: ValueError or RecursionError for what is not plain.
    Source: RFC 8785 sections 3.2.2 and 3.2.3.
    """
    if not is_plain(value):
        raise ValueError
    return encoded(value)


def read_plain(content: bytes) -> Json:
    """Read a plain value from its canonical bytes, many times as fast as by the book.

    Formula: read, write again, compare. The writer gives each key of a mapping once, in order and
        in one spelling; so bytes equal to what it wrote hold no key twice.
    Not: a check of the length.
    Errors: ValueError or RecursionError for what is not plain, or not canonical.
    Source: RFC 8785.
    """
    value: Json = DECODER.raw_decode(content.decode())[0]  # with more after it, they differ below
    if content.count(b"[") + content.count(b"{") > DEEPEST and not is_plain(value):
        raise ValueError
    if encoded(value) != content:
        raise ValueError
    return value


def encoded(value: Json) -> bytes:
    """Write a value as json does, unless its keys may have another order by the book.

    Errors: ValueError, also for text that is not Unicode; RecursionError.
    """
    content = ENCODER.encode(value).encode()
    if not content.isascii() and max(content) >= ORDERS_MAY_DIFFER:
        raise ValueError
    return content


def is_plain(value: Json) -> bool:
    """Tell whether a value holds nothing on which json and RFC 8785 could differ, but for text.

    Formula: only Python's own dict, list, str, int, bool and None, no subclass of them; keys that
        are text; whole numbers within ±(2^53 - 1); at most 64 lists or mappings, one inside the
        other, of which the last is not looked into: it too is left to the book.
    """
    level: list[object] = [value]
    for _ in range(DEEPEST):
        kinds = set(map(type, level))
        if not kinds <= KINDS:
            return False
        if int in kinds and not all(-SAFE <= n <= SAFE for n in level if type(n) is int):
            return False
        below: list[object] = []
        if dict in kinds or list in kinds:
            for each in level:
                if type(each) is dict:
                    if not TEXT.issuperset(map(type, each)):
                        return False
                    below += each.values()
                elif type(each) is list:
                    below += each
        if not below:
            return True
        level = below
    return False


def whole_number(digits: str) -> int:
    """Read a whole number that every reader of JSON takes for the same.

    Errors: ValueError beyond ±(2^53 - 1).
    Source: RFC 7493 section 2.2.
    """
    number = int(digits)
    if not -SAFE <= number <= SAFE:
        raise ValueError
    return number


def not_plain(_: str) -> NoReturn:
    """Leave a float, an infinity or NaN to the book.

    Errors: ValueError, always.
    """
    raise ValueError


ENCODER = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, sort_keys=True, separators=(",", ":")
)
DECODER = json.JSONDecoder(parse_int=whole_number, parse_float=not_plain, parse_constant=not_plain)
