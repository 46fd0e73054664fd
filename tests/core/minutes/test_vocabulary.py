"""The published lists of words."""

from __future__ import annotations

import pytest

from withus.core.minutes.terms import known_words
from withus.core.minutes.vocabulary import (
    JOINER,
    apart,
    is_abbreviation,
    is_break,
    is_known,
    joined,
    may_be_surname,
    shouting,
)

FIRST_NAMES = (
    "ann bea carol david emma fred grace helen ivy jane karen lee mary nick olive pam".split()
)


def test_a_place_of_several_words_is_known_as_a_whole_and_not_by_parts() -> None:
    assert is_known("Aneurin Bevan Health Board")
    assert not is_known("Aneurin Jones")
    assert apart(joined("Isle of Wight Council")) == "Isle of Wight Council"
    assert JOINER in joined("Isle of Wight Council")


@pytest.mark.parametrize("name", FIRST_NAMES)
def test_no_common_first_name_is_on_the_list(name: str) -> None:
    assert name not in known_words()


def test_words_that_only_join_are_no_initials() -> None:
    assert is_break("of")
    assert is_break("a")
    assert not is_break("A.")
    assert not is_break("A")


@pytest.mark.parametrize("word", ["NHS", "CHP", "DfE", "PaCC", "ICBs"])
def test_short_capitals_are_an_abbreviation(word: str) -> None:
    assert is_abbreviation(word)


@pytest.mark.parametrize("word", ["McKAY", "SMITHSON", "Quill", "A"])
def test_names_are_no_abbreviation(word: str) -> None:
    assert not is_abbreviation(word)


def test_a_double_surname_with_a_word_of_ours_is_a_surname() -> None:
    assert may_be_surname("Head-Carer")
    assert not may_be_surname("Commissioning")


def test_capitals_throughout_tell_nothing() -> None:
    assert shouting("BEA QUILL")
    assert not shouting("NHS")
