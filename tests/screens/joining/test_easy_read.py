"""A board in short words: whoever reads only these knows who is on it, and who decides."""

from __future__ import annotations

import re

import pytest

from tests.core.facts.story import DAY, an_id
from tests.example_record import HOME, opened, opening, rules, seated
from tests.kept import a_record, write_story
from tests.screens.conftest import Visit
from tests.screens.kept import BOARD, Kept
from tests.screens.mine.somebody import a_member, on_duty
from withus.core.facts.joining import RulesSet
from withus.core.words import Capacity, Duty, Level

pytestmark = a_record
EASY = f"{BOARD}easy-read/"
D, F, S = Capacity.DRAWS_ON_SERVICES, Capacity.UNPAID_CARERS, Capacity.SERVICES
LONGEST = 16  # words in a sentence


def test_it_tells_who_is_on_the_board_who_decides_and_whom_to_ask(visit: Visit, kept: Kept) -> None:
    told = visit(EASY).text
    for said in (
        "This is the Coming Home board.",
        "The board has 12 places. 2 places are empty.".replace(". 2", ".2"),
        "2 people on the board draw on care and support.",
        "2 people are unpaid carers.",
        "No.The others cannot decide without them.",
        "Health and Care board is above this board.",
        "You can ask whoever told you about this board.",
        "have not checked it yet",
    ):
        assert said in told


def test_each_idea_has_one_picture_and_short_sentences(visit: Visit, kept: Kept) -> None:
    ideas = visit(EASY).tree.xpath("//*[@class='idea']")
    assert len(ideas) >= 9
    for one in ideas:
        assert one.xpath(".//svg/title")[0].text and one.xpath(".//svg/*[not(self::title)]")
        lines = [line.text_content() for line in one.xpath(".//p")]
        assert 1 <= len(lines) <= 3
        sentences = [each for line in lines for each in re.split(r"[.?] ?", line) if each]
        assert all(len(each.split()) <= LONGEST for each in sentences), lines


@pytest.mark.parametrize(
    ("places", "told", "expected"),
    [
        ([D, D, *[S] * 9], rules()[1:2], "Yes.The others can decide without them."),
        ([D, D, *[S] * 9], rules()[1:3], "No.The others cannot decide without them."),
        ([D, D, *[S] * 9], [], "No rule says who must agree."),
        ([S, S], rules()[1:2], "None of the people it is about has a vote."),
        ([D, F], rules()[1:2], "There are no others."),
    ],
)
def test_the_answer_is_that_of_the_mirror(
    visit: Visit, places: list[Capacity], told: list[dict[str, object]], expected: str
) -> None:
    board = opened(HOME, "A board", Level.COMMUNITY, None)
    ruled = RulesSet(board=HOME, rules=told, from_=DAY, decision=None)
    write_story(facts=[opening(), board, *seated(HOME, places, empty=set()), ruled])
    assert expected in visit(EASY).text


def test_where_only_a_promise_keeps_the_others_from_deciding_it_says_so(visit: Visit) -> None:
    majority, agree = rules()[1], {**rules()[2], "force": "promise", "source": None}
    board = opened(HOME, "A board", Level.COMMUNITY, None)
    ruled = RulesSet(board=HOME, rules=[majority, agree], from_=DAY, decision=None)
    places = seated(HOME, [D, D, *[S] * 9], empty=set())
    write_story(facts=[opening(), board, *places, ruled])
    assert "This hangs on a promise." in visit(EASY).text
    assert "That hangs on a promise." in visit(BOARD).text


def test_who_runs_the_work_is_named_to_those_inside_only() -> None:
    wren = a_member()
    on_duty(Duty.FACILITATOR, "Jo Bell")
    inside = Visit(wren.visit.client, opens=True)
    assert "You can ask Jo Bell." in inside(EASY).text
    from django.test import Client

    assert "Jo Bell" not in Visit(Client())(EASY).text


def test_a_board_that_is_not_here_has_none(visit: Visit, kept: Kept) -> None:
    visit(EASY.replace(HOME, an_id("nowhere")), status=404)
