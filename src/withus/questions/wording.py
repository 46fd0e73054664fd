"""Whose words a plan is made of, by capacity; by person only for that person.

Not: a check of who may read the plan; whoever shows this has asked that before.
"""

from __future__ import annotations

from withus.core.findings.finding import NotEnough
from withus.core.wording.figures import Figures
from withus.core.wording.presence import before_them, capacities
from withus.core.wording.shares import (
    Part,
    older_than,
    shares,
    survival,
    taken_out,
)
from withus.core.wording.whose import WhoseWords
from withus.questions.works import WorkHere
from withus.stores.wording import counts

A_FEW = 60  # texts that can be counted while somebody waits


def whose_words(
    found: WorkHere, *, mine: frozenset[str] = frozenset(), at_once: bool = True
) -> WhoseWords | NotEnough:
    """Return whose words the plan of a work is made of.

    Shape: `mine` are the places of whoever asks; nobody else's words are told by person. What is
        not counted yet is counted at once only where that is asked for: it may take long.
    """
    figures = counts.find(found.log, found.id, found.state)
    if figures is None and not at_once:
        return NotEnough("being_counted")
    if figures is None:  # a text came just now, or one was taken from view
        if len(found.state.revisions) > A_FEW:
            return NotEnough("being_counted")
        figures = counts.counted(found.log, found.state)
    if not figures.words:
        return NotEnough("no_words")
    who = capacities(found.seen)
    return WhoseWords(
        texts=len(who),
        words=figures.words,
        shares=shares(figures, who),
        survival=survival(figures, who),
        taken_out=taken_out(figures, who),
        older=older_than(figures, before_them(found.seen)),
        mine=_mine(found, figures, mine),
    )


def _mine(found: WorkHere, figures: Figures, mine: frozenset[str]) -> Part | None:
    texts = [one for one in found.state.revisions.values() if one.fact.version_of is None]
    theirs = [str(one.fact.contributor in mine) for one in texts]
    return shares(figures, theirs).get("True") if mine else None
