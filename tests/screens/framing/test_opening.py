"""Beginning a work, and the list of works."""

from __future__ import annotations

from typing import Any

import pytest

from tests.a_meeting import BOARD, a_board
from tests.a_work import There, a_work
from tests.core.facts.story import an_id
from tests.kept import a_record
from tests.screens.framing.test_page import WORKS
from tests.screens.meeting.people import Sitting, anybody
from withus.core.facts import framing as f
from withus.core.words import Level

pytestmark = a_record
OPEN = f"{WORKS}open/"


@pytest.fixture
def at(db: None) -> Sitting:
    """The board of Ambleford, with nothing begun."""
    return Sitting(a_board())


def many(there: There, count: int) -> None:
    """Begin more works."""
    for number in range(count):
        told: dict[str, Any] = {
            "board": BOARD,
            "boards": frozenset[str](),
            "level": Level.COMMUNITY,
        }
        named: dict[str, Any] = {"work": an_id(f"work {number}"), "name": f"Work {number:02}"}
        there.here.act(f.WorkOpened(**named, **told, about_one_person=False), by="Fay")


def test_whoever_runs_the_work_begins_it_and_everybody_finds_it(at: Sitting) -> None:
    assert "Nothing is begun yet" in anybody()(WORKS).text
    page = at.as_("Fay").post(OPEN, {"name": "Night buses", "board": BOARD}, status=302)
    assert at.as_("Fay")(page.response["Location"]).h1 == "Night buses"
    assert "Night buses" in anybody()(WORKS).text


def test_a_name_and_a_board_are_asked_for(at: Sitting) -> None:
    page = at.as_("Fay").post(OPEN, {}, status=422)
    assert "The name is missing" in page.text
    page = at.as_("Fay").post(OPEN, {"name": "x" * 121, "board": BOARD}, status=422)
    assert "longer than 120" in page.text


@pytest.mark.parametrize("name", ["Bo", "Una", "Sam"])
def test_others_are_told_who_begins_work(at: Sitting, name: str) -> None:
    assert "facilitator" in at.as_(name)(OPEN, status=403).text.lower()


def test_the_list_is_searched_sorted_and_turned_and_asks_the_same_for_ten_as_for_hundreds(
    db: None,
) -> None:
    there = a_work()
    many(there, 9)
    visit = anybody()
    visit(WORKS)
    few = len(visit.asked)
    for number in range(9, 30):
        told: dict[str, Any] = {
            "board": BOARD,
            "boards": frozenset[str](),
            "level": Level.COMMUNITY,
        }
        named: dict[str, Any] = {"work": an_id(f"work {number}"), "name": f"Work {number:02}"}
        there.here.act(f.WorkOpened(**named, **told, about_one_person=False), by="Fay")
    page = visit(WORKS)
    assert len(visit.asked) <= max(few, 15)
    assert "Work 29" in page.text
    assert "Page 1 of 3" in page.text
    assert visit(f"{WORKS}?order=name").text.index("Work 00") > 0
    assert "Work 29" not in visit(f"{WORKS}?order=name").text
    assert "1 found" in visit(f"{WORKS}?q=getting").text
