"""Decisions that minutes mark."""

from __future__ import annotations

from withus.core.minutes.decisions import decisions_in
from withus.core.minutes.text import numbered

TEXT = """Present: Bea Quill
RESOLVED: That the plan be approved.
They talked of it.
Agreed: to write.
The board approved the budget.
The minutes of the last meeting were agreed as a correct record.
Agreed actions"""


def test_marked_decisions_are_found_by_their_lines() -> None:
    assert [one.line for one in decisions_in(numbered(TEXT), after=1)] == [2, 4, 5]


def test_nothing_above_the_list_is_a_decision() -> None:
    assert decisions_in(numbered(TEXT), after=9) == ()
