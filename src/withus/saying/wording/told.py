"""Whose words a text is made of, as plain text that fits 80 columns and as one document."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from withus.core.wording.figures import Figures, count
from withus.core.wording.history import Words
from withus.core.wording.shares import (
    ERROR,
    Part,
    TakenOut,
    origins,
    shares,
    survival,
    taken_out,
)
from withus.core.wording.state import METHOD
from withus.core.wording.tokens import tokens
from withus.core.words import Capacity
from withus.saying import words as said
from withus.saying.language import _, ngettext
from withus.saying.wording.panel import limits

WIDTH, NAME, MOST = 80, 36, 20


@dataclass(frozen=True, slots=True)
class Drafted:
    """A history taken in: its words, and the number, speaker and side of each revision."""

    words: Words
    numbers: Sequence[int | str]
    speakers: Sequence[str]
    sides: Sequence[str]

    @property
    def figures(self) -> Figures:
        """Tell what it comes to in numbers."""
        return count(self.words)


def document(drafted: Drafted, *, tokens_too: bool = False) -> dict[str, Any]:
    """Tell whose words the last revision is made of, as one document.

    Shape: shares are exact fractions as text, null where nothing is counted of; `error` is how
        far a share may be off.
    """
    figures, sides = drafted.figures, drafted.sides
    told: dict[str, Any] = {
        "words": figures.words,
        "by_side": _parts(shares(figures, sides)),
        "by_speaker": _parts(shares(figures, drafted.speakers)),
        "survival": {
            name: {"count": part.count, "of": part.of, "share": _share(part)}
            for name, part in survival(figures, sides).items()
        },
        "removed_by": {
            name: {
                "count": one.part.count,
                "share": _share(one.part),
                "whose": dict(one.whose),
            }
            for name, one in taken_out(figures, sides).items()
        },
        "method": METHOD,
        "error": str(ERROR),
    }
    if tokens_too:
        told["tokens"] = [
            {"text": text, "revision": drafted.numbers[at], "speaker": drafted.speakers[at]}
            for text, at in _each_word(drafted.words)
        ]
    return told


def _parts(found: Mapping[str, Part]) -> dict[str, Any]:
    return {name: {"count": part.count, "share": _share(part)} for name, part in found.items()}


def _share(part: Part) -> str | None:
    return None if part.share is None else str(part.share)


def _each_word(words: Words) -> Iterator[tuple[str, int]]:
    """Yield each word of the text as written, and the revision it was written in."""
    at = iter(origins(words))
    for number in words.current:
        yield from zip(tokens(words.seen.passages[number].text), at, strict=False)


def report(drafted: Drafted, *, tokens_too: bool = False) -> str:
    """Tell whose words the last revision is made of, in plain text."""
    figures, sides = drafted.figures, drafted.sides
    parts = [*_head(figures.words, len(drafted.numbers))]
    if figures.words:
        parts += _table(_("Whose words they are"), shares(figures, sides))
        parts += _table(_("By speaker"), shares(figures, drafted.speakers))
    parts += _table(_("What lasted of all that each wrote"), survival(figures, sides))
    parts += _gone(taken_out(figures, sides))
    if tokens_too:
        parts += _runs(drafted)
    parts += _limits()
    return "\n".join(parts).rstrip()


def _head(count: int, revisions: int) -> Iterator[str]:
    told = ngettext(
        "The last of %(revisions)s revisions has %(count)s word.",
        "The last of %(revisions)s revisions has %(count)s words.",
        count,
    )
    yield from _wrapped(told % {"revisions": f"{revisions:,}", "count": f"{count:,}"})
    yield from _wrapped(_("A word is a word, a number or a mark such as a comma."))
    yield ""


def _table(title: str, found: Mapping[str, Part]) -> Iterator[str]:
    yield title
    rows = sorted(found.items(), key=lambda row: -row[1].count)
    for name, part in rows[:MOST]:
        share = said.in_100(part.share) if part.share is not None else _("none written")
        of = _("%(count)s of %(of)s") % {"count": f"{part.count:,}", "of": f"{part.of:,}"}
        yield f"  {_name(name):<{NAME}} {of:>20}  {share}"
    if len(rows) > MOST:
        yield "  " + _("and %(count)s more") % {"count": len(rows) - MOST}
    yield ""


def _gone(found: Mapping[str, TakenOut]) -> Iterator[str]:
    yield _("Who took out words that no longer stand")
    if not any(one.part.count for one in found.values()):
        yield from _wrapped("  " + _("None were taken out."))
    for name, one in sorted(found.items(), key=lambda row: -row[1].part.count)[:MOST]:
        if not one.part.count or one.part.share is None:
            continue
        whose = said.listing(
            [
                _("%(count)s of %(whose)s") % {"count": f"{many:,}", "whose": _name(theirs)}
                for theirs, many in sorted(one.whose.items(), key=lambda row: -row[1])[:MOST]
            ]
        )
        told = _("%(name)s: %(count)s (%(share)s); %(whose)s") % {
            "name": _name(name),
            "count": f"{one.part.count:,}",
            "share": said.in_100(one.part.share),
            "whose": whose,
        }
        yield from _wrapped("  " + told, indent="    ")
    yield ""


def _runs(drafted: Drafted) -> Iterator[str]:
    """Yield the text in runs of one origin each."""
    yield _("Every word and where it comes from")
    for at, run in groupby(_each_word(drafted.words), key=lambda each: each[1]):
        head = _("%(revision)s, %(speaker)s:") % {
            "revision": _shown(str(drafted.numbers[at])),
            "speaker": _shown(drafted.speakers[at]),
        }
        yield from _wrapped(f"  {head} {' '.join(text for text, _at in run)}", indent="    ")
    yield ""


def _limits() -> Iterator[str]:
    yield _("What words cannot show")
    off = _("A share may be %(error)s in 100 too high or too low.") % {"error": float(ERROR * 100)}
    for line in (off, *limits()):
        yield from _wrapped(f"- {line}", indent="  ")


def _name(side: str) -> str:
    """Tell a side in the words people see, where it is a capacity; otherwise as it is written."""
    try:
        return said.capacity(Capacity(side))
    except ValueError:
        return _shown(side)


def _shown(text: str) -> str:
    plain = "".join(c if c.isprintable() else "\ufffd" for c in text)
    return plain if len(plain) <= NAME else plain[: NAME - 1] + "…"


def _wrapped(text: str, *, indent: str = "") -> list[str]:
    return textwrap.wrap(text, WIDTH, subsequent_indent=indent)
