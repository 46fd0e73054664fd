"""Every closed word of a record has words that people see."""

from __future__ import annotations

import inspect
from enum import StrEnum

import pytest

from withus.core import words
from withus.saying.joining.terms import TERMS, term

WORKED_OUT = (words.Standing, words.Shows, words.Begun)  # and in no entry of a record
KINDS = [
    kind
    for _, kind in inspect.getmembers(words, inspect.isclass)
    if issubclass(kind, StrEnum) and kind not in (StrEnum, *WORKED_OUT)
]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_word_is_said_in_words_of_its_own(kind: type[StrEnum]) -> None:
    said = [term(code) for code in kind]
    assert all(said) and len(set(said)) == len(said)
    assert not any("_" in each for each in said)


def test_nothing_is_said_that_the_record_does_not_know() -> None:
    assert set(TERMS) <= set(KINDS)
