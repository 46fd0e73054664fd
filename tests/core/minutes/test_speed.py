"""Reading takes little time, however odd the text: the tests measure the processor's time."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from tests.core.minutes.layouts import HEAD, LAYOUTS, minutes_of
from tests.core.minutes.scoring import labels, lines_of
from withus.core.minutes.reading import (
    MOST_LINES,
    NotMinutes,
    board_name,
    read_meeting,
    split_meetings,
)
from withus.core.minutes.text import Line, numbered

LONG = 2_000  # letters
PIECES = (
    *"Carer ,|a, |(|()|)|( |[)|- |– |; |and |Jo |Jo Bligh |Jo Bligh, |A |A. |.|1. |1.1".split("|"),
    *"/ | / |Dr |Cllr |Councillors |with her |with supporter |Present: |Chair: ".split("|"),
    *"Apologies: |item 1, |1,|left at |St |& |van |… |✓|=|_ |**|@a |10 May 2020 ".split("|"),
    *"1/1/20 |in the chair |resolved |agreed: |head of |carer forum |representing ".split("|"),
    *"manager for |person with a |Mc|-|O’|x| |0|é|SEND |a's |members ".split("|"),
    *("\t", "|", "  ", "\u00a0", "\n"),
)


def seconds(lines: tuple[Line, ...]) -> float:
    """Return the least processor time of three readings."""
    took = []
    for _ in range(3):
        started = time.process_time()
        with suppress(NotMinutes):
            read_meeting(lines, board=board_name(lines))
        took.append(time.process_time() - started)
    return min(took)


@pytest.fixture(autouse=True, scope="module")
def _warm() -> None:
    for layout in LAYOUTS:
        read_meeting(numbered(minutes_of(layout)))


@pytest.mark.parametrize("before", ["Present: ", "Present\nJo Bligh, Carer\n"])
def test_no_line_of_odd_repetition_takes_long(before: str) -> None:
    slow = {}
    for piece in PIECES:
        took = seconds(numbered(before + (piece * LONG)[:LONG]))
        if took > 0.1:
            slow[piece] = took
    assert slow == {}


def test_six_meetings_are_read_in_well_under_half_a_second() -> None:
    six = [lines_of("practice", name) for name in list(labels("practice"))[:6]]
    assert sum(map(seconds, six)) < 0.2


def test_three_thousand_lines_are_read_in_a_moment() -> None:
    talk = "Jo said of item {} that nobody, Carer or not, had asked the board about the plan."
    body = "\n".join(talk.format(number) for number in range(3_000))
    assert seconds(numbered(f"{minutes_of('commas')}\n{body}")) < 0.2


def test_parting_a_long_text_takes_no_longer_than_reading_it() -> None:
    lines = numbered("\n\n".join(minutes_of("dashes") for _ in range(60)))
    started = time.process_time()
    split_meetings(lines)
    assert time.process_time() - started < 1.5


def test_more_lines_than_minutes_have_are_refused() -> None:
    with pytest.raises(NotMinutes, match="too_long"):
        read_meeting(numbered("word\n" * (MOST_LINES + 1)))


def test_more_people_than_any_room_holds_are_refused() -> None:
    people = "\n".join(f"Jo Bligh{number}, Carer" for number in range(4_000))
    with pytest.raises(NotMinutes, match="too_many_listed"):
        read_meeting(numbered(f"{HEAD}Present:\n{people}"))
