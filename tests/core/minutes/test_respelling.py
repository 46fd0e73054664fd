"""What stands before a name is put after it, so that a line parts as others do."""

from __future__ import annotations

import pytest

from withus.core.minutes.reading import read_meeting
from withus.core.minutes.respelling import post_after, respelt
from withus.core.minutes.runs import parts_of
from withus.core.minutes.text import numbered


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("Chair Bea Quilling (BQ)", "Bea Quilling (BQ) (Chair)"),
        ("Vice chair Bea Quilling", "Bea Quilling (Vice chair)"),
        ("Clerk Quilling", "Clerk Quilling"),
        ("Bea Quilling Chair", "Bea Quilling Chair"),
    ],
)
def test_a_post_goes_after_its_name(part: str, expected: str) -> None:
    assert post_after(part) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Bea Quilling (BQ), Head of Care, NHS Cal Dornish (CD), Nurse Dee Eavesly (DE), Carer",
        "Bea Quilling – Head of Care Cal Dornish – Nurse, Council Dee Eavesly – Carer",
        "Bea Quilling, Dunmoor Council Cal Dornish, NHS Trust Dee Eavesly, Police",
    ],
)
def test_marks_after_names_part_people_that_nothing_else_parts(text: str) -> None:
    assert respelt(text).count(";") == 2
    assert len([part for part in parts_of(text) if part.mark != ","]) == 3


@pytest.mark.parametrize(
    "text",
    [
        "Bea Quilling (HCC), Cal Dornish (NHS) Dee Eavesly (EHAS), Fay Gunnel (HCC)",
        "Bea Quilling (BQ, Chair), Cal Dornish (CD) Dee Eavesly (DE), Fay Gunnel",
        "Bea Quilling, Cal Dornish, Dee Ann Eavesly, Fay Gunnel",
        "Bea Quilling (BQ); Cal Dornish (CD), Council Dee Eavesly (DE)",
    ],
)
def test_bodies_in_brackets_and_plain_runs_stay_as_they_are(text: str) -> None:
    assert respelt(text) == text


@pytest.mark.parametrize(
    ("line", "listed"),
    [
        ("Present: Jo. Bea Quilling. Tess. Cal Dornish. Nia.", 5),
        ("Present: Mr Bea Quilling Mr Cal Dornish", 2),
        ("Present: Bea Quilling, Cal Dornish plus Dee Eavesly as an observer", 3),
        ("Present: Bea Quilling, Cal Dornish and four members of the public", 2),
        ("Present: Bea Quilling {Chair}, Cal Dornish {Treasurer}", 2),
        ("Present: Bea Quilling; Councillors Cal Dornish and Dee Grove Eavesly; PC Fay Gunnel", 4),
        ("Present: AB, CD, EF, Miss Quilling, GH, JK, LM (part). (Apologies NO, PQ)", 7),
        ("Present: Bea Quilling, Cal Dornish. 25 Members attended.", 2),
        ("Present: Bea Quilling, Cal Dornish Also PCSO Dee Eavesly", 3),
    ],
)
def test_people_on_a_line_that_is_spelt_oddly(line: str, listed: int) -> None:
    assert read_meeting(numbered(line)).listed == listed
