"""Lines as they come, and their plain form."""

from __future__ import annotations

import pytest

from withus.core.minutes.text import (
    asides,
    fields,
    is_numbered,
    masked,
    numbered,
    plain,
    unbulleted,
    unclosed,
    without_asides,
)


def test_lines_count_from_one_and_empty_ones_count() -> None:
    assert [(line.number, line.text) for line in numbered("a\n\nb")] == [
        (1, "a"),
        (2, ""),
        (3, "b"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "• Bea Quill",
        "3. Bea Quill",
        "- **Bea Quill**",
        "o  Bea Quill",
        "1.2 Bea Quill",
        "(b) Bea Quill",
    ],
)
def test_bullets_numbers_and_emphasis_are_dropped(text: str) -> None:
    assert unbulleted(text) == "Bea Quill"


def test_a_handle_beside_a_name_is_dropped() -> None:
    assert unbulleted("* Person 01 @p01 (voting member)") == "Person 01 (voting member)"


def test_plain_text_has_no_marks_and_no_capitals() -> None:
    assert plain("Carers’ Rep – R&D") == "carers rep r and d"


def test_fields_are_parted_outside_brackets_only() -> None:
    assert fields("Bea Quill – Head (Care, Health), Dunmoor\tCouncil") == [
        "Bea Quill",
        "Head (Care, Health)",
        "Dunmoor",
        "Council",
    ]


def test_a_hyphen_within_a_word_parts_nothing() -> None:
    assert fields("Bea Floyd-Quill, Co-chair") == ["Bea Floyd-Quill", "Co-chair"]


def test_asides_are_what_stands_in_brackets() -> None:
    text = "Bea (Chair) Quill [minutes]"
    assert (asides(text), without_asides(text)) == (["Chair", "minutes"], "Bea Quill")


def test_a_mask_keeps_every_letter_in_its_place() -> None:
    text = "Bea (of (old) Dunmoor), Cal"
    assert len(masked(text)) == len(text)
    assert masked(text).index(",") == text.index(",")


def test_a_bracket_left_open_is_seen() -> None:
    assert unclosed("Bea Quill (also")
    assert not unclosed("Bea Quill (also here)")


@pytest.mark.parametrize("text", ["1. Welcome", "2.1 Apologies", "01/06 Apologies", "3  Minutes"])
def test_numbered_lines_are_known(text: str) -> None:
    assert is_numbered(text)
    assert not is_numbered("Bea Quill, 3 visits")


def test_the_number_of_a_matter_is_a_number_of_its_own() -> None:
    for text in ("HWB/2023/001: Welcome", "QS14/83 Welcome", "2023/014 Welcome"):
        assert is_numbered(text)
        assert unbulleted(text) == "Welcome"
    assert not is_numbered("SW1A 2AA London")
    assert unbulleted("Room B12 Council House") == "Room B12 Council House"
