"""A fact as the fold keeps it: without what is sealed, and with the entry it came from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, datetime
from functools import cache
from operator import is_not
from typing import Any, Generic, TypeVar

from withus.core.facts import answering, deciding, drafting, framing, meeting, supporting
from withus.core.facts import keeping as k
from withus.core.facts.encoding import Entry
from withus.core.facts.fact import Fact, Missing, layout
from withus.core.facts.forms import NotSo, refers

F_co = TypeVar("F_co", bound=Fact, covariant=True)
S = TypeVar("S")
PLAIN = frozenset({str, int, bool, type(None)})

SAID_AGAIN = tuple(
    kind
    for kind in (
        *(*meeting.FACTS, *deciding.FACTS, *supporting.FACTS),
        *(*framing.FACTS, *drafting.FACTS, *answering.FACTS),
    )
    if kind
    not in (
        meeting.PaperOut,
        deciding.DecisionSigned,
        deciding.DecisionReported,
        framing.WorkOpened,
    )
)
"""What happens in a meeting or a work: put right by what is said next, so that what was decided by
it, and what came before what, can never be otherwise afterwards."""
NEVER_CORRECTED = (k.EntryCorrected, k.KeyReplaced, k.LogContinued, *SAID_AGAIN)
"""What is put right by saying it again, or by a signature: never by rewriting it."""
FIXED = {"board", "entry", "practice", "follows", "about_one_person"}
"""Where an entry belongs, and what a whole record is."""


@dataclass(frozen=True, slots=True)
class Told(Generic[F_co]):
    """A fact, and where, when and by whom it was entered. Its sealed fields are not opened."""

    fact: F_co
    entry: int
    at: datetime | date
    by: str | None
    typed_by: str | None
    claimed_at: datetime | None

    @property
    def day(self) -> date:
        """Tell the day of the log's time, in UTC."""
        return self.at.date() if isinstance(self.at, datetime) else self.at


def told(entry: Entry) -> Told[Fact]:
    """Take from an entry what the fold may know of it.

    Not: names and words. A state that is kept must hold nothing that can be erased.
    """
    said, fact = entry.circumstances, entry.fact
    if any(getattr(fact, path) is not Missing.NEVER for path in layout(type(fact)).sealed):
        fact = replace(fact, **dict.fromkeys(layout(type(fact)).sealed, Missing.NEVER))
    return Told(fact, entry.index, said.at, said.by, said.typed_by, said.claimed_at)


def corrected(each: Told[F_co], *, name: str, value: Any) -> Told[F_co]:
    """Tell a fact with one clear field put right; unchanged if that field cannot be corrected.

    Shape: `value` as it stands in the correction's leaf; one of another form changes nothing.
    Not: ids, by which entries refer to one another: those stay as they are.
    """
    fact = each.fact
    if not may_be_corrected(type(fact), name):
        return each
    form = layout(type(fact)).clear[name]
    try:
        after = replace(fact, **{name: form.read(value)})
    except NotSo:
        return each
    return each if after == fact else replace(each, fact=after)


def may_be_corrected(kind: type[Fact], name: str) -> bool:
    """Tell whether a field of a type of fact may be put right by a later entry.

    Not: sealed fields, which are withdrawn or erased instead; ids, of the fact itself or of what
        it refers to; an earlier correction; whether a record is a practice run.
    """
    form = layout(kind).clear.get(name)
    fixed = name in FIXED or kind in NEVER_CORRECTED
    return form is not None and not fixed and not refers(form)


def with_change(state: S, entry: int, change: Callable[[Told[Fact]], Told[Fact]]) -> S:
    """Tell a state in which the fact of one entry is changed, wherever the state keeps it.

    Shape: any state made of dataclasses, tuples, dicts and Told; the state itself, and each part
        of it, where nothing changes in it.
    """
    changed: Any = state
    if isinstance(state, Told):
        changed = change(state) if state.entry == entry else state
    elif isinstance(state, tuple):
        each_after = [with_change(each, entry, change) for each in state]
        if any(map(is_not, each_after, state)):
            changed = tuple(each_after)
    elif isinstance(state, dict):
        after = {name: with_change(each, entry, change) for name, each in state.items()}
        if any(map(is_not, after.values(), state.values())):
            changed = after
    elif type(state) not in PLAIN:
        kind: Any = type(state)
        anew = {}
        for name in names_of(kind):
            part = getattr(state, name)
            after = with_change(part, entry, change)
            if after is not part:
                anew[name] = after
        if anew:
            changed = replace(changed, **anew)
    return changed  # type: ignore[no-any-return]


@cache
def names_of(kind: type) -> tuple[str, ...]:
    """Tell the names of a dataclass's fields, in order; anything else has none."""
    return tuple(each.name for each in fields(kind)) if is_dataclass(kind) else ()
