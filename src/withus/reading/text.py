"""Bytes to characters, and characters to clean lines."""

import codecs
import re
import unicodedata
from collections.abc import Iterable

from withus.reading.limits import LINE_CHARACTERS, LINES
from withus.reading.refusals import CannotRead

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
LONGEST_CHARACTER = 4
LOOKED_AT = 65_536
A_FEW = 4
LINE_ENDS = re.compile("\r\n|[\r\f\v\x1c-\x1e\x85\u2028\u2029]")
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
WIDE_SPACES = re.compile("[\xa0\u2000-\u200a\u202f\u205f\u3000]")
NOT_IN_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
BREAKS = ("; ", ", ", " ")


def decode(content: bytes, declared: str | None = None) -> str:
    """Read bytes as text: by their mark, as declared, as UTF-8, else as Windows-1252."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    if looks_binary(content):
        raise CannotRead("binary")
    if declared:
        try:
            return content.decode(declared)
        except (UnicodeDecodeError, LookupError):
            pass
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as problem:
        # A file cut in the middle of its last character is still UTF-8.
        if problem.start > len(content) - LONGEST_CHARACTER and problem.start > 0:
            return content[: problem.start].decode("utf-8")
    return content.decode("cp1252", "replace")


def looks_binary(content: bytes) -> bool:
    """Tell whether bytes without an encoding mark hold what no text holds."""
    sample = content[:LOOKED_AT]
    strange = len(NOT_IN_TEXT.findall(sample))
    return b"\x00" in content or strange > A_FEW + len(sample) // 100


def tidy(text: str) -> str:
    """One form of each letter, plain spaces, and no control characters but tab and LF."""
    if text.isascii():
        return UNSEEN.sub("", text)
    return unicodedata.normalize("NFC", WIDE_SPACES.sub(" ", UNSEEN.sub("", text)))


def plain_lines(content: bytes) -> list[str]:
    """Read a text file; a line keeps its number, blank lines included."""
    text = LINE_ENDS.sub("\n", decode(content))
    if text.count("\n") > LINES:
        raise CannotRead("too_many_lines")
    lines = [line.rstrip() for line in tidy(text).split("\n")]
    while lines and not lines[-1]:
        lines.pop()
    return bounded(lines)


def set_lines(rows: Iterable[str]) -> list[str]:
    """Clean the lines of a laid-out file; several blank lines become one."""
    lines: list[str] = []
    for row in rows:
        for line in tidy(LINE_ENDS.sub("\n", row)).split("\n"):
            line = line.rstrip()
            if line or (lines and lines[-1]):
                lines.append(line)
    while lines and not lines[-1]:
        lines.pop()
    return bounded(lines)


def bounded(lines: list[str]) -> list[str]:
    """Continue an over-long line on the next, between people where it can; lose nothing."""
    kept: list[str] = []
    for line in lines:
        if len(line) > LINE_CHARACTERS:
            kept.extend(pieces(line))
        else:
            kept.append(line)
        if len(kept) > LINES:
            raise CannotRead("too_many_lines")
    return kept


def pieces(line: str) -> list[str]:
    """Cut a line after a semicolon, a comma or a space, or failing these where it is full."""
    kept = []
    start = 0
    while len(line) - start > LINE_CHARACTERS:
        end = start + LINE_CHARACTERS
        for mark in BREAKS:
            at = line.rfind(mark, start + 1, end)
            if at > 0:
                end = at + len(mark)
                break
        kept.append(line[start:end].rstrip())
        start = end
    kept.append(line[start:])
    return kept
