"""What a form carries to and fro, since nothing is kept here: the check, and the lines pasted."""

import base64
import binascii
import json
import zlib
from collections.abc import Mapping
from typing import Any

from withus.core.errors import Refusal
from withus.core.minutes.checkfile import Check, from_json, to_json

MOST_UNPACKED = 4 * 1024 * 1024

Lines = Mapping[int, Mapping[int, str]]
"""The pasted line behind each number, by meeting: shown only to the person who pasted it."""


def packed(data: Any) -> str:
    """Pack plain data into a hidden field."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(zlib.compress(text.encode(), 9)).decode()


def unpacked(text: str) -> Any:
    """Unpack a hidden field; it comes back from outside, so it is bounded and may be anything."""
    try:
        opened = zlib.decompressobj()
        content = opened.decompress(base64.urlsafe_b64decode(text.encode()), MOST_UNPACKED)
        if opened.unconsumed_tail:
            raise ValueError("too much")
        return json.loads(content)
    except (ValueError, zlib.error, binascii.Error, RecursionError):
        raise Refusal("not_a_check", {"where": "form"}) from None


def pack_check(check: Check) -> str:
    """Pack a check."""
    return packed(to_json(check))


def unpack_check(text: str) -> Check:
    """Unpack a check, read as strictly as a file from outside."""
    return from_json(unpacked(text))


def pack_lines(lines: Lines) -> str:
    """Pack the pasted lines."""
    rows = [[number, line, text] for number, by in lines.items() for line, text in by.items()]
    return packed(rows) if rows else ""


def unpack_lines(text: str) -> dict[int, dict[int, str]]:
    """Unpack the pasted lines; what is no such list is no lines."""
    rows = unpacked(text) if text else []
    lines: dict[int, dict[int, str]] = {}
    for row in rows if isinstance(rows, list) else []:
        if isinstance(row, list) and list(map(type, row)) == [int, int, str]:
            lines.setdefault(row[0], {})[row[1]] = row[2][:2000]
    return lines
