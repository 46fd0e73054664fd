"""A text as it is shown: headings, lists, quotations and paragraphs, by a small part of Markdown.

Whatever is no mark of these stays as it was typed: nothing that somebody wrote is lost or hidden.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t]*#*")
BULLET = re.compile(r"[ \t]*[-*+•][ \t]+(.*)")
NUMBERED = re.compile(r"[ \t]*([0-9]{1,4})[.)][ \t]+(.*)")
QUOTED = re.compile(r">[ \t]?(.*)")
A_RULE = re.compile(r"[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*")
DECISIONS = re.compile(r"[ \t]*\[decisions?\]", re.IGNORECASE)
SPANS = re.compile(
    r"(?P<strong>\*\*(?=\S)(?P<strongly>[^*]+?)(?<=\S)\*\*)"
    r"|(?P<em>(?<![\w*])\*(?=\S)(?P<softly>[^*]+?)(?<=\S)\*(?![\w*]))"
    r"|(?P<link>\[(?P<named>[^\[\]]+)\]\((?P<href>(?:https://|mailto:)[^\s()<>\"]+)\))"
    r"|(?P<bare>https://[^\s()<>\"\[\]]*[^\s()<>\"\[\].,;:!?*])"
)
DEEPEST = 5  # the title of the page is the first heading, so a text's own begin with the second


class Kind(StrEnum):
    """What a block of a text is."""

    HEADING = "heading"
    BULLETS = "bullets"
    NUMBERS = "numbers"
    QUOTE = "quote"
    RULE = "rule"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Span:
    """Some words of a line: plain, strong, em or link; a link goes to an address of the web."""

    kind: str
    words: str
    href: str = ""


Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a paragraph that is shown as one thing; its lines are the points of a list."""

    kind: Kind
    lines: tuple[Line, ...]
    level: int = 0  # of a heading, from 1
    first: int = 1  # the number of the first point of a numbered list
    decisions: bool = False  # a heading over what was decided


def blocks(paragraph: str) -> tuple[Block, ...]:
    """Tell the blocks of a paragraph: mostly one.

    Shape: a line that begins with # to ###### is a heading, with -, * or + a point, with a number
        a numbered point, with > a quotation; three of - * _ are a line across; all else is text.
    Source: CommonMark 0.31, of which this is a small part.
    """
    return tuple(_block(kind, lines) for kind, lines in _grouped(paragraph.split("\n")))


def words_of(block: Block) -> str:
    """Tell the words of a block, on one line."""
    return " ".join("".join(span.words for span in line) for line in block.lines)


def spans(line: str) -> Line:
    """Tell the words of a line, with what is strong, what is stressed, and where links go."""
    found, at = [], 0
    for match in SPANS.finditer(line):
        if match.start() > at:
            found.append(Span("text", line[at : match.start()]))
        found.append(_span(match))
        at = match.end()
    if at < len(line) or not found:
        found.append(Span("text", line[at:]))
    return tuple(found)


def _span(match: re.Match[str]) -> Span:
    if match["strong"]:
        return Span("strong", match["strongly"])
    if match["em"]:
        return Span("em", match["softly"])
    if match["bare"]:
        return Span("link", match["bare"], match["bare"])
    return Span("link", match["named"], match["href"])


def _kind(line: str) -> Kind:
    if HEADING.fullmatch(line):
        return Kind.HEADING
    if A_RULE.fullmatch(line):
        return Kind.RULE
    if BULLET.fullmatch(line):
        return Kind.BULLETS
    if NUMBERED.fullmatch(line):
        return Kind.NUMBERS
    return Kind.QUOTE if QUOTED.fullmatch(line) else Kind.TEXT


def _grouped(lines: list[str]) -> Iterator[tuple[Kind, list[str]]]:
    """Yield lines that belong together; a plain line goes on with the point above it."""
    kind, some = Kind.TEXT, list[str]()
    for line in lines:
        next_ = _kind(line)
        if some and next_ is Kind.TEXT and kind in (Kind.BULLETS, Kind.NUMBERS, Kind.QUOTE):
            some[-1] += f"\n{line}"
        elif some and next_ is kind and kind not in (Kind.HEADING, Kind.RULE):
            some.append(line)
        else:
            if some:
                yield kind, some
            kind, some = next_, [line]
    if some:
        yield kind, some


def _block(kind: Kind, lines: list[str]) -> Block:
    if kind is Kind.HEADING:
        match = HEADING.fullmatch(lines[0])
        assert match is not None
        words, marked = DECISIONS.subn("", match[2])
        return Block(kind, (spans(words),), level=len(match[1]), decisions=marked > 0)
    if kind is Kind.RULE:
        return Block(kind, ())
    if kind is Kind.NUMBERS:
        match = NUMBERED.match(lines[0])
        first = int(match[1]) if match else 1
        return Block(kind, tuple(_line(NUMBERED, each, 2) for each in lines), first=first)
    if kind is Kind.BULLETS:
        return Block(kind, tuple(_line(BULLET, each, 1) for each in lines))
    if kind is Kind.QUOTE:
        return Block(kind, tuple(_line(QUOTED, each, 1) for each in lines))
    return Block(kind, tuple(spans(each) for each in lines))


def _line(pattern: re.Pattern[str], line: str, group: int) -> Line:
    first, *more = line.split("\n")
    match = pattern.fullmatch(first)
    return spans("\n".join([match[group] if match else first, *(each.strip() for each in more)]))
