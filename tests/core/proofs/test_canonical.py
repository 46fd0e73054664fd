"""A value has one sequence of bytes, and no other is read."""

from __future__ import annotations

import json
import math
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from withus.core.proofs.canonical import (
    DEEPEST,
    LARGEST_LEAF,
    Json,
    canonical,
    read_canonical,
    read_leaf,
)
from withus.core.proofs.refused import Malformed

WHOLE = st.integers(min_value=-(2**53) + 1, max_value=2**53 - 1)
UNICODE = st.text(st.characters(codec="utf-8"), max_size=8)
VALUES = st.recursive(
    st.none() | st.booleans() | WHOLE | UNICODE,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(UNICODE, inner, max_size=4),
    max_leaves=12,
)


def code_for(content: bytes) -> str:
    with pytest.raises(Malformed) as refusal:
        read_leaf(content)
    return refusal.value.code


@given(VALUES)
def test_a_value_comes_back_from_its_bytes(value: Json) -> None:
    content = canonical(value)
    assert read_leaf(content) == value
    assert canonical(read_leaf(content)) == content


@given(VALUES)
def test_only_the_canonical_bytes_of_a_value_are_read(value: Json) -> None:
    told = canonical(value)
    for other in (json.dumps(value), json.dumps(value, indent=1), json.dumps(value) + "\n"):
        if other.encode() != told:
            with pytest.raises(Malformed):
                read_leaf(other.encode())


@given(VALUES, st.data())
def test_a_flipped_bit_gives_another_value_or_none(value: Json, draw: st.DataObject) -> None:
    content = canonical(value)
    bit = draw.draw(st.integers(0, 8 * len(content) - 1))
    flipped = bytearray(content)
    flipped[bit // 8] ^= 1 << bit % 8
    try:
        read = read_leaf(bytes(flipped))
    except Malformed:
        return
    assert canonical(read) == flipped != content


def test_keys_are_sorted_by_their_utf_16_units() -> None:
    keys = ["\u20ac", "\r", "\ufb33", "1", "\U0001f600", "\x80", "\xf6"]  # RFC 8785, 3.2.3
    content = canonical(dict.fromkeys(keys, 0))
    assert list(json.loads(content)) == [
        "\r",
        "1",
        "\x80",
        "\xf6",
        "\u20ac",
        "\U0001f600",
        "\ufb33",
    ]


def test_text_is_escaped_as_the_standard_says() -> None:
    told = '\u20ac$\x0f\nA\'B"\\\\"/'  # RFC 8785, 3.2.2
    assert canonical(told) == '"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'.encode()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b'{"a": 1}', "not_canonical"),
        (b'{"b":1,"a":1}', "not_canonical"),
        (b'"\\u0041"', "not_canonical"),
        (b'"\\/"', "not_canonical"),
        (b"-0", "not_canonical"),
        (b" 1", "not_canonical"),
        (b"1\n", "not_canonical"),
        (b'{"a":1,"a":1}', "key_twice"),
        (b'[{"a":{"b":1,"b":2}}]', "key_twice"),
        (b"1.0", "not_exact"),
        (b"1e3", "not_exact"),
        (b"[NaN]", "not_exact"),
        (b"-Infinity", "not_exact"),
        (b"9007199254740992", "not_exact"),
        (b'"\\ud800"', "not_exact"),
        (b'{"\\ud800":1}', "not_exact"),
        (b"", "not_json"),
        (b"\xff", "not_json"),
        (b"\xef\xbb\xbf1", "not_json"),
        (b"{'a':1}", "not_json"),
        (b"01", "not_json"),
        (b"1,2", "not_json"),
        (b"9" * 5_000, "not_json"),
    ],
)
def test_other_bytes_are_refused_by_name(content: bytes, code: str) -> None:
    assert code_for(content) == code


@pytest.mark.parametrize("value", [1.5, 0.0, math.nan, [1, {"a": 2.0}], 2**53, b"a", {1: 2}, {"a"}])
def test_what_is_not_exact_is_not_written(value: object) -> None:
    with pytest.raises(Malformed) as refusal:
        canonical(value)  # type: ignore[arg-type]
    assert refusal.value.code == "not_exact"


def test_a_leaf_is_at_most_64_kib_less_one_byte() -> None:
    longest = canonical("a" * (LARGEST_LEAF - 2))
    assert len(longest) == LARGEST_LEAF == 2**16 - 1
    assert read_leaf(longest)
    assert code_for(canonical("a" * (LARGEST_LEAF - 1))) == "too_long"
    assert read_canonical(canonical("a" * LARGEST_LEAF), at_most=LARGEST_LEAF + 2)


@pytest.mark.parametrize("levels", [DEEPEST + 1, 900, sys.getrecursionlimit(), 30_000])
def test_deep_nesting_is_refused_the_same_way_everywhere(levels: int) -> None:
    assert read_leaf(b"[" * DEEPEST + b"]" * DEEPEST)
    assert code_for(b"[" * levels + b"]" * levels) == "too_deep"
