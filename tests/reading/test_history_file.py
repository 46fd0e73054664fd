"""A history as JSON lines: what is read, and what is refused by its line."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import pytest

from withus.reading import history_file
from withus.reading.history_file import NotAHistory, Revision, revisions

LINE = {
    "revision": 0,
    "at": "2026-01-31T10:00:00Z",
    "speaker": "Ann",
    "side": "services",
    "text": "One.",
}


def read(*lines: Any) -> list[Revision]:
    """Read a history of some lines: as they are, or as JSON."""
    whole = [one if isinstance(one, bytes) else json.dumps(one).encode() for one in lines]
    return list(revisions(BytesIO(b"\n".join(whole))))


def test_each_line_is_a_revision_and_empty_lines_are_none() -> None:
    other = {**LINE, "revision": "two", "at": None, "more": 1}
    found = read(b"\xef\xbb\xbf" + json.dumps(LINE).encode(), b"", b" \r", other, b"")
    assert found == [
        Revision(0, "Ann", "services", "One.", at="2026-01-31T10:00:00Z"),
        Revision("two", "Ann", "services", "One."),
    ]


def test_letters_with_accents_are_the_same_letters_however_they_are_written() -> None:
    assert read({**LINE, "text": "cafe\u0301"})[0].text == "caf\u00e9"


@pytest.mark.parametrize(
    ("line", "code", "key"),
    [
        (b"{", "not_json", None),
        (b"[" * 100_000, "not_json", None),
        (b"\xff", "not_text", None),
        ({**LINE, "text": "\ud800"}, "not_text", None),
        (b"[]", "not_a_revision", None),
        (b'{"text": "", "text": ""}', "key_twice", "text"),
        ({key: value for key, value in LINE.items() if key != "side"}, "key_missing", "side"),
        ({**LINE, "revision": True}, "value_unknown", "revision"),
        ({**LINE, "revision": 0.5}, "value_unknown", "revision"),
        ({**LINE, "at": "yesterday"}, "value_unknown", "at"),
        ({**LINE, "speaker": " "}, "value_unknown", "speaker"),
        ({**LINE, "side": "x" * 201}, "value_unknown", "side"),
        ({**LINE, "text": None}, "value_unknown", "text"),
        (LINE, "revision_twice", None),
    ],
)
def test_a_line_that_is_no_revision_is_refused_by_its_number(
    line: Any, code: str, key: str | None
) -> None:
    with pytest.raises(NotAHistory) as refused:
        read(LINE, b"", line)
    assert refused.value.code == code
    assert refused.value.parameters == ({"key": key, "line": 3} if key else {"line": 3})


def test_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history_file, "LINE_BYTES", 200)
    monkeypatch.setattr(history_file, "REVISIONS", 2)
    for lines, code in (
        ([{**LINE, "text": "x" * 200}], "line_too_long"),
        ([{**LINE, "revision": n} for n in range(3)], "too_many_revisions"),
        ([], "no_revisions"),
        ([b" ", b""], "no_revisions"),
    ):
        with pytest.raises(NotAHistory) as refused:
            read(*lines)
        assert refused.value.code == code
