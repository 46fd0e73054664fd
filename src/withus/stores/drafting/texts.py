"""The texts of a plan in order, and the words of some of them, in a few statements for any number.

Not: a check of who asks; that is for the question or the action that calls this.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from withus.core.drafting.kept import Listed, NotAList, Passage, listed, places, read, text_of
from withus.core.facts.drafting import RevisionMade
from withus.core.history.told import Told
from withus.core.history.work import Work
from withus.core.words import Version
from withus.stores.record.models import Log
from withus.stores.record.openings import find_said
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
    lists = words_of(log, state, [one.told.entry for one in wanted], path=LIST)
    return from_lists(log, state, wanted, lists)


def from_lists(
    log: Log, state: Work, wanted: Sequence[Revision], lists: Mapping[int, str]
) -> dict[str, Opened]:
    """Return the words of some texts, by the lists of their paragraphs."""
    order = [one.entry for one in state.revisions.values()]
    place = {entry: at for at, entry in enumerate(order)}
    found = {one.name: _listed(lists.get(one.told.entry)) for one in wanted}
    needed = {
        order[at]
        for one in wanted
        for at in places(found[one.name] or (), own=place[one.told.entry])
        if at < len(order)
    }
    said = words_of(log, state, needed, path=TEXT)
    texts = {place[entry]: text for entry, text in said.items()}
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
    return open_last_beside(log, state, (), version=version)[0]


def open_last_beside(
    log: Log, state: Work, entries: Iterable[int], *, version: Version | None = None
) -> tuple[Opened | None, dict[int, str]]:
    """Return the same, and the `words` of some other entries, in no more statements."""
    every = revisions(state, version)
    first = {every[-1].told.entry} if every else set()
    said = said_at(log, state, {*entries, *first}, paths=(LIST, "words"))
    words = {entry: told for (entry, path), told in said.items() if path != LIST}
    lists = {entry: told for (entry, path), told in said.items() if path == LIST}
    found = None
    for one in reversed(every):
        if one is not every[-1]:
            lists = words_of(log, state, [one.told.entry], path=LIST)
        found = from_lists(log, state, [one], lists)[one.name]
        if found.whole:
            break
    return found, words


def withdrawn(state: Work) -> Mapping[str, frozenset[int]]:
    """Return by field the entries whose words were taken from view."""
    found: dict[str, frozenset[int]] = {}
    for one in state.said.withdrawn:
        found[one.fact.path] = found.get(one.fact.path, frozenset()) | {one.fact.entry}
    return defaultdict(frozenset, found)


def words_at(log: Log, state: Work, entry: int, *, path: str) -> str | None:
    """Return what one field of one entry says; None where it cannot be shown."""
    return words_of(log, state, [entry], path=path).get(entry)


def words_of(log: Log, state: Work, entries: Iterable[int], *, path: str) -> dict[int, str]:
    """Return what one field of some entries says, by entry, as far as it can be shown."""
    found = said_at(log, state, entries, paths=(path,))
    return {entry: words for (entry, _), words in found.items()}


def said_at(
    log: Log, state: Work, entries: Iterable[int], *, paths: Sequence[str]
) -> dict[tuple[int, str], str]:
    """Return what some fields of some entries say, by entry and field, as far as shown."""
    wanted = set(entries)
    if not wanted:
        return {}
    found = find_said(log, wanted, paths=paths, away=hidden_entries(log.origin))
    gone = withdrawn(state)
    return {spot: words for spot, words in found.items() if spot[0] not in gone[spot[1]]}


def _listed(written: str | None) -> tuple[Listed, ...] | None:
    try:
        return listed(written) if written is not None else None
    except NotAList:
        return None
