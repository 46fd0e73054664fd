"""How a revision is kept: its paragraphs by digest, and the words of those that are new.

A paragraph's words stand once in a work, in the revision that first held them. So reading a text
opens that revision's list and the words of the few revisions it names, however many there are;
and erasing somebody's words takes them out of every later text too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from withus.core.drafting.paragraphs import digest, joined, paragraphs
from withus.core.errors import Refusal

A_LINE = re.compile(r"([A-Za-z0-9_-]{43})(?: (0|[1-9][0-9]{0,8}))?")


class NotAList(Refusal):
    """Say that what should list the paragraphs of a revision does not."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A paragraph of a revision: its digest, and the place in the work of whoever holds its words.

    The place is that of a revision in the order of the record, from 0; None: the words are its own.
    """

    digest: str
    place: int | None


@dataclass(frozen=True, slots=True)
class Kept:
    """What a revision keeps: the list of its paragraphs, and the words of those that are new."""

    paragraphs: str
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph as it is read: its words, or None where they can no longer be shown."""

    digest: str
    words: str | None


def keep(text: str, *, known: Mapping[str, int]) -> Kept:
    """Tell what is to be kept of a text.

    Shape: `known` has the place of the revision that holds a paragraph's words, by digest.
    """
    lines: list[str] = []
    new: dict[str, str] = {}
    for paragraph in paragraphs(text):
        name = digest(paragraph)
        if name in known:
            lines.append(f"{name} {known[name]}")
        else:
            lines.append(name)
            new.setdefault(name, paragraph)
    return Kept("\n".join(lines), joined(tuple(new.values())))


def known_from(texts: Sequence[str | None]) -> dict[str, int]:
    """Tell where the words of every paragraph of a work are held, by digest; the first holds them.

    Shape: the new words of each revision in the order of the record; None: they do not open.
    """
    found: dict[str, int] = {}
    for place, text in enumerate(texts):
        for paragraph in paragraphs(text) if text else ():
            found.setdefault(digest(paragraph), place)
    return found


def listed(written: str) -> tuple[Listed, ...]:
    """Read the list of a revision's paragraphs.

    Errors: NotAList `not_paragraphs`, with the line.
    """
    found = []
    for number, line in enumerate(written.split("\n") if written else ()):
        match = A_LINE.fullmatch(line)
        if match is None:
            raise NotAList("not_paragraphs", {"line": number})
        found.append(Listed(match[1], int(match[2]) if match[2] else None))
    return tuple(found)


def places(some: Sequence[Listed], *, own: int) -> frozenset[int]:
    """Tell which revisions hold the words of a list, that of the revision at place `own` too."""
    return frozenset(own if each.place is None else each.place for each in some)


def read(
    some: Sequence[Listed], *, own: int, texts: Mapping[int, str | None]
) -> tuple[Passage, ...]:
    """Tell the passages of a revision, from the words of the revisions that hold them.

    Shape: `texts` by place; None, or none at all, where they do not open.
    Not: words that are not those of the digest: a list cannot make somebody say another thing.
    """
    opened = {
        place: {digest(each): each for each in paragraphs(text)}
        for place, text in texts.items()
        if text
    }
    return tuple(
        Passage(one.digest, opened.get(own if one.place is None else one.place, {}).get(one.digest))
        for one in some
    )


def text_of(some: Sequence[Passage]) -> str:
    """Tell the text of passages, without those that can no longer be shown."""
    return joined(tuple(one.words for one in some if one.words is not None))
