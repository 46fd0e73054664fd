"""Whose words, told: a sentence, a table, a picture, and what they cannot show."""

from __future__ import annotations

from dataclasses import replace

from withus.core.wording.presence import UNPLACED
from withus.core.wording.shares import Part, TakenOut
from withus.core.wording.whose import WhoseWords
from withus.saying.checking.picture import BAR_WIDTH
from withus.saying.wording.panel import nothing, panel

TOLD = WhoseWords(
    texts=3,
    words=14,
    shares={
        "services": Part(9, 14),
        UNPLACED: Part(1, 14),
        "draws_on_services": Part(4, 14),
    },
    survival={
        "services": Part(9, 14),
        UNPLACED: Part(1, 1),
        "draws_on_services": Part(4, 4),
    },
    taken_out={
        "services": TakenOut(Part(0, 5), {}),
        UNPLACED: TakenOut(Part(0, 5), {}),
        "draws_on_services": TakenOut(Part(5, 5), {"services": 5}),
    },
    older=Part(9, 14),
    mine=Part(3, 14),
)


def test_the_sentences_have_count_and_share() -> None:
    assert panel(TOLD).sentences == [
        "Of the plan’s words, 4 of 14 (29 in 100) are those of the people it is about.",
        "9 of 14 (64 in 100) were written before any of them was in.",
        "Yours: 3 of 14 (21 in 100). Only you see this.",
    ]


def test_the_table_tells_what_lasted_and_who_took_out_whose() -> None:
    first, second, third = panel(TOLD).rows
    assert first.name == "Draws on care and support"
    assert second.lasted == "9 of 14 (64 in 100)"
    assert panel(TOLD).gone == [
        "Draws on care and support: 5 of 5 (100 in 100). Whose they were: Paid to run services 5."
    ]
    assert (third.name, third.pattern) == ("No place", "unsure")


def test_the_picture_fills_its_width_with_a_pattern_for_each() -> None:
    picture = panel(TOLD).picture
    assert [one.capacity for one in picture.segments] == ["draws_on_services", "services", "unsure"]
    assert abs(sum(one.width for one in picture.segments) - BAR_WIDTH) < 1
    assert picture.title.startswith("Words: Draws on care and support 4, ")


def test_the_error_and_what_words_cannot_show_are_told() -> None:
    told = panel(TOLD)
    assert told.error == "Give or take 1.5 in 100."
    assert any("Taking words out is power too" in line for line in told.limits)
    assert nothing("no_words").startswith("There is no text")
    assert "being counted" in nothing("being_counted")


def test_nothing_taken_out_and_nothing_older_is_said() -> None:
    none = dict.fromkeys(TOLD.taken_out, TakenOut(Part(0, 0), {}))
    for older, words in ((0, "after the first of them was in"), (14, "before any of them was in")):
        told = panel(replace(TOLD, taken_out=none, older=Part(older, 14), mine=None))
        assert told.gone == ["Nobody took out any."]
        assert len(told.sentences) == 2 and words in told.sentences[1]
