"""Findings from minutes as sentences and tables."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from tests.core.boards import CARER, OFFICER, board, meeting, room, seen, some_boards
from withus.core.findings import FINDINGS, Measured
from withus.core.minutes.series import Series
from withus.core.words import Capacity, Standing
from withus.saying.checking.findings import members_of, opening, panel

STEPS = re.compile(
    r"co.?produc|co.?design|consult|engage|inform|user.led|educat|coerc|token|ladder|step|verdict",
    re.IGNORECASE,
)
DAY = date(2025, 11, 4)


def sentence(id_: str, series: Series) -> str:
    return next(one.sentence for one in panel(series) if one.id == id_)


def test_one_meeting_is_said_with_its_count_its_share_and_the_room() -> None:
    said = sentence("B1", board(meeting(*room(affected=2, others=9, support=4))))
    assert said.startswith("Of the 11 members listed, 2 are the people it is about: ")
    assert "0 people who draw on care and support and 2 unpaid carers. That is 18 in 100." in said
    assert "4 more people" in said


def test_one_member_alone_is_said_in_the_singular() -> None:
    said = sentence("B1", board(meeting(*room(affected=1, support=1))))
    assert said.startswith("Of the 1 member listed, 1 is one of the people it is about: ")
    assert "1 unpaid carer. That is 100 in 100." in said
    assert "1 more person" in said


def test_several_meetings_count_the_places_taken() -> None:
    series = board(meeting(*room(affected=2, others=9)), meeting(*room(others=4), number=2))
    assert sentence("B1", series).startswith("Over 2 meetings, 2 of the 15 places")
    assert "more" not in sentence("B1", series)


@pytest.mark.parametrize(
    ("unsure", "said"),
    [
        (1, "If the one person we could not place is also one of them, it is 3."),
        (2, "If the 2 people we could not place are also some of them, it is 4."),
    ],
)
def test_people_we_could_not_place_are_said_as_a_range(unsure: int, said: str) -> None:
    assert said in sentence("B1", board(meeting(*room(affected=2, unsure=unsure, others=3))))


def test_those_who_only_look_like_support_are_said_as_a_range() -> None:
    perhaps = replace(seen(), standing=Standing.PERHAPS_IN_SUPPORT)
    said = sentence("B1", board(meeting(*room(affected=1, others=2), perhaps)))
    assert "it is of 4" in said


@pytest.mark.parametrize(
    ("chairs", "said"), [((CARER, OFFICER), "1 of 2"), ((OFFICER, OFFICER), "none of 2")]
)
def test_the_chair_is_said_with_the_number_of_meetings(
    chairs: tuple[Capacity, ...], said: str
) -> None:
    meetings = [
        replace(meeting(*room(affected=2), number=number), chair=by)
        for number, by in enumerate(chairs, 1)
    ]
    told = sentence("B4", board(*meetings))
    assert f"was in the chair at {said} meeting" in told
    assert "do not say" not in told


def test_meetings_that_do_not_say_who_chaired_are_counted() -> None:
    chaired = replace(meeting(*room(affected=2)), chair=CARER)
    told = sentence("B4", board(chaired, meeting(number=2), meeting(number=3)))
    assert "The minutes of 2 do not say who chaired." in told


def test_one_on_their_own_is_said_with_its_meetings() -> None:
    alone, together = meeting(*room(affected=1)), meeting(*room(affected=2), number=2)
    assert sentence("B8", board(alone, together)) == (
        "They were at 2 meetings. At 1 of them one person was there on their own."
    )
    perhaps = meeting(*room(unsure=1, others=2), number=2)
    assert sentence("B8", board(alone, perhaps)).endswith(
        "It may be 2: somebody there could not be placed."
    )


def test_one_meeting_alone_is_said_in_plain_english() -> None:
    said = {
        "One person was there on their own.": room(affected=1, others=2),
        "They were there, and nobody was on their own.": room(affected=2),
        "They were there. Somebody could not be placed, so one may have been alone.": room(
            affected=1, unsure=1
        ),
    }
    for sentence_, people in said.items():
        assert sentence("B8", board(meeting(*people))) == sentence_
    chaired = replace(meeting(*room(affected=2)), chair=OFFICER)
    assert sentence("B4", board(chaired)) == "None of the people it is about was in the chair."


def test_decisions_are_said_with_who_was_there() -> None:
    with_them = meeting(*room(affected=1), decided=1)
    without = meeting(*room(others=3), number=2, decided=2)
    perhaps = meeting(*room(unsure=1, others=3), number=2, decided=2)
    assert sentence("B12", board(with_them)).startswith("1 decision is marked.")
    assert sentence("B12", board(without)).endswith("is listed: none.")
    assert sentence("B12", board(with_them, without)).startswith("3 decisions are marked.")
    assert "It may be 3" in sentence("B12", board(with_them, perhaps))


def test_every_reason_for_no_figure_is_a_sentence() -> None:
    empty = panel(board(meeting()))
    assert all(one.sentence.endswith(".") for one in empty)
    assert [one.id for one in empty] == [one.id for one in FINDINGS]
    assert not any(isinstance(one.measured, Measured) for one in empty)
    assert "surely" in sentence("B8", board(meeting(*room(unsure=1, others=1))))
    assert "who anybody is" in sentence("B1", board(meeting(*room(unsure=2))))


def test_the_opening_never_says_less_than_there_may_have_been() -> None:
    first = meeting(*room(affected=2, unsure=1, others=3))
    second = meeting(*room(affected=1, others=3), number=2)
    assert "Never more than 2, perhaps 3 at once." in opening(board(first, second))
    assert "Never more than 1 at once." in opening(board(second, replace(second, number=3)))


def test_the_headline_gives_the_count_the_members_and_the_room() -> None:
    series = board(meeting(*room(affected=2, unsure=1, others=8, support=4)))
    assert members_of(series) == "2, perhaps 3, of 11 members (15 in the room)"


def test_a_table_has_a_row_a_meeting_with_its_day() -> None:
    series = board(
        meeting(*room(affected=2, others=9), held=DAY), meeting(*room(affected=1), number=2)
    )
    tables = {one.id: one.table for one in panel(series)}
    table = tables["B1"]
    assert table is not None
    assert table.rows == (
        ("4 November 2025", "2", "0", "11", "11", "11"),
        ("day not given", "1", "0", "1", "1", "1"),
    )
    assert tables["B4"] is not None and tables["B4"].rows[0] == ("4 November 2025", "not said")
    assert tables["B12"] is None


@given(series=some_boards())
@settings(max_examples=80, deadline=None)
def test_no_step_of_the_ladder_is_ever_given(series: Series) -> None:
    for one in panel(series):
        table = one.table
        cells = [cell for row in table.rows for cell in row] if table else []
        heads = [table.caption, *table.heads] if table else []
        everything = " ".join([one.question, one.sentence, *heads, *cells])
        assert not STEPS.search(everything), everything
        assert "%(" not in everything
        assert one.sentence.endswith(".")
        assert table is None or {len(row) for row in table.rows} == {len(table.heads)}
    assert not STEPS.search(f"{opening(series)} {members_of(series)}")
