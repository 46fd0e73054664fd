"""Records made of facts in some order, as the fold takes them; and random ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import strategies as some

from tests.core.facts.story import BOARD, EVERY, ORIGIN, START, STORY, an_id
from withus.core.facts.circumstances import HOST, Circumstances
from withus.core.facts.encoding import Entry
from withus.core.facts.fact import Fact, Missing, layout
from withus.core.facts.forms import refers
from withus.core.history.fold import History, replay
from withus.core.history.state import Board

FEW = (BOARD, an_id("elsewhere"), an_id("a"), an_id("b"))
ENTRIES = (*range(6), 2**31 - 1)


def entry(fact: Fact, index: int) -> Entry:
    """Return an entry of a fact as it is read by whoever holds no openings."""
    at = START + timedelta(hours=index)
    said = Circumstances(at=at.date(), by=None) if fact.BY_NOBODY else Circumstances(at=at, by=HOST)
    sealed = layout(type(fact)).sealed
    return Entry(
        origin=ORIGIN,
        index=index,
        nonce=an_id(f"nonce {index}"),
        circumstances=said,
        fact=replace(fact, **dict.fromkeys(sealed, Missing.NEVER)),
        sealed=dict.fromkeys(sealed, "A" * 43),
    )


def record(facts: Iterable[Fact]) -> list[Entry]:
    """Return the entries of a record in which these facts are told, in order."""
    return [entry(fact, index) for index, fact in enumerate(facts)]


def history(*facts: Fact) -> History:
    """Return what follows from these facts, in order."""
    return replay(record(facts))


def board(*facts: Fact) -> Board:
    """Return the board of the story as it stands after these facts."""
    return history(*facts).boards[BOARD]


def first(kind: type[Fact], **fields: Any) -> Any:
    """Return the story's first fact of a type, with some fields otherwise."""
    found: Any = next(fact for fact in EVERY if isinstance(fact, kind))
    return replace(found, **fields)


def until(kind: type[Fact]) -> tuple[Fact, ...]:
    """Return the story before its first fact of a type."""
    return STORY[: next(n for n, fact in enumerate(STORY) if isinstance(fact, kind))]


@some.composite
def scrambled(draw: some.DrawFn) -> Fact:
    """Return a fact of the story whose ids and entries are drawn from a few."""
    fact: Any = draw(some.sampled_from(EVERY))
    changes: dict[str, Any] = {
        name: draw(some.sampled_from(FEW))
        for name, form in layout(type(fact)).clear.items()
        if refers(form) and not isinstance(getattr(fact, name), frozenset | tuple)
        if draw(some.booleans())
    }
    if hasattr(fact, "entry"):
        changes["entry"] = draw(some.sampled_from(ENTRIES))
    if hasattr(fact, "value"):
        changes["field"] = draw(some.sampled_from(CORRECTIBLE))
        changes["value"] = draw(some.sampled_from(VALUES))
    told: Fact = replace(fact, **changes)
    return told


CORRECTIBLE = ("capacity", "chair", "name", "rules", "routes", "value", "holding", "person", "no")
VALUES: tuple[Any, ...] = ("ulo", "elected", True, 1, None, [], ["letter"], {"a": 1}, [{}], BOARD)
STORIES: some.SearchStrategy[Sequence[Fact]] = some.permutations(EVERY) | some.lists(
    scrambled(), max_size=25
).map(lambda others: (*STORY[:9], *others))
RECORDS = STORIES.map(record)
"""The story shuffled; or its beginning, and then whatever refers to this and that."""
