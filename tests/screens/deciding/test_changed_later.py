"""A decision that a later meeting changed says so, once that meeting is over."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.urls import get_resolver
from django.utils import timezone

from tests.a_meeting import ORIGIN, STARTS
from tests.deciding_in_a_room import AGAINST, Room, a_room
from tests.kept import a_record
from tests.screens.conftest import Visit
from tests.screens.deciding.test_decisions import HERE, as_
from withus.actions.decisions import ToPut, put_motion
from withus.actions.in_the_room import AtMeeting, end
from withus.core.facts.deciding import DecisionReopened, DecisionReversed
from withus.core.rules.situation import NotAllowed
from withus.core.words import MotionKind
from withus.screens.deciding.decisions import listed, motion, put, read, roll

pytestmark = a_record
OTHERWISE = "A later meeting decided otherwise"


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """Let the pages' clock stand where a test sets it."""
    at = [STARTS]
    assert get_resolver().url_patterns
    monkeypatch.setattr(timezone, "now", lambda: at[0])
    for module in (listed, motion, put, read, roll):
        monkeypatch.setattr(module, "now", lambda: at[0])
    return at


@pytest.fixture
def first(db: None) -> tuple[Room, str]:
    """A meeting that is over, at which something was carried, and the decision."""
    room = a_room()
    room.stand("Bo", "Cy", "Di", "Flo")
    made = room.decide()
    close(room)
    return room, made.decision


def close(room: Room) -> None:
    """Close a meeting, as whoever chairs does."""
    room.here.now += timedelta(minutes=1)
    end(AtMeeting(ORIGIN, room.meeting, room.here.people["Cy"], room.here.now))


def again(room: Room) -> Room:
    """Call a later meeting of the same board, with an item, and let the same people come."""
    here = room.here
    starts = STARTS + timedelta(days=14)
    meeting = here.call(starts)
    item = here.item(meeting, title="Night buses again")
    here.now = max(here.now, starts)
    here.open(meeting)
    here.comes(meeting, "Bo", "Cy", "Di", "Flo")
    return Room(here, meeting, item, "")


def asks(later: Room, decision: str | None) -> None:
    """Put to a meeting what would change a decision."""
    told = ToPut(later.meeting, later.item, MotionKind.OTHER, "Two buses fewer", reopens=decision)
    by = later.here.people["Cy"]
    later.motion = put_motion(told, record=ORIGIN, by=by, now=later.here.now)


def page(room: Room, decision: str) -> str:
    """Return what anybody reads of a decision."""
    return Visit(as_(room, "Bo").client, opens=True)(f"{HERE}decisions/{decision}/").text


def test_the_earlier_decision_says_so_once_the_later_meeting_is_over(
    first: tuple[Room, str], clock: list[datetime]
) -> None:
    room, decision = first
    later = again(room)
    asks(later, decision)
    clock[0] = later.here.now
    later.stand("Bo", "Cy", "Di", "Flo")
    made = later.decide()
    assert OTHERWISE not in page(room, decision)  # the roll may still be called anew
    close(later)
    told = page(room, decision)
    assert OTHERWISE in told
    assert "It was carried." in told
    assert "no longer holds" not in told.replace("holds no longer", "")
    assert "The earlier decision that this was to change" in page(room, made.decision)


def test_what_was_not_carried_changes_nothing(first: tuple[Room, str]) -> None:
    room, decision = first
    later = again(room)
    asks(later, decision)
    later.stand("Bo", "Cy", "Di", "Flo", position=AGAINST)
    later.decide()
    close(later)
    assert OTHERWISE not in page(room, decision)


def test_the_chair_chooses_among_what_was_carried_before(
    first: tuple[Room, str], clock: list[datetime]
) -> None:
    room, decision = first
    later = again(room)
    clock[0] = later.here.now
    cy, address = as_(room, "Cy"), f"{HERE}meetings/{later.meeting}/items/{later.item}/put/"
    form = cy(address)
    options = form.tree.xpath("//select[@name='reopens']/option/@value")
    assert options == ["", decision]
    sent = {"kind": "other", "words": "Two buses fewer", "reopens": decision}
    check = cy.post(address, sent)
    assert "It would change what was decided before: 1 December 2026: One more bus" in check.text
    made = cy.post(address, {**sent, "step": "put"}, status=302)
    assert "It would change this earlier decision" in cy(made.response["Location"]).text


def test_only_what_this_board_carried_elsewhere_and_nobody_changed_is_reopened(
    first: tuple[Room, str],
) -> None:
    room, decision = first
    later = again(room)
    with pytest.raises(NotAllowed, match="no_such_decision"):
        asks(later, "A" * 21 + "A")
    asks(later, decision)
    with pytest.raises(NotAllowed, match="reopened_already"):
        room.here.act(DecisionReopened(motion=later.motion, decision=decision), by="Cy")
    later.stand("Bo", "Cy", "Di", "Flo")
    made = later.decide()
    close(later)
    third = again(room)
    with pytest.raises(NotAllowed, match="changed_already"):
        asks(third, decision)
    asks(third, made.decision)


def test_nobody_marks_a_decision_by_hand(first: tuple[Room, str]) -> None:
    room, decision = first
    later = again(room)
    asks(later, None)
    later.stand("Bo", "Cy", "Di", "Flo")
    made = later.decide()
    close(later)
    fact = DecisionReversed(decision=decision, by_decision=made.decision)
    for by in ("Cy", "Fay", None):
        with pytest.raises(NotAllowed, match="no_such_decision"):
            room.here.act(fact, by=by)
