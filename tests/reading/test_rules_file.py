"""A file of rules: one JSON document, each field once; and the line of what is wrong in it."""

from __future__ import annotations

import pytest

from withus.core.errors import Refusal
from withus.reading.rules_file import FILE_BYTES, NotAFile, line_of, parts, read_json

TEXT = """{
 "format": "withus-rules-1",
 "places": [
  {"who": {"capacity": ["services"], "tag": ["a]b"]}, "count": 3},
  {"who": "all", "count": 1}
 ],
 "rules": [
  {"kind": "present",
   "who": {"not": {"chair": true}},
   "at_least": 2},
  "no rule",
  {"kind": "agree", "who": "all", "at_least": 1}
 ]
}
"""
CONTENT = TEXT.encode()


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b"", "not_json", 1),
        (b'{\n "a": 1,\n}', "not_json", 3),
        (b'{"a": NaN}', "not_json", 1),
        (b'{"a": Infinity}', "not_json", 1),
        (b"[" * 100_000, "not_json", 1),
        (b'{"a": 1}\n\xff', "not_text", 2),
        (b'{"a": 1,\n "b": {"a": 2},\n "a": 3}', "key_twice", 3),
        (b" " * (FILE_BYTES + 1), "too_long", 1),
    ],
)
def test_what_is_not_one_document_is_refused_with_its_line(
    content: bytes, code: str, line: int
) -> None:
    with pytest.raises(NotAFile) as refused:
        read_json(content)
    assert refused.value.code == code
    assert line_of(refused.value, content) == line


def test_a_document_is_read_as_it_stands() -> None:
    assert read_json(CONTENT)["places"][1] == {"who": "all", "count": 1}
    assert read_json(b'{"a": 2.5}') == {"a": 2.5}


def test_each_rule_and_each_place_is_found_where_it_stands() -> None:
    found = [(what, number, TEXT[begun:end]) for what, number, begun, end in parts(TEXT)]
    assert [(what, number) for what, number, _ in found] == [
        ("place", 1),
        ("place", 2),
        ("rule", 1),
        ("rule", 2),
        ("rule", 3),
    ]
    assert found[1][2] == '{"who": "all", "count": 1}' and found[3][2] == '"no rule"'
    assert found[2][2].startswith('{"kind": "present"') and found[2][2].endswith("2}")


@pytest.mark.parametrize(
    ("parameters", "line"),
    [
        ({"rule": 1}, 8),
        ({"rule": 1, "field": "at_least"}, 10),
        ({"rule": 1, "field": "share"}, 8),
        ({"rule": 1, "keys": "chair, x"}, 9),
        ({"rule": 2}, 11),
        ({"rule": 3, "field": "at_least"}, 12),
        ({"place": 2, "field": "count"}, 5),
        ({"field": "places"}, 3),
        ({"keys": "rules"}, 7),
        ({"rule": 9}, 1),
        ({}, 1),
    ],
)
def test_the_line_is_of_the_field_or_else_of_the_rule(
    parameters: dict[str, str | int], line: int
) -> None:
    assert line_of(Refusal("value_unknown", parameters), CONTENT) == line
