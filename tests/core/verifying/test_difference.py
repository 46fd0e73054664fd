from __future__ import annotations

import pytest

from withus.core.proofs.canonical import Json
from withus.core.verifying.difference import first_difference


@pytest.mark.parametrize(
    ("own", "other", "expected"),
    [
        ({"b": {"x": {"v": 1}}}, {"b": {"x": {"v": 2}}}, ("b/x/v", "1", "2")),
        ({"a": 1, "b": 1, "c": 1}, {"a": 1, "b": 2, "c": 2}, ("b", "1", "2")),
        ({"a": {"b": 1}}, {"a": {}}, ("a/b", "1", "nothing")),
        ({"a": {}}, {"a": {"b": [2]}}, ("a/b", "nothing", "[2]")),
        ({"a": 1}, {"a": True}, ("a", "1", "True")),
        ({"a": {"b": 1}}, {"a": [1]}, ("a", '{"b":1}', "[1]")),
        ({"a": 1}, [], ("", '{"a":1}', "[]")),
        ({"a": "x"}, {"a": None}, ("a", "x", "None")),
    ],
)
def test_the_first_difference_is_named_from_the_outermost_in(
    own: Json, other: Json, expected: tuple[str, str, str]
) -> None:
    assert first_difference(own, other) == expected


def test_a_value_is_cut_at_80_characters() -> None:
    whole, cut = "a" * 80, "a" * 79 + "…"
    assert first_difference({"a": whole}, {"a": whole + "a"}) == ("a", whole, cut)
