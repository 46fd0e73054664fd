"""What a meeting did not come to may be brought to a later one; what was refused may not."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from tests.core.facts.story import an_id
from withus.core.facts import meeting as m
from withus.core.history.state import AgendaItem, Meeting
from withus.core.history.told import Told
from withus.core.meeting.left_over import left_over
from withus.core.words import Placed, Way

MEETING = an_id("a meeting")
STARTS = datetime(2026, 12, 1, 10, tzinfo=UTC)


def told(fact: Any, entry: int = 0) -> Told[Any]:
    return Told(fact, entry, STARTS, "who", None, None)


def an_agenda_item(outcome: Placed | None) -> AgendaItem:
    asked = m.ItemAsked(meeting=MEETING, item=an_id("an item"), capacity=None, title="")
    if outcome is None:
        return AgendaItem(told(asked))
    placed = m.ItemPlaced(
        item=an_id("an item"),
        outcome=outcome,
        order=1,
        urgent=False,
        private_by_law=False,
        told_before=True,
        reason="",
    )
    return AgendaItem(told(asked), told(placed))


def a_meeting(*facts: Any) -> Meeting:
    called = m.MeetingCalled(
        meeting=MEETING,
        board=an_id("a board"),
        starts=STARTS,
        ends=STARTS.replace(hour=12),
        ways=frozenset({Way.ROOM}),
        called_by=None,
        where="",
    )
    items = {str(outcome): an_agenda_item(outcome) for outcome in (None, *Placed)}
    names = {m.MeetingCancelled: "cancelled", m.MeetingOpened: "opened", m.MeetingClosed: "closed"}
    return Meeting(
        called=told(called),
        items=items,
        **{names[type(each)]: told(each) for each in facts},  # type: ignore[arg-type]
    )


CANCELLED = m.MeetingCancelled(meeting=MEETING, reason="")
OPENED = m.MeetingOpened(meeting=MEETING, chairs=frozenset({an_id("chair")}))
CLOSED = m.MeetingClosed(meeting=MEETING)


@pytest.mark.parametrize(
    ("facts", "left"),
    [
        ((), ("not_reached",)),
        ((OPENED,), ("not_reached",)),
        ((OPENED, CLOSED), ("None", "not_reached")),
        ((CANCELLED,), ("None", "on", "not_reached")),
    ],
    ids=["to come", "under way", "over", "cancelled"],
)
def test_it_hangs_on_how_far_the_meeting_came(
    facts: tuple[Any, ...], left: tuple[str, ...]
) -> None:
    assert left_over(a_meeting(*facts), at=STARTS) == left


def test_of_a_meeting_whose_time_went_by_unopened_all_is_left_but_what_was_refused() -> None:
    later = STARTS.replace(hour=13)
    assert left_over(a_meeting(), at=later) == ("None", "on", "not_reached")
    assert left_over(a_meeting(OPENED), at=later) == ("not_reached",)
