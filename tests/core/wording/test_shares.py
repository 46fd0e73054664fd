"""Whose words: shares, what lasted, who took out whose, and what is older than somebody."""

from __future__ import annotations

from fractions import Fraction

from tests.core.wording.drafted import words_of
from tests.core.wording.histories import history
from tests.core.wording.styles import STYLES
from withus.core.wording.shares import (
    Part,
    TakenOut,
    older_than,
    origins,
    shares,
    survival,
    taken_out,
)

HERS, HIS = "We meet each month in the library hall.", "Lunch is paid for by the council."
TEXTS = [HERS, f"{HERS} {HIS}", HIS, f"{HIS} Buses too."]
WHO = ["Ann", "Ben", "Ben", "Ann"]


def test_shares_count_the_words_that_stand() -> None:
    found = shares(words_of(TEXTS), WHO)
    assert found == {"Ann": Part(3, 11), "Ben": Part(8, 11)}
    assert found["Ann"].share == Fraction(3, 11)


def test_what_lasted_is_counted_of_all_that_each_wrote() -> None:
    assert survival(words_of(TEXTS), WHO) == {"Ann": Part(3, 12), "Ben": Part(8, 8)}


def test_taking_out_is_told_with_whose_words_went() -> None:
    found = taken_out(words_of(TEXTS), WHO)
    assert found == {
        "Ann": TakenOut(Part(0, 9), {}),
        "Ben": TakenOut(Part(9, 9), {"Ann": 9}),
    }


def test_what_came_back_was_not_taken_out() -> None:
    found = taken_out(words_of([*TEXTS, f"{HERS} {HIS}"]), [*WHO, "Ben"])
    assert found["Ben"].part == Part(3, 3) and found["Ann"].part == Part(0, 3)


def test_a_copy_counts_each_time_it_stands_and_lasts_once() -> None:
    words = words_of([HERS, f"{HERS} {HIS} {HERS}"])
    assert shares(words, ["Ann", "Ben"])["Ann"] == Part(18, 26)
    assert survival(words, ["Ann", "Ben"])["Ann"] == Part(9, 9)


def test_words_older_than_a_revision_are_counted() -> None:
    words = words_of(TEXTS)
    assert [older_than(words, n).count for n in range(5)] == [0, 0, 8, 8, 11]
    assert older_than(words, 2).of == 11


def test_an_empty_text_has_no_shares() -> None:
    words = words_of([HERS, ""])
    assert shares(words, ["Ann", "Ben"])["Ann"] == Part(0, 0)
    assert shares(words, ["Ann", "Ben"])["Ann"].share is None
    assert taken_out(words, ["Ann", "Ben"])["Ben"].whose == {"Ann": 9}


def test_names_change_nothing_but_the_names() -> None:
    found = history(STYLES[0], seed=8, revisions=40)
    words = words_of(found.texts)
    other = [f"somebody else ({name})" for name in found.speakers]
    for tell in (shares, survival):
        first, second = tell(words, found.speakers), tell(words, other)
        assert list(first.values()) == list(second.values())
    assert sum(part.count for part in shares(words, other).values()) == len(origins(words))
