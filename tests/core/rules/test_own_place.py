"""Deputies are the member's own choice: whoever holds the place next has none of them."""

from __future__ import annotations

from dataclasses import replace

from tests.core.facts.story import BOARD, STORY, an_id, leaves
from withus.core.facts import joining as f
from withus.core.facts.encoding import decode
from withus.core.facts.fact import Fact
from withus.core.history.fold import replay
from withus.core.history.state import Board
from withus.core.rules.own_place import counts_for, deputies_of
from withus.core.words import Capacity, Ended

SEAT = an_id("seat 1")
NAMED = next(fact for fact in STORY if isinstance(fact, f.DeputyNamed))
BEGUN = STORY[: STORY.index(NAMED) + 1]
LEFT = f.PlaceLeft(holding=an_id("holding 1"), how=Ended.RESIGNED, early=True)
NEXT = next(fact for fact in STORY if isinstance(fact, f.PlaceTaken))
AGAIN = replace(NEXT, holding=an_id("holding 2"), person=an_id("Ed"))


def after(*facts: Fact) -> Board:
    """Return the board after the story as far as the deputy, and some facts more."""
    written = leaves((*BEGUN, *facts))
    entries = [decode(leaf, index=index) for index, (leaf, _) in enumerate(written)]
    return replay(entries).boards[BOARD]


def chosen(board: Board) -> list[str]:
    """Return the ids of the deputies of the place."""
    return [each.named.fact.deputy for each in deputies_of(board, board.places[SEAT])]


def test_a_deputy_stands_until_they_are_ended() -> None:
    assert chosen(after()) == [NAMED.deputy]
    assert chosen(after(f.DeputyEnded(deputy=NAMED.deputy))) == []


def test_whoever_holds_the_place_next_has_not_chosen_them() -> None:
    assert chosen(after(LEFT)) == []
    assert chosen(after(LEFT, AGAIN)) == []
    another = replace(NAMED, deputy=an_id("deputy 2"))
    assert chosen(after(LEFT, AGAIN, another)) == [another.deputy]


def test_a_deputy_of_another_place_is_not_one_of_this() -> None:
    other = replace(NAMED, deputy=an_id("deputy 3"), place=an_id("seat 3"))
    assert chosen(after(other)) == [NAMED.deputy]


def test_a_deputy_counts_in_the_same_capacity_alone() -> None:
    made = after().places[SEAT].made.fact
    assert counts_for(NAMED, made)
    assert not counts_for(replace(NAMED, capacity=Capacity.UNPAID_CARERS), made)
