"""A Word document to a text with marks: headings and lists stay such; pictures are left out.

What is safe to open, and how much of it, is as for the lines of minutes: see `word`.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from dataclasses import dataclass, field
from io import BytesIO

from withus.reading.elements import parse
from withus.reading.limits import LINES
from withus.reading.refusals import CannotRead
from withus.reading.text import LINE_ENDS, tidy
from withus.reading.word import (
    FALLBACK,
    OFF,
    STRUCK,
    Unpacked,
    check_package,
    main_part,
    setting,
    word_name,
)

A_HEADING = re.compile(r"(?:heading|berschrift|pennawd|rubrik|titre)\s*([1-6])", re.IGNORECASE)
PICTURES = ("drawing", "pict", "object")
DROPPED = "pictures left out: "
"""The last line says how many pictures were left out, if any were."""


def word_text(content: bytes) -> list[str]:
    """Give the lines of the text, with # before headings and - before points of lists."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            check_package(package)
            reader = TextReader()
            parse(Unpacked(package, main_part(package)), reader)
    except zipfile.BadZipFile as problem:
        raise CannotRead("broken") from problem
    except (zlib.error, EOFError, NotImplementedError, OSError, KeyError, ValueError) as problem:
        raise CannotRead("broken") from problem
    lines = reader.lines
    while lines and not lines[-1]:
        lines.pop()
    return [*lines, f"{DROPPED}{reader.pictures}"] if lines or reader.pictures else []


@dataclass
class Paragraph:
    """A paragraph being read: its words, and what marks it."""

    words: list[str] = field(default_factory=list)
    heading: int = 0
    listed: bool = False


class TextReader:
    """Hears the elements of the main text in order and writes it with marks."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.lines: list[str] = []
        self.pictures = 0
        self._skipping = 0
        self._in_words = False
        self._in_run = False
        self._hidden = False
        self._last_listed = False
        self._paragraph = Paragraph()

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take an opening element; anything unknown is looked through."""
        name = word_name(tag)
        if self._skipping or name in STRUCK or tag == FALLBACK:
            self._skipping += 1
        elif name in PICTURES:
            self.pictures += 1
            self._skipping = 1
        elif name == "p":
            self._paragraph = Paragraph()
        elif name == "r":
            self._in_run, self._hidden = True, False
        elif name == "t":
            self._in_words = True
        elif name == "vanish":
            self._hidden = setting(attributes, "true") not in OFF
        else:
            self._mark(name, attributes)

    def end(self, tag: str) -> None:
        """Take a closing element."""
        if self._skipping:
            self._skipping -= 1
            return
        name = word_name(tag)
        if name == "t":
            self._in_words = False
        elif name == "r":
            self._in_run = self._hidden = False
        elif name == "p":
            self._put(self._paragraph)
            self._paragraph = Paragraph()

    def data(self, words: str) -> None:
        """Take the words of a run that is shown."""
        if self._in_words and not (self._skipping or self._hidden):
            self._paragraph.words.append(words)

    def close(self) -> None:
        """Nothing is left to do at the end."""

    def _mark(self, name: str, attributes: dict[str, str]) -> None:
        """Take a style, a place in a list, a break or a tab."""
        if name == "pStyle":
            value = setting(attributes, "")
            match = A_HEADING.search(value)
            self._paragraph.heading = int(match[1]) if match else 1 if value == "Title" else 0
            self._paragraph.listed |= value.lower().startswith(("listbullet", "listnumber"))
        elif name == "outlineLvl":
            told = setting(attributes, "9")
            self._paragraph.heading = int(told) + 1 if told in "012345" else 0
        elif name == "numId":
            self._paragraph.listed = setting(attributes, "0") != "0"
        elif self._in_run and not self._hidden and name in ("br", "cr", "tab"):
            self._paragraph.words.append("\t" if name == "tab" else "\n")

    def _put(self, one: Paragraph) -> None:
        """Set a paragraph: apart from the one before, but for points of one list."""
        words = LINE_ENDS.sub("\n", tidy("".join(one.words))).strip()
        if not words:
            return
        if one.heading:
            words = f"{'#' * one.heading} {' '.join(words.split())}"
        elif one.listed:
            words = f"- {words}".replace("\n", "\n  ")
        if self.lines and not (one.listed and self._last_listed):
            self.lines.append("")
        self.lines += words.split("\n")
        self._last_listed = one.listed and not one.heading
        if len(self.lines) > LINES:
            raise CannotRead("too_many_lines")
