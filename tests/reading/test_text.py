"""Plain text keeps its lines, whatever wrote it."""

from __future__ import annotations

import codecs

import pytest

from withus.reading import Document, Offered, read_file
from withus.reading.limits import LINE_CHARACTERS
from withus.reading.text import plain_lines


@pytest.mark.parametrize(
    "content",
    [
        "Present\nSeán Ó Néill, carer".encode(),
        codecs.BOM_UTF8 + "Present\r\nSeán Ó Néill, carer".encode(),
        codecs.BOM_UTF16_LE + "Present\nSeán Ó Néill, carer".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "Present\rSeán Ó Néill, carer".encode("utf-16-be"),
        "Present\nSeán Ó Néill, carer".encode("cp1252"),
        "Present\nSea\u0301n O\u0301 Ne\u0301ill, carer".encode(),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16 le", "utf-16 be", "windows", "letters in parts"],
)
def test_every_common_encoding_gives_the_same_lines(content: bytes) -> None:
    assert plain_lines(content) == ["Present", "Seán Ó Néill, carer"]


def test_every_kind_of_line_end_ends_a_line() -> None:
    assert plain_lines(b"a\r\nb\rc\nd\x0ce\x0bf") == ["a", "b", "c", "d", "e", "f"]


def test_blank_lines_keep_their_numbers() -> None:
    assert plain_lines(b"Present\n\n\nPerson One\n\n") == ["Present", "", "", "Person One"]


def test_control_characters_go_and_tabs_stay() -> None:
    assert plain_lines("a\x07\x1b\tb\u200b\u202e\xa0c".encode()) == ["a\tb c"]


def test_a_file_cut_inside_a_letter_is_still_read_in_its_encoding() -> None:
    assert plain_lines("Seán, Seá".encode()[:-1]) == ["Seán, Se"]


def test_an_over_long_line_goes_on_below_and_loses_nothing() -> None:
    people = [f"Person {n}, carer" for n in range(1_000)]
    lines = plain_lines("; ".join(people).encode())
    assert all(len(line) <= LINE_CHARACTERS for line in lines)
    assert [one for line in lines for one in line.rstrip(";").split("; ")] == people
    assert "".join(plain_lines(b"x" * 5_000)) == "x" * 5_000


def test_markdown_is_read_as_text() -> None:
    content = b"# Board\n\n## Present\n\n* Person One <p@example.org> - carer\n"
    assert read_file(Offered("any.docx", content)) == Document(
        "any.docx",
        "text",
        ("# Board", "", "## Present", "", "* Person One <p@example.org> - carer"),
    )
