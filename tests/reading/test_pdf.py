"""PDFs whose text can be selected: a person's line stays together, columns stay apart."""

from __future__ import annotations

import pytest

from tests.reading import samples
from tests.reading.samples import words_at
from withus.reading.pdf import pdf_lines
from withus.reading.refusals import CannotRead


def lines_of(*pages: str) -> list[str]:
    return pdf_lines(samples.pdf_file(list(pages)))


def drawn(*pieces: tuple[float, float, str]) -> str:
    return "".join(words_at(x, y, words) for x, y, words in pieces)


def test_a_printed_page_keeps_people_and_cells_together() -> None:
    lines = pdf_lines(samples.stored("attendance-page.pdf"))
    assert lines[3:7] == [
        "Name\tRole\tOrganisation",
        "Person One\tCo-chair, self-advocate\tSpeak Up Example",
        (
            "Person Two\tHead of Commissioning for Adults with a Learning Disability and Autistic "
            "People\tExample County Council"
        ),
        "Person Three\tFamily carer",
    ]
    assert lines[8:14] == [
        "Member Four (self-advocate)",
        "Member Five (family carer)",
        "Member Six (NHS Example)",
        "Member Seven (Example Council)",
        "Member Eight (Police)",
        "Member Nine (advocate)",
    ]
    assert lines[-1] == "The second page"


def test_words_drawn_apart_on_a_line_are_cells_and_words_close_by_are_not() -> None:
    page = drawn((72, 770, "Person One"), (300, 770, "Carer"), (72, 754, "Present:"))
    page += drawn((118, 754, "Person Two"), (72, 738, "Person Three"))
    assert lines_of(page) == ["Person One\tCarer", "Present: Person Two", "Person Three"]


def test_a_cell_on_two_lines_is_one_cell_and_the_next_row_begins_again() -> None:
    page = drawn((72, 770, "Person One"), (250, 770, "Head of"), (250, 757, "Care"))
    page += drawn((420, 770, "Council"), (72, 740, "Person Two"), (250, 740, "Carer"))
    assert lines_of(page) == ["Person One\tHead of Care\tCouncil", "Person Two\tCarer"]


def test_two_columns_of_people_are_read_one_after_the_other() -> None:
    left = "".join(words_at(72, 770 - 20 * n, f"Left {n}") for n in range(3))
    right = "".join(words_at(300, 770 - 20 * n, f"Right {n}") for n in range(3))
    assert lines_of(left + right) == ["Left 0", "Left 1", "Left 2", "Right 0", "Right 1", "Right 2"]


def test_lines_drawn_by_moving_down_are_lines() -> None:
    page = (
        "BT /F1 11 Tf 14 TL 72 770 Td (Present) Tj T* (Person One) Tj 0 -14 Td (Person Two) Tj ET"
    )
    assert lines_of(page) == ["Present", "Person One", "Person Two"]


def test_page_numbers_and_what_every_page_repeats_are_left_out_after_the_first() -> None:
    pages = [
        drawn((72, 800, "Example Board minutes"), (72, 700, f"Person {n}"))
        + drawn((72, 40, "Official"), (280, 20, f"Page {n + 1} of 4"))
        for n in range(4)
    ]
    people = ["Person 1", "Person 2", "Person 3"]
    assert lines_of(*pages) == ["Example Board minutes", "Person 0", "Official", *people]


def test_two_pages_that_begin_alike_lose_nothing() -> None:
    page = words_at(72, 800, "Present") + words_at(72, 780, "Person One")
    assert lines_of(page, page) == ["Present", "Person One"] * 2


def test_a_pdf_that_breaks_off_is_refused_rather_than_half_read() -> None:
    whole = samples.stored("attendance-page.pdf")
    for end in (len(whole) // 2, len(whole) - 400):
        with pytest.raises(CannotRead) as refused:
            pdf_lines(whole[:end])
        assert refused.value.code == "half_a_pdf"
