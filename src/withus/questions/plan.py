"""The plan of a work, for whoever looks at it: which text stands, whose words, what was suggested.

How many texts there are, when, and in which capacity, anybody may see. Words are opened for those
on the work's boards and on duty for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from withus.core.history.standing import in_force, outcome_of
from withus.core.history.state import Holding
from withus.core.history.work import Suggestion
from withus.core.rules.drafting import says_so
from withus.core.words import Capacity, Outcome, ShownAs, SuggestionOutcome, Version
from withus.questions.names import named_in
from withus.questions.works import WorkHere
from withus.stores.drafting import unshared
from withus.stores.drafting.texts import (
    Opened,
    Revision,
    open_last,
    open_last_beside,
    open_revisions,
    revisions,
    said_at,
    words_at,
    words_of,
)
from withus.stores.drafting.unshared import Draft

__all__ = ["Opened", "Revision", "Version", "last_text", "open_texts", "plan_texts", "who"]
IN_THE_PLAN = (SuggestionOutcome.MERGED, SuggestionOutcome.PARTLY)


@dataclass(frozen=True, slots=True)
class Speaks:
    """Whoever speaks from a place: in which capacity; and by name, where they chose that."""

    capacity: Capacity
    name: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many suggestions there are, how many are answered, and how many changed the plan."""

    all: int
    answered: int
    changed: int


def plan_texts(found: WorkHere, version: Version | None = None) -> tuple[Revision, ...]:
    """Return the texts of a plan in order, or of it in another form."""
    return revisions(found.state, version)


def last_text(found: WorkHere, version: Version | None = None) -> Opened | None:
    """Return the words of the text that stands."""
    return open_last(found.log, found.state, version)


def last_text_beside(
    found: WorkHere, some: Iterable[Suggestion]
) -> tuple[Opened | None, dict[int, str]]:
    """Return the words of the text that stands, and of some suggestions by their entries."""
    return open_last_beside(found.log, found.state, [one.made.entry for one in some])


def open_texts(found: WorkHere, some: Iterable[Revision]) -> dict[str, Opened]:
    """Return the words of some texts."""
    return open_revisions(found.log, found.state, some)


def credits_of(found: WorkHere, one: Revision) -> str:
    """Return who put a text into its form, and who checked it, as far as it can be shown."""
    return words_at(found.log, found.state, one.told.entry, path="credits") or ""


def agreed(found: WorkHere) -> frozenset[str]:
    """Return the texts that a board of the work carried."""
    return frozenset(
        name
        for meeting in found.meetings.values()
        for motion in meeting.motions.values()
        if (name := motion.put.fact.revision) is not None
        and name in found.state.revisions
        and (taken := in_force(motion)) is not None
        and outcome_of(taken) is Outcome.CARRIED
    )


def holdings_of(found: WorkHere) -> dict[str, tuple[Holding, Capacity]]:
    """Return every holding on the boards of a work, also those that are over."""
    return {
        one.taken.fact.holding: (one, place.made.fact.capacity)
        for board in found.boards.values()
        for place in board.places.values()
        for one in place.holdings
    }


def who(
    found: WorkHere, wanted: Iterable[str | None], *, names: bool = True
) -> Mapping[str, Speaks]:
    """Return who speaks from some places; a name only where they chose to be shown by it."""
    known = holdings_of(found)
    some = {each: known[each] for each in set(wanted) if each is not None and each in known}
    named = [
        one.taken.entry for one, _ in some.values() if one.taken.fact.shown_as is ShownAs.NAMED
    ]
    called = named_in(found.log, named) if named and names else {}
    return {
        each: Speaks(capacity, called.get(one.taken.entry, ""))
        for each, (one, capacity) in some.items()
    }


def to_write_for(found: WorkHere, mine: Iterable[str]) -> list[tuple[str, str, Capacity]]:
    """Return by name those who hold a place now and for whom somebody may write something down."""
    own = set(mine)
    held = [
        (place.held, place.made.fact.capacity)
        for board in found.boards.values()
        for place in board.places.values()
        if place.ended is None and place.held and place.held.taken.fact.holding not in own
    ]
    names = named_in(found.log, [one.taken.entry for one, _ in held])
    told = [
        (one.taken.fact.holding, names[one.taken.entry], capacity)
        for one, capacity in held
        if one.taken.entry in names
    ]
    return sorted(told, key=lambda each: (each[1].casefold(), each[0]))


def confirmed(found: WorkHere, entry: int) -> bool | None:
    """Tell whether somebody said that what was typed for them is right; None: nothing is said."""
    if not any(each.fact.entry == entry for each in found.state.said.confirmed):
        return None
    return says_so(found.state, entry)


def counts(found: WorkHere) -> Counts:
    """Return how many suggestions there are, and what became of them."""
    every = found.state.suggestions.values()
    ended = [one.ended.fact.outcome for one in every if one.ended]
    return Counts(len(every), len(ended), sum(each in IN_THE_PLAN for each in ended))


def suggestion_entries(some: Iterable[Suggestion]) -> set[int]:
    """Return the entries that hold the words of suggestions, and of what was said of them."""
    found: set[int] = set()
    for one in some:
        found |= {one.made.entry, *(each.entry for each in one.discussed)}
        found |= {one.ended.entry} if one.ended else set()
    return found


def said_of(found: WorkHere, one: Suggestion) -> Mapping[tuple[int, str], str]:
    """Return the words of a suggestion, of its answer, and of what people say of it."""
    entries = suggestion_entries([one])
    return said_at(found.log, found.state, entries, paths=("words", "reason"))


def suggested_words(found: WorkHere, some: Iterable[Suggestion]) -> dict[int, str]:
    """Return the words of some suggestions, by their entries."""
    return words_of(found.log, found.state, [one.made.entry for one in some], path="words")


def writing(found: WorkHere, person: str, *, form: str) -> Draft | None:
    """Return what somebody is writing and has not saved for the others."""
    return unshared.find(found.origin, person, work=found.id, form=form)
