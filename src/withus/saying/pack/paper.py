"""A paper of the pack: sections of lines, each known, the same everywhere, or to be completed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from withus.saying.language import _


class Kind(StrEnum):
    """Where a line comes from."""

    KNOWN = "known"  # from this partnership's record
    ALWAYS = "always"  # how Withus works, for every partnership
    BLANK = "blank"  # to be completed


@dataclass(frozen=True, slots=True)
class Line:
    """A line, perhaps with a name in front."""

    kind: Kind
    words: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading."""

    heading: str
    lines: tuple[Line, ...]

    @property
    def blocks(self) -> list[tuple[str, list[Line]]]:
        """Tell the lines in runs that look alike: those with names, those without, the blanks."""
        return [(shape, list(run)) for shape, run in groupby(self.lines, key=shape_of)]


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper."""

    opening: str
    sections: tuple[Section, ...]


def shape_of(line: Line) -> str:
    """Tell how a line looks."""
    if line.kind is Kind.BLANK:
        return "blank"
    return "named" if line.name else "plain"


def section(heading: str, *lines: Line) -> Section:
    """Return lines under a heading."""
    return Section(heading, lines)


def known(words: str, name: str = "") -> Line:
    """Return a line from this partnership's record."""
    return Line(Kind.KNOWN, words, name)


def always(words: str, name: str = "") -> Line:
    """Return a line that is so for every partnership."""
    return Line(Kind.ALWAYS, words, name)


def blank(words: str) -> Line:
    """Return a line to be completed."""
    return Line(Kind.BLANK, words)


def draft() -> str:
    """Tell what every sheet of the pack is marked with."""
    return _("Draft to be completed by your data protection officer")
