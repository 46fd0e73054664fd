"""What of a work goes live from a practice run: that it is there, and what was there before it."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace

from withus.core.facts.fact import Fact
from withus.core.facts.framing import ExistingTold
from withus.core.framing.presence import earliest
from withus.core.history.told import Told
from withus.core.history.work import Work
from withus.core.words import ExistingKind


def carried(work: Work, *, boards: AbstractSet[str], body: str) -> Iterator[Told[Fact]]:
    """Yield what says of a work that it is there and what was there before, for a live record.

    Formula: a plan begun in practice is told as a proposal, dated at its first revision, whatever
        became of it; what was told as being there before is told again, as not set aside.
    Shape: `boards` are those that go on; `body` the name of the partnership that practised.
    Not: the question, points and promises, which people say anew; nor a work whose board ended.
    Source: facts.md, Practice.
    """
    if work.opened is None or work.opened.fact.board not in boards:
        return
    opened = work.opened
    yield replace(opened, fact=replace(opened.fact, boards=opened.fact.boards & boards))
    yield from (each.told for each in work.existing.values())
    begun = min(work.revisions.values(), key=earliest, default=None)
    if begun is not None:
        told = ExistingTold(
            work=opened.fact.work,
            existing=begun.fact.revision,
            kind=ExistingKind.PROPOSAL,
            since=earliest(begun).date(),
            said_by=body,
            practised=True,
            what="",
        )
        yield Told(told, begun.entry, begun.at, begun.by, begun.typed_by, begun.claimed_at)
