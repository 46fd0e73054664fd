"""Whose words a text is made of, what lasted, and who took out whose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from withus.core.wording.figures import Figures
from withus.core.wording.history import Words

ERROR = Fraction(3, 200)
"""How far a share may be off: the worst seen on made-up histories whose truth is known."""


@dataclass(frozen=True, slots=True)
class Part:
    """A count and what it is of, always together."""

    count: int
    of: int

    @property
    def share(self) -> Fraction | None:
        """Tell the share that the count is.

        Formula: count / of; None where nothing is counted of.
        Unit: 0 to 1, exact.
        """
        return Fraction(self.count, self.of) if self.of else None


@dataclass(frozen=True, slots=True)
class TakenOut:
    """How many words somebody took out, of all that were, and whose."""

    part: Part
    whose: Mapping[str, int]


def origins(words: Words) -> list[int]:
    """Tell the revision in which each word of the text, in order, was written.

    Unit: revisions counted from 0 in the order they were added.
    """
    passages = words.seen.passages
    return [
        words.origin(identity)
        for number in words.current
        for identity in passages[number].identities
    ]


def shares(figures: Figures, who: Sequence[str]) -> dict[str, Part]:
    """Tell how many words of the text as it stands come from each.

    Shape: `who` has a name for each revision: its speaker, or their side.
    Formula: words standing whose revision is theirs / words standing. A copy counts each time it
        stands.
    """
    told = _by_name(figures.standing, who)
    return {name: Part(many, figures.words) for name, many in told.items()}


def survival(figures: Figures, who: Sequence[str]) -> dict[str, Part]:
    """Tell how many of the words that each ever wrote still stand.

    Formula: words written that stand / words written, each once, wherever it moved.
    Not: a measure of worth. Words may go because what they asked for was done.
    """
    written, lasting = _by_name(figures.written, who), _by_name(figures.lasting, who)
    return {name: Part(lasting[name], many) for name, many in written.items()}


def taken_out(figures: Figures, who: Sequence[str]) -> dict[str, TakenOut]:
    """Tell who took out the words that no longer stand, and whose they were.

    Formula: for each word that does not stand, whoever made the revision in which it went for the
        last time.
    """
    whose: dict[str, Counter[str]] = {name: Counter() for name in dict.fromkeys(who)}
    for (by, written), many in figures.taken.items():
        whose[who[by]][who[written]] += many
    total = sum(each.total() for each in whose.values())
    return {name: TakenOut(Part(each.total(), total), dict(each)) for name, each in whose.items()}


def older_than(figures: Figures, revision: int) -> Part:
    """Tell how many words of the text as it stands were written before a revision.

    Formula: words standing that were written in an earlier revision / words standing.
    """
    return Part(sum(figures.standing[:revision]), figures.words)


def _by_name(each: Sequence[int], who: Sequence[str]) -> dict[str, int]:
    found = dict.fromkeys(who, 0)
    for name, many in zip(who, each, strict=True):
        found[name] += many
    return found
