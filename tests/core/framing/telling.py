"""A record in memory, told fact by fact: each at a time of its own, by whom, and as claimed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from tests.core.history.records import entry as entry_of
from withus.core.facts.circumstances import HOST, Circumstances
from withus.core.facts.encoding import Entry
from withus.core.facts.fact import Fact
from withus.core.framing.seen import Witnessed

BEGAN = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


def day(number: int) -> datetime:
    """Return a moment so many days after the record began."""
    return BEGAN + timedelta(days=number)


@dataclass
class Telling:
    """The record so far; `at` is the log's time of the next entry, in days."""

    entries: list[Entry] = field(default_factory=list)
    at: float = 0
    witnessed: list[Witnessed] = field(default_factory=list)

    def say(
        self,
        fact: Fact,
        *,
        at: float | None = None,
        by: str = HOST,
        typed_by: str | None = None,
        claimed: float | None = None,
    ) -> int:
        """Enter a fact on a day, the last one where none is told; return its entry."""
        self.at = max(self.at + 0.001, self.at if at is None else at)
        index = len(self.entries)
        made = entry_of(fact, index)
        claimed_at = None if claimed is None else day(0) + timedelta(days=claimed)
        moment = day(0) + timedelta(days=self.at)
        said = Circumstances(at=moment.date(), by=None)
        if not fact.BY_NOBODY:
            said = Circumstances(at=moment, by=by, typed_by=typed_by, claimed_at=claimed_at)
        self.entries.append(replace(made, circumstances=said))
        return index

    def see(self, at: float) -> None:
        """Let somebody who keeps a copy see all there is so far."""
        self.witnessed.append(Witnessed(len(self.entries), day(0) + timedelta(days=at)))
