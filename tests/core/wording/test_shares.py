"""Whose words: shares, what lasted, who took out whose, and what is older than somebody."""

from __future__ import annotations

import json
from fractions import Fraction

from tests.core.wording.drafted import figures_of
from tests.core.wording.histories import history
from tests.core.wording.styles import STYLES
from withus.core.wording.figures import figures_from_plain, figures_to_plain
from withus.core.wording.shares import (
    Part,
    TakenOut,
    older_than,
    shares,
    survival,
    taken_out,
)

HERS, HIS = "We meet each month in the library hall.", "Lunch is paid for by the council."
TEXTS = [HERS, f"{HERS} {HIS}", HIS, f"{HIS} Buses too."]
WHO = ["Ann", "Ben", "Ben", "Ann"]


def test_shares_count_the_words_that_stand() -> None:
    found = shares(figures_of(TEXTS), WHO)
    assert found == {"Ann": Part(3, 11), "Ben": Part(8, 11)}
    assert found["Ann"].share == Fraction(3, 11)


def test_what_lasted_is_counted_of_all_that_each_wrote() -> None:
    assert survival(figures_of(TEXTS), WHO) == {"Ann": Part(3, 12), "Ben": Part(8, 8)}


def test_taking_out_is_told_with_whose_words_went() -> None:
    found = taken_out(figures_of(TEXTS), WHO)
    assert found == {
        "Ann": TakenOut(Part(0, 9), {}),
        "Ben": TakenOut(Part(9, 9), {"Ann": 9}),
    }


def test_what_came_back_was_not_taken_out() -> None:
    found = taken_out(figures_of([*TEXTS, f"{HERS} {HIS}"]), [*WHO, "Ben"])
    assert found["Ben"].part == Part(3, 3) and found["Ann"].part == Part(0, 3)


def test_a_copy_counts_each_time_it_stands_and_lasts_once() -> None:
    figures = figures_of([HERS, f"{HERS} {HIS} {HERS}"])
    assert shares(figures, ["Ann", "Ben"])["Ann"] == Part(18, 26)
    assert survival(figures, ["Ann", "Ben"])["Ann"] == Part(9, 9)


def test_words_older_than_a_revision_are_counted() -> None:
    figures = figures_of(TEXTS)
    assert [older_than(figures, n).count for n in range(5)] == [0, 0, 8, 8, 11]
    assert older_than(figures, 2).of == 11


def test_an_empty_text_has_no_shares() -> None:
    figures = figures_of([HERS, ""])
    assert shares(figures, ["Ann", "Ben"])["Ann"] == Part(0, 0)
    assert shares(figures, ["Ann", "Ben"])["Ann"].share is None
    assert taken_out(figures, ["Ann", "Ben"])["Ben"].whose == {"Ann": 9}


def test_names_change_nothing_but_the_names() -> None:
    found = history(STYLES[0], seed=8, revisions=40)
    figures = figures_of(found.texts)
    other = [f"somebody else ({name})" for name in found.speakers]
    for tell in (shares, survival):
        first, second = tell(figures, found.speakers), tell(figures, other)
        assert list(first.values()) == list(second.values())
    assert sum(part.count for part in shares(figures, other).values()) == figures.words


def test_figures_are_numbers_alone_and_can_be_kept() -> None:
    figures = figures_of(TEXTS)
    plain = json.loads(json.dumps(figures_to_plain(figures)))
    assert figures_from_plain(plain) == figures
    assert plain["taken"] == [[2, 0, 9]] and "library" not in json.dumps(plain)
