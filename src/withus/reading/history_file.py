"""A history of drafting as JSON lines: one revision a line, read one at a time."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, BinaryIO

from withus.core.errors import Refusal

LINE_BYTES = 16 * 2**20  # a revision of two million words
REVISIONS = 100_000
NAME_LETTERS = 200
FIELDS = ("revision", "at", "speaker", "side", "text")


class NotAHistory(Refusal):
    """Say that a line is no revision, with its number as `line`."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One line of a history: which revision, whose words, on which side, the text, and when."""

    revision: int | str
    speaker: str
    side: str
    text: str
    at: str | None = None  # when, as the line says it


def revisions(file: BinaryIO) -> Iterator[Revision]:
    """Yield the revisions of a history in the order of its lines.

    Errors: NotAHistory with `line`: `line_too_long`, `not_text`, `not_json`, `key_twice`,
        `not_a_revision`, `key_missing`, `value_unknown`, `revision_twice`, `too_many_revisions`,
        `no_revisions`.
    """
    seen: set[int | str] = set()
    for number, line in _lines(file):
        try:
            found = _revision(_read(line))
        except NotAHistory as refusal:
            raise NotAHistory(refusal.code, {**refusal.parameters, "line": number}) from None
        if found.revision in seen:
            raise NotAHistory("revision_twice", {"line": number})
        if len(seen) == REVISIONS:
            raise NotAHistory("too_many_revisions", {"line": number, "most": REVISIONS})
        seen.add(found.revision)
        yield found
    if not seen:
        raise NotAHistory("no_revisions", {"line": 1})


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield each line that holds something, with its number from 1."""
    number = 0
    while line := file.readline(LINE_BYTES + 1):
        number += 1
        if len(line) > LINE_BYTES:
            raise NotAHistory("line_too_long", {"line": number})
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line.strip():
            yield number, line


def _read(line: bytes) -> Any:
    try:
        return json.loads(line.decode(), object_pairs_hook=_once)
    except UnicodeDecodeError:
        raise NotAHistory("not_text") from None
    except (ValueError, RecursionError):
        raise NotAHistory("not_json") from None


def _once(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise NotAHistory("key_twice", {"key": name if name in FIELDS else "?"})
        found[name] = value
    return found


def _revision(told: Any) -> Revision:
    if not isinstance(told, dict):
        raise NotAHistory("not_a_revision")
    for key in FIELDS:
        if key not in told:
            raise NotAHistory("key_missing", {"key": key})
    for key, good in (("revision", _is_number(told["revision"])), ("at", _is_time(told["at"]))):
        if not good:
            raise NotAHistory("value_unknown", {"key": key})
    for key in ("speaker", "side"):
        if not _is_name(told[key]):
            raise NotAHistory("value_unknown", {"key": key})
    if not isinstance(told["text"], str):
        raise NotAHistory("value_unknown", {"key": "text"})
    number = told["revision"]
    speaker, side, text = (_composed(told[key]) for key in ("speaker", "side", "text"))
    named = _composed(number) if isinstance(number, str) else number
    return Revision(named, speaker, side, text, at=told["at"])


def _is_number(value: object) -> bool:
    if isinstance(value, str):
        return _is_name(value)
    return isinstance(value, int) and not isinstance(value, bool)


def _is_time(value: object) -> bool:
    try:
        return value is None or bool(isinstance(value, str) and datetime.fromisoformat(value))
    except ValueError:
        return False


def _is_name(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value.strip()) <= NAME_LETTERS


def _composed(text: str) -> str:
    """Write letters with accents in one way, so that they are the same letters."""
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:  # half of a letter, written as an escape
        raise NotAHistory("not_text") from None
    return unicodedata.normalize("NFC", text)
