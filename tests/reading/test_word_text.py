"""A Word file to a text with marks: headings and lists stay, pictures are counted and left out."""

from __future__ import annotations

import docx
import pytest

from tests.reading import samples
from withus.core.errors import Refusal
from withus.reading.plan_file import PlanFile, plan_text
from withus.reading.word_text import word_text


def a_document() -> bytes:
    document = docx.Document()
    document.add_heading("Night buses", 0)
    document.add_heading("What we want", 2)
    document.add_paragraph("A bus at ten.")
    for words in ("a ramp", "a key"):
        document.add_paragraph(words, style="List Bullet")
    for words in ("ring", "write"):
        document.add_paragraph(words, style="List Number")
    document.add_paragraph("")
    document.add_paragraph("The end.")
    return samples.word_file(document)


def test_headings_and_lists_stay_such() -> None:
    assert word_text(a_document()) == [
        *("# Night buses", "", "## What we want", "", "A bus at ten.", ""),
        *("- a ramp", "- a key", "", "1. ring", "2. write", "", "The end."),
        "pictures left out: 0",
    ]


def test_pictures_are_left_out_and_counted() -> None:
    body = (
        "<w:p><w:r><w:t>Before</w:t></w:r><w:r><w:drawing><w:t>alt</w:t></w:drawing></w:r></w:p>"
        "<w:p><w:r><w:t>After</w:t></w:r></w:p>"
    )
    assert plan_text(samples.word_with(body)) == PlanFile("Before\n\nAfter", 1)


def test_what_was_struck_out_or_hidden_is_not_brought_in() -> None:
    body = (
        "<w:p><w:r><w:t>Stays</w:t></w:r><w:del><w:r><w:delText>Gone</w:delText></w:r></w:del>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden</w:t></w:r></w:p>"
    )
    assert plan_text(samples.word_with(body)).text == "Stays"


def test_plain_text_is_brought_in_with_its_marks() -> None:
    assert plan_text(b"\xef\xbb\xbf# One\r\n\r\n- a\r\n- b\r\n") == PlanFile("# One\n\n- a\n- b")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "plan_file_empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "plan_file_old"),
        (b"PK\x03\x04broken", "plan_file_broken"),
        (b"%PDF-1.7", "plan_file_other"),
        (b"<html><body>Hello</body></html>", "plan_file_other"),
        (b"\x00\x01\x02\x03" * 100, "plan_file_other"),
        (b"a" * (10 * 2**20 + 1), "plan_file_too_big"),
    ],
)
def test_what_is_no_plan_is_refused_by_a_reason(content: bytes, code: str) -> None:
    with pytest.raises(Refusal) as found:
        plan_text(content)
    assert found.value.code == code
