"""Which stage of a work has closed, by which entry, and who was in by then."""

from __future__ import annotations

import pytest

from tests.core.facts.story import an_id
from tests.core.framing.a_start import BOARD, CARES, DRAWS, SERVES, WORK, Start, a_start
from withus.core.facts.framing import QuestionAgreed, QuestionProposed
from withus.core.framing.stages import stages
from withus.core.words import MotionKind, Outcome, Stage


@pytest.fixture
def start() -> Start:
    """A group, and nothing said yet."""
    begun = a_start()
    for name, capacity in (("bo", DRAWS), ("di", DRAWS), ("eve", CARES), ("flo", SERVES)):
        begun.sits(name, capacity)
    return begun


def closed(start: Start) -> dict[Stage, int | None]:
    return {each.stage: each.closed.entry if each.closed else None for each in stages(start.seen)}


def reached(start: Start) -> list[Stage]:
    return [each.stage for each in stages(start.seen) if each.reached]


def test_nothing_has_closed_at_first(start: Start) -> None:
    assert set(closed(start).values()) == {None}
    assert reached(start) == [Stage.FRAME]


def test_framing_closes_with_the_question_or_the_first_draft_whichever_is_first(
    start: Start,
) -> None:
    proposed = QuestionProposed(
        work=WORK, question=an_id("asked"), holding=None, joins=frozenset(), words="none"
    )
    start.say(proposed)
    assert closed(start)[Stage.FRAME] is None
    decision = start.decides(an_id("asked"), MotionKind.QUESTION)
    agreed = start.say(QuestionAgreed(question=an_id("asked"), decision=decision))
    start.writes("first")
    assert closed(start)[Stage.FRAME] == agreed
    assert reached(start) == [Stage.FRAME, Stage.DESIGN]


def test_a_draft_before_the_question_closes_framing(start: Start) -> None:
    entry = len(start.entries)
    start.writes("first")
    assert closed(start)[Stage.FRAME] == entry


def test_design_closes_when_the_text_is_put_and_deciding_when_it_is_carried(start: Start) -> None:
    first = start.writes("first", at=10)
    start.decides(first, MotionKind.TEXT, outcome=Outcome.NOT_CARRIED, at=11)
    put = closed(start)[Stage.DESIGN]
    assert put is not None
    assert closed(start)[Stage.DECIDE] is None
    second = start.writes("second", first, at=12)
    start.decides(second, MotionKind.TEXT, at=13)
    told = closed(start)
    assert (told[Stage.DESIGN] or 0) > put
    assert told[Stage.DECIDE] == len(start.entries) - 1
    assert reached(start) == [Stage.FRAME, Stage.DESIGN, Stage.DECIDE, Stage.DELIVER]


@pytest.mark.parametrize("outcome", [Outcome.WAITING, Outcome.UNSETTLED, Outcome.ADVISED])
def test_deciding_has_not_closed_while_anything_of_it_is_open(
    start: Start, outcome: Outcome
) -> None:
    start.decides(start.writes("first"), MotionKind.TEXT, outcome=outcome)
    assert closed(start)[Stage.DECIDE] is None


def test_another_kind_of_motion_closes_nothing(start: Start) -> None:
    start.decides(start.writes("first"), MotionKind.MONEY)
    assert closed(start)[Stage.DESIGN] is None


def test_who_was_in_is_told_as_of_when_a_stage_closed(start: Start) -> None:
    start.writes("first", at=10)
    start.sits("late", DRAWS, at=11)
    found = {each.stage: each for each in stages(start.seen)}
    assert found[Stage.FRAME].there == {DRAWS: 2, CARES: 1, SERVES: 1}
    assert found[Stage.DESIGN].there[DRAWS] == 3
    assert found[Stage.DECIDE].there == {}
    assert BOARD in start.seen.boards
