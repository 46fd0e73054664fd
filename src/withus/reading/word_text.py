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
    WORDS,
    Unpacked,
    check_package,
    main_part,
    setting,
    word_name,
)

A_HEADING = re.compile(r"(?:heading|berschrift|pennawd|rubrik|titre)\s*([1-6])", re.IGNORECASE)
NUMBERING = "word/numbering.xml"
PICTURES = ("drawing", "pict", "object")
PLAIN = ("bullet", "none")
DROPPED = "pictures left out: "
"""The last line says how many pictures were left out, if any were."""


def word_text(content: bytes) -> list[str]:
    """Give the lines of the text, with # before headings and - before points of lists."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            check_package(package)
            lists = Lists()
            if NUMBERING in package.namelist():
                parse(Unpacked(package, NUMBERING), lists)
            reader = TextReader(lists)
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
    listed: str = ""  # by which numbering, or by which style


class Lists:
    """Hears how lists are marked: which are numbered, and from which number."""

    def __init__(self) -> None:
        """Begin with none."""
        self.first: dict[str, int] = {}  # by the kind of a list, where it is numbered
        self.kind_of: dict[str, str] = {}  # by the list
        self._kind = self._list = ""
        self._level = self._start = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take a kind of list, its first level, and which lists are of it."""
        name = word_name(tag)
        if name == "abstractNum":
            self._kind, self._list = named(attributes, "abstractNumId"), ""
        elif name == "num":
            self._list = named(attributes, "numId")
        elif name == "abstractNumId" and self._list:
            self.kind_of[self._list] = setting(attributes, "")
        elif name == "lvl":
            level = named(attributes, "ilvl")
            self._level, self._start = int(level) if level.isdecimal() else 1, 1
        elif name == "start":
            told = setting(attributes, "1")
            self._start = int(told) if told.isdecimal() and len(told) < 5 else 1
        elif name == "numFmt" and not self._level and setting(attributes, "") not in PLAIN:
            self.first[self._kind] = self._start

    def end(self, tag: str) -> None:
        """Nothing of a list hangs on where an element ends."""

    def data(self, words: str) -> None:
        """There are no words here."""

    def close(self) -> None:
        """Nothing is left to do."""

    def begins(self, one: str) -> int | None:
        """Tell the first number of a list; None where its points have none."""
        return self.first.get(self.kind_of.get(one, ""))


def named(attributes: dict[str, str], name: str) -> str:
    """Give one of Word's own attributes."""
    return next((attributes[space + name] for space in WORDS if space + name in attributes), "")


class TextReader:
    """Hears the elements of the main text in order and writes it with marks."""

    def __init__(self, lists: Lists) -> None:
        """Begin with nothing."""
        self._lists = lists
        self._numbers: dict[str, int] = {}  # of the next point, by list
        self.lines: list[str] = []
        self.pictures = 0
        self._skipping = 0
        self._in_words = False
        self._in_run = False
        self._hidden = False
        self._last_listed = ""
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
            if value.lower().startswith(("listbullet", "listnumber")):
                self._paragraph.listed = value.lower()[:10]
        elif name == "outlineLvl":
            told = setting(attributes, "9")
            self._paragraph.heading = int(told) + 1 if told in "012345" else 0
        elif name == "numId":
            told = setting(attributes, "0")
            self._paragraph.listed = told if told != "0" else ""
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
            words = f"{self._point(one.listed)} {words}".replace("\n", "\n  ")
        if self.lines and not (one.listed and one.listed == self._last_listed):
            self.lines.append("")
        self.lines += words.split("\n")
        self._last_listed = "" if one.heading else one.listed
        if len(self.lines) > LINES:
            raise CannotRead("too_many_lines")

    def _point(self, one: str) -> str:
        """Tell the mark of the next point of a list: its number, or a dash."""
        first = 1 if one == "listnumber" else self._lists.begins(one)
        if first is None:
            return "-"
        number = self._numbers.get(one, first)
        self._numbers[one] = number + 1
        return f"{number}."
