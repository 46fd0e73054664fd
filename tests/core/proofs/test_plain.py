"""The quick way gives the bytes, the values and the refusals of the long one, and is taken."""

from __future__ import annotations

import json
from collections.abc import Callable
from enum import IntEnum, StrEnum
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.core.proofs import by_the_book
from withus.core.proofs.canonical import canonical, read_canonical
from withus.core.proofs.plain import DEEPEST, SAFE, read_plain, write_plain
from withus.core.proofs.refused import Malformed


class Letter(StrEnum):
    A = "a"


class Number(IntEnum):
    ONE = 1


class Counted(int):
    """A number that calls itself something else."""

    def __repr__(self) -> str:
        return "one"


class Ordered(dict[str, int]):
    """A mapping of our own kind."""


# Characters on either side of each line that matters: escapes, ASCII, surrogates, U+E000, U+FFFF.
EDGES = '\x00\x1f "\\/\x7f\x80é\ud7ff\ud800\udfff\ue000\ufffd\uffff\U00010000\U0010ffff\u2028'
TEXT = st.text(st.sampled_from(EDGES) | st.characters(), max_size=4)
ODD = st.sampled_from([1.5, 0.0, -0.0, float("nan"), b"a", Letter.A, Number.ONE, Counted(1), {1}])
EDGE_NUMBERS = [0, -1, SAFE, -SAFE, SAFE + 1, -SAFE - 1, 10**400]
ATOMS = st.none() | st.booleans() | st.integers() | st.sampled_from(EDGE_NUMBERS) | TEXT
ANY = st.recursive(
    ATOMS | ODD,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(TEXT, inner, max_size=4)
        | st.dictionaries(TEXT | st.integers(0, 2) | st.none(), inner, max_size=3)
        | st.tuples(inner, inner)
        | st.just(Ordered(b=1, a=2))
    ),
    max_leaves=10,
)
PIECES = [
    *('{"a":', '{"b":1,', '"a":1', '"b":', "{", "}", "[", "]", ",", ":", '""', '"é"', '"\ue000"'),
    *('"\\u00e9"', '"\\ud800"', '"\\ud83d\\ude00"', '"\U00010000":', '"\uffff":', '"\\n"', '"\n"'),
    *("1", "-0", "1.5", "1e3", "NaN", "-Infinity", "9007199254740991", "9007199254740992", " "),
    *("true", "null", "01", "\ufeff", "9" * 4_301),
]
DEEP = st.integers(1, 70).map(lambda n: "[" * n + "]" * n)


def outcome(asking: Callable[[], Any]) -> object:
    """Return what an asking gives, each value with its kind, or the refusal."""
    try:
        return shown(asking())
    except Malformed as refusal:
        return refusal.code, refusal.parameters


def shown(value: Any) -> str:
    return f"{type(value).__name__} {value!r}"


def nested(levels: int, inmost: str = "") -> str:
    return "[" * levels + inmost + "]" * levels


@given(ANY)
@example({"\uffff": 1, "\U00010000": 2})
@example({1: 2, "1": 3})
@example(json.loads(nested(DEEPEST)))
@example(json.loads(nested(DEEPEST + 1)))
@example(json.loads(nested(DEEPEST, "1")))
@example([1.5, json.loads(nested(DEEPEST))])
def test_what_is_written_is_what_the_book_writes(value: Any) -> None:
    assert outcome(lambda: canonical(value)) == outcome(lambda: by_the_book.written(value))


@given(st.lists(st.sampled_from(PIECES) | DEEP, max_size=9).map("".join))
@example('{"a":1,"a":1}')
@example('[{"a":1,"a":1},1.5]')
@example("[1.5," + nested(DEEPEST) + "]")
@example(nested(DEEPEST, "1"))
@example("[" + nested(1) * 70 + "]")
@example('{"a":' * (DEEPEST + 1) + "1" + "}" * (DEEPEST + 1))
@example('{"\U00010000":1,"\uffff":1}')
@example('{"\uffff":1,"\U00010000":1}')
def test_what_is_read_is_what_the_book_reads(text: str) -> None:
    content = text.encode()
    assert outcome(lambda: read_canonical(content, at_most=20_000)) == outcome(
        lambda: by_the_book.read(content, at_most=20_000)
    )


@given(ANY, st.data())
def test_a_canonical_text_with_a_byte_changed_is_read_as_the_book_reads_it(
    value: Any, draw: st.DataObject
) -> None:
    try:
        content = bytearray(by_the_book.written(value))
    except Malformed:
        content = bytearray(b"[]")
    at = draw.draw(st.integers(0, len(content) - 1))
    content[at : at + draw.draw(st.integers(0, 1))] = draw.draw(st.binary(max_size=2))
    changed = bytes(content)
    assert outcome(lambda: read_canonical(changed, at_most=99)) == outcome(
        lambda: by_the_book.read(changed, at_most=99)
    )


@given(st.binary(max_size=12))
def test_any_bytes_are_read_as_the_book_reads_them(content: bytes) -> None:
    assert outcome(lambda: read_canonical(content, at_most=9)) == outcome(
        lambda: by_the_book.read(content, at_most=9)
    )


PLAIN = [
    None,
    True,
    'é\ud7ff\x7f"\\\n\x01',
    SAFE,
    -SAFE,
    {"b": [1, {}], "a": {"d": None, "c": "a"}},
    json.loads(nested(DEEPEST)),
    [[]] * (DEEPEST + 10),
]


@pytest.mark.parametrize("value", PLAIN, ids=repr)
def test_a_plain_value_goes_the_quick_way(value: Any) -> None:
    content = by_the_book.written(value)
    assert write_plain(value) == content
    assert shown(read_plain(content)) == shown(by_the_book.read(content, at_most=999))


def test_what_has_no_more_brackets_than_may_nest_is_not_looked_into() -> None:
    assert shown(read_plain(nested(DEEPEST, "1").encode())) == f"list {nested(DEEPEST, '1')}"


NOT_PLAIN: list[Any] = [
    *("\ue000", "\U0001f600", "\ud800", SAFE + 1, -SAFE - 1, 1.0, (1,), Letter.A, Number.ONE),
    *(Counted(1), Ordered(), {1: 1}, {None: 1}, {Letter.A: 1}, [[{"a": 1.5}]]),
    json.loads(nested(DEEPEST + 1)),
    json.loads(nested(DEEPEST, "1")),
]


@pytest.mark.parametrize("value", NOT_PLAIN, ids=ascii)
def test_what_may_differ_is_left_to_the_book(value: Any) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  it says no more than that
        write_plain(value)


@pytest.mark.parametrize(
    "text",
    ['"\ue000"', "1.5", "NaN", str(SAFE + 1), '{"a":1,"a":1}', " 1", nested(DEEPEST + 1), ""],
)
def test_bytes_that_may_differ_are_left_to_the_book(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  it says no more than that
        read_plain(text.encode())
