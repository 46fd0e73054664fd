"""In what capacity each text was written, and which are older than anybody whom it is about."""

from __future__ import annotations

import pytest

from tests.a_meeting import BOARD
from tests.a_plan import APlan, a_plan
from tests.kept import a_record
from withus.core.framing.seen import WorkSeen
from withus.core.wording.presence import UNPLACED, before_them, capacities
from withus.core.words import Version
from withus.stores.record.states import board_state

pytestmark = a_record


@pytest.fixture
def plan(db: None) -> APlan:
    """A plan of two texts, by Bo who draws on services and Flo who is paid."""
    found = a_plan()
    found.save("A bus at ten, or a taxi.", by="Flo")
    return found


def seen(plan: APlan, **boards: object) -> WorkSeen:
    """Return the work with its board."""
    return WorkSeen(plan.state, boards or {BOARD: board_state(plan.log, BOARD)})  # type: ignore[arg-type]


def test_each_text_has_the_capacity_of_whoever_it_is_of(plan: APlan) -> None:
    assert capacities(seen(plan)) == ["draws_on_services", "services"]
    bases = frozenset({plan.last()})
    plan.save("Bus at ten.", by="Flo", version=Version.EASY_READ, bases=bases)
    assert capacities(seen(plan)) == ["draws_on_services", "services"]


def test_whoever_holds_no_place_of_the_works_boards_is_unplaced(plan: APlan) -> None:
    there = WorkSeen(plan.state, {})
    assert capacities(there) == [UNPLACED, UNPLACED]


def test_texts_are_older_until_the_first_of_them_came(plan: APlan) -> None:
    assert before_them(seen(plan)) == 0
    assert before_them(WorkSeen(plan.state, {})) == 2
