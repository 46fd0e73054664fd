"""Minutes of several meetings in one text are parted; those of one never are."""

from __future__ import annotations

import pytest

from tests.core.minutes.layouts import LAYOUTS, minutes_of
from tests.core.minutes.scoring import labels, lines_of
from withus.core.minutes.reading import read_meeting, split_meetings
from withus.core.minutes.text import numbered

FOLDERS = ("practice", "published", "layouts")
EVERY = [(folder, name) for folder in FOLDERS for name in labels(folder)]
# Their list starts with no heading, or below a sentence of the body.
NOT_PARTED = 3


def text_of(folder: str, name: str) -> str:
    return "\n".join(line.text for line in lines_of(folder, name))


@pytest.mark.parametrize(("folder", "name"), EVERY)
def test_the_minutes_of_one_meeting_stay_whole(folder: str, name: str) -> None:
    lines = lines_of(folder, name)
    assert split_meetings(lines) == [lines]


def test_two_meetings_pasted_together_are_read_as_they_are_alone() -> None:
    wrong = []
    labelled = [pair for pair in EVERY if pair[0] != "layouts"]
    for one, other in zip(labelled, labelled[1:] + labelled[:1], strict=True):
        texts = [text_of(*one), text_of(*other)]
        alone = [read_meeting(numbered(text)).listed for text in texts]
        parted = split_meetings(numbered("\n\n".join(texts)))
        if [read_meeting(lines).listed for lines in parted] != alone:
            wrong.append((one, other))
    print(f"parted as they should be: {len(labelled) - len(wrong)} of {len(labelled)} pairs")
    assert len(wrong) <= NOT_PARTED, wrong


@pytest.mark.parametrize("layout", LAYOUTS)
def test_three_meetings_of_one_board_keep_their_lines(layout: str) -> None:
    days = ["12 May 2019", "9 June 2019", "14 July 2019"]
    texts = [minutes_of(layout).replace("12 May 2019", day) for day in days]
    lines = numbered("\n".join(texts))
    parted = split_meetings(lines)
    assert [read_meeting(one).listed for one in parted] == [7, 7, 7]
    assert [line for one in parted for line in one] == list(lines)
    assert [str(read_meeting(one).held) for one in parted] == [
        "2019-05-12",
        "2019-06-09",
        "2019-07-14",
    ]


def test_the_title_again_parts_minutes_that_print_no_day() -> None:
    text = "Dunmoor Carers Board\n\nPresent:\nBea Quill, Carer\nCal Dorne, Nurse\n\nTalk.\n\n"
    assert [one[0].number for one in split_meetings(numbered(text + text))] == [1, 9]


def test_a_title_again_on_the_second_page_parts_nothing() -> None:
    head = "Dunmoor Carers Board 12 May 2019\nPage {}\n"
    list_ = "Present:\nBea Quill, Carer\nCal Dorne, Nurse\n1. Talk\nThey talked of it.\n"
    text = head.format(1) + list_ + head.format(2) + "2. More\nAttendance was low at 3 schools.\n"
    assert len(split_meetings(numbered(text))) == 1


def test_no_lines_are_one_meeting_of_none() -> None:
    assert split_meetings(()) == [()]
