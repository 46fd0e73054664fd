"""Decisions that minutes mark, by the number of their line."""

from collections.abc import Sequence

from withus.core.minutes.sightings import Decision
from withus.core.minutes.terms import terms
from withus.core.minutes.text import Line, plain


def decisions_in(lines: Sequence[Line], *, after: int) -> tuple[Decision, ...]:
    """Tell the decisions marked in minutes, below the list of people.

    Formula: lines that start with or hold a word such as RESOLVED, Agreed: or "the board approved",
    but for the approval of the last minutes.
    Reads: `after` is the line the list of people starts at.
    Not: decisions that are not marked, nor how anybody voted.
    """
    decision, unless = terms().decision, terms().not_decision
    found = []
    for line in lines:
        text = plain_with_colons(line.text)
        if line.number > after and decision.search(text) and not unless.search(text):
            found.append(Decision(line.number))
    return tuple(found)


def plain_with_colons(text: str) -> str:
    """Tell a line plain but for its colons, which mark a decision."""
    return ": ".join(plain(part) for part in text.split(":")).strip()
