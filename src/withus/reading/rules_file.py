"""A file of rules as JSON, and the line that each of its parts begins on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from withus.core.deciding.faults import shape
from withus.core.errors import Refusal

FILE_BYTES = 2**20
A_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]|[^\s\[\]{}",:]+')
A_COLON = re.compile(r"\s*:")
LISTS = {'"rules"': "rule", '"places"': "place"}


class NotAFile(Refusal):
    """Say that a file is not even JSON, and on which line."""


def read_json(content: bytes) -> Any:
    """Read a file as one JSON document, each field once.

    Errors: NotAFile `too_long`, `not_text`, `not_json`, `key_twice`, with `line` where it is known.
    """
    if len(content) > FILE_BYTES:
        raise NotAFile("too_long")
    try:
        return json.loads(content.decode(), object_pairs_hook=_once, parse_constant=_refused)
    except UnicodeDecodeError as fault:
        raise NotAFile("not_text", {"line": content.count(b"\n", 0, fault.start) + 1}) from fault
    except json.JSONDecodeError as fault:
        raise NotAFile("not_json", {"line": fault.lineno}) from fault
    except (ValueError, RecursionError) as fault:
        raise NotAFile("not_json") from fault


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    for name in found:
        if sum(key == name for key, _ in pairs) > 1:
            raise NotAFile("key_twice", {"key": shape(name)})
    return found


def _refused(constant: str) -> Any:
    raise ValueError(constant)


def line_of(refusal: Refusal, content: bytes) -> int:
    """Tell the line that a refusal is about: of the field, or else of the rule or the place."""
    known = refusal.parameters.get("line")
    if known is not None:
        return int(known)
    text = content.decode()
    begun, end = 0, len(text)
    for what in LISTS.values():
        if what in refusal.parameters:
            begun, end = _part(text, what, int(refusal.parameters[what]))
    if refusal.code == "key_twice":
        begun = _twice(text)
    field = str(refusal.parameters.get("field", refusal.parameters.get("keys", "")))
    found = text.find(f'"{field.partition(", ")[0]}"', begun, end) if field else -1
    return text.count("\n", 0, begun if found < 0 else found) + 1


def _part(text: str, what: str, number: int) -> tuple[int, int]:
    for name, count, begun, end in parts(text):
        if (name, count) == (what, number):
            return begun, end
    return 0, len(text)


def parts(text: str) -> Iterator[tuple[str, int, int, int]]:
    """Yield each rule and place of a document: which, its number, where it begins and ends."""
    depth, last, listed, count, begun = 0, "", "", 0, 0
    for token in A_TOKEN.finditer(text):
        sign = token[0]
        if sign in "[{":
            depth += 1
            listed, count = (LISTS.get(last, ""), 0) if depth == 2 else (listed, count)
            begun = token.start() if depth == 3 else begun
        elif sign in "]}":
            depth -= 1
        if listed and depth == 2 and sign not in "[{":
            count += 1
            yield listed, count, begun if sign in "]}" else token.start(), token.end()
        elif depth == 1:
            last, listed = sign, ""


def _twice(text: str) -> int:
    """Tell where a field stands that the same object has already."""
    held: list[set[str]] = []
    for token in A_TOKEN.finditer(text):
        sign = token[0]
        if sign in "[{":
            held.append(set())
        elif sign in "]}":
            held.pop()
        elif sign.startswith('"') and A_COLON.match(text, token.end()):
            if sign in held[-1]:
                return token.start()
            held[-1].add(sign)
    return 0
