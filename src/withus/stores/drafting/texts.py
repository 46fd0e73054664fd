"""The texts of a plan in order, and the words of some of them, in a few statements for any number.

Not: a check of who asks; that is for the question or the action that calls this.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from withus.core.drafting.kept import Listed, NotAList, Passage, listed, places, read, text_of
from withus.core.facts.drafting import RevisionMade
from withus.core.history.told import Told
from withus.core.history.work import Work
from withus.core.words import Version
from withus.stores.record.models import Log
from withus.stores.record.openings import find_texts
from withus.stores.worrying.worries import hidden_entries

LIST, TEXT = "paragraphs", "text"


@dataclass(frozen=True, slots=True)
class Revision:
    """A text of the plan, or of it in another form: its name, and which one it is, from 1."""

    name: str
    number: int
    told: Told[RevisionMade]


@dataclass(frozen=True, slots=True)
class Opened:
    """The words of a revision, as far as they can be shown."""

    revision: Revision
    passages: tuple[Passage, ...]
    whole: bool  # whether the list of its paragraphs opens

    @property
    def text(self) -> str:
        """Tell the text, without passages that can no longer be shown."""
        return text_of(self.passages)

    @property
    def gone(self) -> int:
        """Tell how many passages can no longer be shown."""
        return sum(one.words is None for one in self.passages)


def revisions(state: Work, version: Version | None = None) -> tuple[Revision, ...]:
    """Return the texts of a plan, or of it in another form, the first one first."""
    names = [name for name, one in state.revisions.items() if one.fact.version_of is version]
    return tuple(
        Revision(name, number, state.revisions[name]) for number, name in enumerate(names, start=1)
    )


def revision(state: Work, name: str) -> Revision | None:
    """Return one text, if it is there."""
    found = state.revisions.get(name)
    if found is None:
        return None
    return next(one for one in revisions(state, found.fact.version_of) if one.name == name)


def open_revisions(log: Log, state: Work, some: Iterable[Revision]) -> dict[str, Opened]:
    """Return the words of some texts: as many statements for any number of them."""
    wanted = tuple(some)
    hidden, taken = hidden_entries(log.origin), withdrawn(state)
    entries = {one.told.entry for one in wanted} - taken[LIST]
    lists = find_texts(log, entries, path=LIST, away=hidden)
    order = [one.entry for one in state.revisions.values()]
    place = {entry: at for at, entry in enumerate(order)}
    found = {one.name: _listed(lists.get(one.told.entry)) for one in wanted}
    needed = {
        order[at]
        for one in wanted
        for at in places(found[one.name] or (), own=place[one.told.entry])
        if at < len(order)
    }
    texts = {
        place[entry]: text
        for entry, text in find_texts(log, needed - taken[TEXT], path=TEXT, away=hidden).items()
    }
    return {
        one.name: Opened(
            one,
            read(found[one.name] or (), own=place[one.told.entry], texts=texts),
            whole=found[one.name] is not None,
        )
        for one in wanted
    }


def open_last(log: Log, state: Work, version: Version | None = None) -> Opened | None:
    """Return the words of the last text whose list of paragraphs still opens."""
    every = revisions(state, version)
    for one in reversed(every):
        found = open_revisions(log, state, [one])[one.name]
        if found.whole or one is every[0]:
            return found
    return None


def withdrawn(state: Work) -> Mapping[str, frozenset[int]]:
    """Return by field the entries whose words were taken from view."""
    found: dict[str, frozenset[int]] = {}
    for one in state.said.withdrawn:
        found[one.fact.path] = found.get(one.fact.path, frozenset()) | {one.fact.entry}
    return defaultdict(frozenset, found)


def words_at(log: Log, state: Work, entry: int, *, path: str) -> str | None:
    """Return what one field of one entry says; None where it cannot be shown."""
    wanted = {entry} - withdrawn(state)[path]
    away = hidden_entries(log.origin)
    return find_texts(log, wanted, path=path, away=away).get(entry) if wanted else None


def _listed(written: str | None) -> tuple[Listed, ...] | None:
    try:
        return listed(written) if written is not None else None
    except NotAList:
        return None
