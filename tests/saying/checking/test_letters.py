"""Three letters, filled in and ready to be changed."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings

from tests.core.boards import board, meeting, room, some_boards
from withus.core.minutes.series import Series
from withus.saying.checking.findings import panel
from withus.saying.checking.letters import Letter, law_of, letters

TODAY, BY = date(2026, 11, 23), date(2026, 12, 7)
PLACEHOLDERS = {"[Your name]", "[Your address or e-mail]", "[the board’s name]"}
SERIES = board(
    meeting(*room(affected=2, others=9), held=date(2025, 11, 4)),
    meeting(*room(affected=1, others=9), number=2, held=date(2026, 2, 3)),
)


def written(series: Series, law: str = "Freedom of Information Act 2000") -> dict[str, Letter]:
    return {one.id: one for one in letters(series, today=TODAY, answer_by=BY, law=law)}


def test_there_are_three_and_each_says_whom_it_goes_to() -> None:
    made = written(SERIES)
    assert list(made) == ["chair", "question", "request"]
    assert all(one.title and one.to for one in made.values())


def test_the_letter_to_the_chair_holds_every_fact() -> None:
    text = written(SERIES)["chair"].text
    figures = panel(SERIES)[0].sentence
    for fact in (
        "23 November 2026",
        "To the Chair of Partnership Board",
        "4 November 2025 and 3 February 2026",
        "by 7 December 2026 (ten working days)",
        figures,
    ):
        assert fact in text


def test_the_question_holds_the_board_the_meetings_and_the_figures() -> None:
    text = written(SERIES)["question"].text
    for fact in ("Partnership Board", "the minutes of 2 meetings", panel(SERIES)[0].sentence):
        assert fact in text
    assert "the minutes of 1 meeting (" in written(board(SERIES.meetings[0]))["question"].text


def test_the_request_holds_the_board_the_day_and_the_law() -> None:
    text = written(SERIES, law_of("scotland"))["request"].text
    assert "Request under the Freedom of Information (Scotland) Act 2002" in text
    assert "about Partnership Board" in text
    assert "23 November 2026" in text


@pytest.mark.parametrize("nation", ["england", "wales", "northern-ireland", ""])
def test_the_law_is_that_of_the_nation(nation: str) -> None:
    assert law_of(nation) == "Freedom of Information Act 2000"


@given(series=some_boards())
@settings(max_examples=40, deadline=None)
def test_nothing_is_left_to_fill_in_but_what_stands_in_brackets(series: Series) -> None:
    for one in written(series).values():
        assert "%(" not in one.text
        assert "None" not in one.text
        assert set(re.findall(r"\[[^\]]*\]", one.text)) <= PLACEHOLDERS
        assert "[Your name]" in one.text


def test_a_board_with_no_name_is_left_to_fill_in() -> None:
    for one in written(board(*SERIES.meetings, name="")).values():
        assert "[the board’s name]" in one.text


def test_minutes_that_give_no_figure_say_so_in_the_letter() -> None:
    assert "We cannot tell." in written(board(meeting(*room(unsure=3))))["chair"].text
