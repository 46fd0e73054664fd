"""What a facilitator types for somebody about a motion counts once they, or another, confirm it."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.urls import get_resolver
from django.utils import timezone

from tests.a_meeting import MOST, ORIGIN, STARTS
from tests.actions.test_decisions import THEY_AGREE
from tests.deciding_in_a_room import Room, a_room, sits
from tests.kept import a_record
from tests.screens.conftest import Page
from tests.screens.deciding.test_decisions import HERE, as_, of
from withus.actions.confirming import Word, confirm
from withus.core.deciding.call import left_it
from withus.screens.deciding.decisions import motion, typing
from withus.stores.deciding.models import MotionRow

pytestmark = a_record


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the pages' clock stand at the meeting."""
    assert get_resolver().url_patterns
    at: datetime = STARTS
    monkeypatch.setattr(timezone, "now", lambda: at)
    for module in (motion, typing):
        monkeypatch.setattr(module, "now", lambda: at)


@pytest.fixture
def room(db: None) -> Room:
    """A board of which two of those it is about must agree; Di and Eve are away."""
    return a_room(THEY_AGREE, MOST, there="Bo Cy Flo")


def types(room: Room, who: str, what: str, words: str = "", status: int = 302) -> Page:
    """Let Fay type for somebody."""
    sent = {"who": sits(who), "what": what, "words": words}
    return as_(room, "Fay").post(of(room, "type/"), sent, status=status)


def say_right(room: Room, entry: int, *, by: str, right: bool = True) -> None:
    """Let somebody say that an entry is right, or is not."""
    word = Word(ORIGIN, entry, right)
    confirm(word, [room.here.people[by]], now=room.here.now)


def test_the_form_names_everybody_else_and_is_for_facilitators_alone(room: Room) -> None:
    page = as_(room, "Fay")(of(room, "type/"))
    options = page.tree.xpath("//select[@name='who']/option/text()")
    assert "Di (Draws on care and support)" in options
    assert len(options) == 7
    assert "Type for somebody what they said" in as_(room, "Fay")(of(room)).text
    assert "Type for somebody what they said" not in as_(room, "Bo")(of(room)).text
    as_(room, "Bo")(of(room, "type/"), status=403)


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"what": "agrees"}, "Choose for whom you type it."),
        ({"who": sits("Di")}, "Choose what they said."),
        ({"who": sits("Di"), "what": "objects"}, "Write a sentence or two."),
    ],
)
def test_what_is_missing_is_asked_for(room: Room, sent: dict[str, str], said: str) -> None:
    size = room.size
    assert said in as_(room, "Fay").post(of(room, "type/"), sent, status=422).text
    assert room.size == size


def test_what_was_typed_before_counts_once_it_is_confirmed(room: Room) -> None:
    room.stand("Bo", "Cy", "Flo")
    assert room.may().by_roll.decision.outcome.value == "waiting"
    types(room, "Di", "agrees", "I rang about it.")
    entry = room.size - 1
    assert room.state.motions[room.motion].before[-1].typed_by is not None
    assert room.may().by_roll.decision.outcome.value == "waiting"
    say_right(room, entry, by="Di")
    assert room.may().by_roll.decision.outcome.value == "carried"
    say_right(room, entry, by="Eve", right=False)
    assert room.may().by_roll.decision.outcome.value == "waiting"


def test_a_confirmation_after_the_roll_changes_no_word_said_before_it(room: Room) -> None:
    types(room, "Di", "agrees")
    entry = room.size - 1
    room.stand("Bo", "Cy", "Flo")
    room.decide()
    say_right(room, entry, by="Di")
    assert MotionRow.objects.get(ref=room.motion).outcome == "waiting"


def test_what_was_typed_after_settles_it_once_it_is_confirmed(room: Room) -> None:
    room.stand("Bo", "Cy", "Flo")
    made = room.decide()
    types(room, "Di", "agrees")
    entry = room.size - 1
    assert MotionRow.objects.get(ref=room.motion).outcome == "waiting"
    say_right(room, entry, by="Eve")
    assert MotionRow.objects.get(ref=room.motion).outcome == "carried"
    assert "It was carried." in as_(room, "Bo")(f"{HERE}decisions/{made.decision}/").text


def test_nobody_is_made_to_leave_an_item_by_what_another_typed(room: Room) -> None:
    room.stand("Bo", "Cy", "Flo")
    types(room, "Flo", "leaves_item", "I own the buses.")
    one = room.state.motions[room.motion]
    assert not left_it(room.state, one)
    say_right(room, room.size - 1, by="Flo")
    assert left_it(room.state, room.state.motions[room.motion]) == {sits("Flo")}


def test_an_objection_that_was_typed_is_to_be_answered_at_once(room: Room) -> None:
    room.stand("Bo", "Cy", "Flo")
    types(room, "Di", "objects", "It is too late for us.")
    assert "has not been answered" in as_(room, "Cy")(of(room)).text
    assert not room.may().may


def test_nobody_types_for_themselves(room: Room) -> None:
    page = as_(room, "Fay").post(of(room, "type/"), {"who": "none", "what": "agrees"}, status=422)
    assert "Choose for whom you type it." in page.text
