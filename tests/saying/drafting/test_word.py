"""A text as a Word file: what stood in it is in the file, and in what Word reads of it."""

from __future__ import annotations

import io

import docx
from hypothesis import given
from hypothesis import strategies as st

from withus.core.drafting.paragraphs import plain
from withus.reading.word_text import word_text
from withus.saying.drafting.word import document

TEXT = """# Coming home [decisions]

A **bus** at *ten* & later.
See [it](https://example.org/a).

- a ramp
- a key

3. ring
4. write

> Nobody asked us.

---

The end."""


def back(text: str) -> str:
    """Return a text that was taken out and brought in again, without its title."""
    *lines, _ = word_text(document("A title", text))
    return plain("\n".join(lines[1:]))


def test_word_reads_headings_lists_and_what_is_strong() -> None:
    found = docx.Document(io.BytesIO(document("The plan", TEXT)))
    assert [(one.style.name, one.text) for one in found.paragraphs if one.style] == [
        ("Title", "The plan"),
        ("Heading 1", "Coming home"),
        ("Normal", "A bus at ten & later.\nSee it (https://example.org/a)."),
        ("List Paragraph", "a ramp"),
        ("List Paragraph", "a key"),
        ("List Paragraph", "ring"),
        ("List Paragraph", "write"),
        ("Quote", "Nobody asked us."),
        ("Rule", ""),
        ("Normal", "The end."),
    ]
    assert [run.text for run in found.paragraphs[2].runs if run.bold] == ["bus"]


def test_the_same_text_gives_the_same_file() -> None:
    assert document("The plan", TEXT) == document("The plan", TEXT)
    assert document("The plan", TEXT) != document("The plan", TEXT + ".")


def test_headings_and_lists_come_back_as_they_were() -> None:
    text = "# One\n\n## Two\n\nWords.\n\n- a\n- b\n\n2. c\n3. d\n\nMore."
    assert back(text) == text


@given(st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"])))
def test_no_words_break_the_file(words: str) -> None:
    assert docx.Document(io.BytesIO(document(words, words))).paragraphs
