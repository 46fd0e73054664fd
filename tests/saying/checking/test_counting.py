"""How far a list may be out, in plain words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.core.boards import board, meeting, seen
from withus.core.minutes.sightings import Doubt, Meeting
from withus.saying.checking import counting
from withus.saying.checking.doubts import doubts


def doubted(*told: Doubt) -> Meeting:
    return replace(meeting(seen(line=3), seen(line=4)), doubts=told)


@pytest.mark.parametrize(
    ("doubt", "listed", "how"),
    [
        (Doubt("no_name", 4, fewer=1), "2 (1 to 2)", "may be shorter than"),
        (Doubt("more_names", 4, more=2), "2 (2 to 4)", "may be longer than"),
        (Doubt("lone_word", 4, fewer=1, more=1), "2 (1 to 3)", "may be longer or shorter than"),
        (Doubt("few_listed", 4, more=None), "2 (2 or more)", "may be longer than"),
    ],
)
def test_a_list_in_doubt_tells_its_range_and_its_line(doubt: Doubt, listed: str, how: str) -> None:
    one = doubted(doubt)
    assert counting.listed(one) == listed
    sentence = counting.open_count(one)
    assert how in sentence
    assert listed in sentence
    assert f"line 4 ({counting.why(doubt)})" in sentence


def test_a_list_with_no_doubt_says_nothing() -> None:
    assert counting.listed(doubted()) == "2"
    assert counting.open_count(doubted()) == counting.open_roles(doubted()) == ""


def test_a_word_for_the_people_it_is_about_is_told_apart_from_the_count() -> None:
    one = doubted(Doubt("affected_words", 3))
    assert counting.open_count(one) == ""
    assert "line 3" in counting.open_roles(one)


def test_many_lines_are_told_shortly() -> None:
    sentence = counting.open_count(doubted(*(Doubt("no_name", n, fewer=1) for n in range(1, 20))))
    assert sentence.count("line ") == counting.MOST_LINES - 1
    assert "more lines" in sentence


def test_a_code_of_another_time_is_told_too() -> None:
    assert counting.why(Doubt("of_tomorrow", 1)) == "it can be read in two ways"


def test_what_we_could_not_tell_starts_with_the_lists() -> None:
    first = doubts(board(doubted(Doubt("no_name", 4, fewer=1))))[0]
    assert "may be shorter" in first
    many = doubts(board(*(doubted(Doubt("no_name", 4, fewer=1)) for _ in range(9))))
    assert any(sentence.startswith("4 more such lists") for sentence in many)
