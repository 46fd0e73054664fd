"""Lines broken by the page."""

from __future__ import annotations

import pytest

from withus.core.minutes.attendance import gather
from withus.core.minutes.text import numbered
from withus.core.minutes.wrapping import unwrapped


def joined(listed: str) -> list[str]:
    entries, _ = gather(numbered(f"Present:\n{listed}"))
    return [entry.line.text for entry in unwrapped(entries)]


@pytest.mark.parametrize(
    ("listed", "whole"),
    [
        (
            "Bea Quill – Head of Service (also\nrep Cal Dorne)",
            "Bea Quill – Head of Service (also rep Cal Dorne)",
        ),
        ("Bea Quill – Head of\nService", "Bea Quill – Head of Service"),
        ("Bea Quill, Head of Care,\nDunmoor Council", "Bea Quill, Head of Care, Dunmoor Council"),
        (
            "Bea Quill, Cal Dorne, Dee\nEaves, Fay Gwent",
            "Bea Quill, Cal Dorne, Dee Eaves, Fay Gwent",
        ),
        ("Bea Quill (BQ), Cal Dorne\n(CD), Dee Eaves", "Bea Quill (BQ), Cal Dorne (CD), Dee Eaves"),
    ],
)
def test_the_rest_of_a_line_is_put_back(listed: str, whole: str) -> None:
    assert joined(listed) == [whole]


@pytest.mark.parametrize(
    "listed", ["Bea Quill, Carer\nCal Dorne, Nurse", "Bea Quill,\nCal Dorne,\nDee Eaves", "Sid\nJo"]
)
def test_people_on_lines_of_their_own_stay_apart(listed: str) -> None:
    assert len(joined(listed)) == len(listed.split("\n"))


def test_where_one_line_was_broken_others_with_a_post_alone_go_on_too() -> None:
    listed = "Bea Quill – Nurse (also\nrep Cal)\nDee Eaves – Head of Care, Adult\nSocial Services"
    assert joined(listed)[1] == "Dee Eaves – Head of Care, Adult Social Services"
