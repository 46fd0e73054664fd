"""What counts as a word."""

from __future__ import annotations

import pytest

from withus.core.wording.tokens import folded, tokens


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It's ours, too.", ["It's", "ours", ",", "too", "."]),
        ("don’t 1,000 co-op", ["don’t", "1", ",", "000", "co", "-", "op"]),
        ("café  Ŵyl\n\n— x_y", ["café", "Ŵyl", "—", "x_y"]),
        ("हिन्दी में।", ["हिन्दी", "में", "।"]),
        ("中文字", ["中", "文", "字"]),
        ("", []),
    ],
)
def test_words_numbers_and_marks_are_parted(text: str, found: list[str]) -> None:
    assert tokens(text) == found


def test_there_are_as_many_words_however_they_are_compared() -> None:
    for text in ("İstanbul", "Straße", "ŉ Ω ﬁn", "It's"):
        assert len(folded(text)) == len(tokens(text))
    assert folded("US us") == ["us", "us"]
