"""Names stuck to the word before them, and names with the surname first."""

from __future__ import annotations

import pytest

from withus.core.minutes.entries import Entry
from withus.core.minutes.headings import Part
from withus.core.minutes.stuck import posts_parted, turned, unstuck
from withus.core.minutes.text import Line


def entries(*texts: str) -> list[Entry]:
    return [Entry(Line(place, text), Part.PRESENT, "") for place, text in enumerate(texts, 1)]


def texts(found: list[Entry]) -> list[str]:
    return [entry.line.text for entry in found]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Bea Quill – ChairCal Dorne – Carer", ["Bea Quill – Chair", "Cal Dorne – Carer"]),
        ("Bea McDorne, LinkedIn Group", ["Bea McDorne, LinkedIn Group"]),
    ],
)
def test_a_name_stuck_to_a_post_is_parted(text: str, parts: list[str]) -> None:
    assert unstuck(text) == parts


def test_surnames_first_are_turned_where_most_lines_have_them_so() -> None:
    found = turned(entries("Quill, Bea (Chair)", "Dorne, Cal", "Eaves, Dee, Carer"))
    assert texts(found) == ["Bea Quill (Chair)", "Cal Dorne", "Dee Eaves, Carer"]
    one = entries("Quill, Bea", "Cal Dorne, Carer", "Dee Eaves", "Fay Gunnel")
    assert turned(one) == one


def test_a_word_that_is_a_surname_too_is_a_post_where_others_have_posts() -> None:
    found = posts_parted(entries("Bea Quill Carer", "Cal Dorne Manager", "Dee Eaves Head of Care"))
    assert texts(found)[0] == "Bea Quill (Carer)"
    names = entries("Mary Ann Carer", "Cal Dorne", "Dee Eaves")
    assert posts_parted(names) == names
