"""Tables of several kinds."""

from __future__ import annotations

import pytest

from withus.core.minutes.reading import read_meeting
from withus.core.minutes.tables import (
    Columns,
    as_cells,
    blocks_of,
    columns_of,
    row_text,
    with_slashes,
)
from withus.core.minutes.text import LONGEST_LINE, Line, numbered

TICKS = Columns(("name", "role", "came", "apologies"))


def test_pipes_and_wide_gaps_are_cells() -> None:
    assert as_cells("| Bea | Carer |") == "Bea\tCarer"
    assert as_cells("  Bea Quill      Carer") == "Bea Quill\tCarer"
    assert as_cells("|---|---|") == ""


def test_slashes_are_cells_where_many_lines_have_them() -> None:
    lines = numbered("Bea / Carer\nCal / Nurse\nDee / Clerk / ")
    assert [line.text for line in with_slashes(lines)] == ["Bea\tCarer", "Cal\tNurse", "Dee\tClerk"]
    empty = with_slashes(numbered("Bea / Carer /  / Cal\n/ Dee / \nFay / Guest"))
    assert [line.text for line in empty] == ["Bea\tCarer\t\tCal", "Dee", "Fay\tGuest"]
    assert with_slashes(numbered("Carer / parent"))[0].text == "Carer / parent"


def test_bars_with_none_at_the_ends_are_cells_where_many_lines_have_them() -> None:
    lines = numbered("Name | Role\nBea | Carer\nCal | Nurse")
    assert [line.text for line in with_slashes(lines)] == ["Name\tRole", "Bea\tCarer", "Cal\tNurse"]
    assert with_slashes(numbered("Bea | Carer"))[0].text == "Bea | Carer"


def test_a_row_under_the_same_columns_again_holds_several_people() -> None:
    twice = Columns(("name", "body", "name", "body"))
    rows = [row_text(*block).text for block in blocks_of(twice, "Bea\tMencap\tCal\tPolice")]
    assert rows == ["Bea, Mencap", "Cal, Police"]
    assert len(blocks_of(twice, "Bea\tMencap\t\t")) == 1
    assert len(blocks_of(Columns(("name", "body")), "Bea\tMencap")) == 1


def test_odd_spaces_are_plain_and_lines_are_bounded() -> None:
    line = with_slashes([Line(1, "Bea\u00a0Quill\u200b" + "x" * LONGEST_LINE)])[0]
    assert line.text.startswith("Bea Quillx")
    assert len(line.text) <= LONGEST_LINE


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Name\tRole\tOrganisation", ("name", "role", "body")),
        ("Members\tRole", ("name", "role")),
        ("Name\tBackground\tAttending (✓)\tApologies (✓)", ("name", "role", "came", "apologies")),
    ],
)
def test_a_heading_row_names_its_columns(text: str, kinds: tuple[str, ...]) -> None:
    assert columns_of(text) == Columns(kinds)


def test_a_row_of_people_is_no_heading_row() -> None:
    assert columns_of("Bea Quill\tCarer") is None
    assert columns_of("Name") is None


def test_ticks_tell_who_came() -> None:
    came = row_text(TICKS, "Bea Quill\tCarer\t✓\t")
    away = row_text(TICKS, "Cal Dorne\tNurse\t\t✓")
    silent = row_text(TICKS, "Dee Eaves\tClerk\t\t")
    assert (came.text, came.away, came.said_nothing) == ("Bea Quill, Carer", False, False)
    assert (away.away, silent.said_nothing) == (True, True)


def test_words_in_a_column_for_apologies_may_say_that_somebody_came() -> None:
    columns = Columns(("name", "role", "apologies"))
    assert not row_text(columns, "Bea Quill\tCarer\tAttended").away
    assert row_text(columns, "Cal Dorne\tNurse\tSent apologies").away


def test_letters_that_a_legend_explains_say_who_came() -> None:
    text = (
        "P= Present A= Apologies DNA=Did not attend\nBoard Members\nBea Quill – Chair P\n"
        "Cal Dorne – Nurse, NHS Anytown A\nDee Eaves – Carer P\nFay Gwent – Director DNA\n"
    )
    meeting = read_meeting(numbered(text))
    assert [seen.role for seen in meeting.sightings] == ["Chair", "Carer"]
    assert meeting.apologies == 1
