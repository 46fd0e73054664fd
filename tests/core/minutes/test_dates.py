"""British dates, and the day of the meeting."""

from __future__ import annotations

from datetime import date

import pytest

from withus.core.minutes.dates import dates_in, day_of_meeting, has_date, of_another_day
from withus.core.minutes.text import numbered


@pytest.mark.parametrize(
    "text",
    [
        "4 November 2025",
        "4th of November, 2025",
        "Tues 4 Nov 25",
        "November 4, 2025",
        "2025-11-04",
        "04/11/2025",
        "4.11.25",
        "4-11-2025",
        "4 NOVEMBER 2025",
    ],
)
def test_every_usual_form_is_read(text: str) -> None:
    assert dates_in(f"Held on {text} at 2pm") == [date(2025, 11, 4)]


@pytest.mark.parametrize("text", ["31 February 2025", "4/13/2025", "1.2.3", "at 10.30", "2025"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert not has_date(text)


def test_two_figures_of_a_year_are_of_the_nearer_century() -> None:
    assert dates_in("18 June 98") == [date(1998, 6, 18)]


def test_the_day_of_the_meeting_is_not_that_of_the_next_or_of_the_paper() -> None:
    text = "Published 1 June 2019\nNext meeting: 9 June 2019\n12 May 2019\nPresent:\nBea Quill"
    assert day_of_meeting(numbered(text), list_starts=4) == date(2019, 5, 12)
    assert of_another_day("Next meeting: 9 June 2019")


def test_a_day_below_the_list_counts_where_none_is_above() -> None:
    text = "Present:\nBea Quill\nHeld on 12 May 2019"
    assert day_of_meeting(numbered(text), list_starts=1) == date(2019, 5, 12)


def test_no_day_is_guessed() -> None:
    assert day_of_meeting(numbered("Present:\nBea Quill"), list_starts=1) is None
