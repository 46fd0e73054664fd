"""Brackets after the last of several people."""

from __future__ import annotations

import pytest

from withus.core.minutes.runs import people_of


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Ali Khan, Bea Quill and Cal Dorne (carers), Dee Eaves", [2, 2, 1, 1]),
        ("Ali Khan, Bea Quill (Carer), Cal Dorne", [1, 1, 1]),
        ("Ali Khan, Bea Quill (Dunmoor NHS); Cal Dorne and Dee Eaves (Police)", [2, 1, 2, 1]),
        ("Ali Khan; Bea Quill, Cal Dorne and Dee Eaves, NHS Dunmoor", [1, 1, 1, 2]),
    ],
)
def test_brackets_of_a_plural_or_a_body_are_of_all_before(text: str, people: list[int]) -> None:
    assert [len(person.parts) for person in people_of(text)] == people
