"""The plain mirror in words: who is there, and whether it can be decided without them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from tests.core.deciding import chances
from tests.core.deciding.test_mirror import MAJORITY, reflected
from tests.core.deciding.test_outcome import OURS, Told
from tests.core.deciding.test_without import STOPPING, D, F, S
from tests.saying.deciding.test_rules import mutated
from withus.core.deciding.mirror import Mirror, mirror
from withus.core.deciding.voting import MOTIONS
from withus.core.deciding.who import Place
from withus.core.findings.finding import NotEnough
from withus.core.words import MotionKind
from withus.saying.deciding.mirror import reflected as said
from withus.saying.deciding.rules import told

DAY = date(2026, 11, 2)
TWO_AGREE = OURS[2]
SHOWN: list[tuple[list[Told], dict[Place, int], str]] = [
    (
        [MAJORITY],
        {D: 2, S: 12},
        (
            "14 members. 2 are people it’s about. The others can decide without them. If two of "
            "them must agree, they can’t."
        ),
    ),
    (
        [MAJORITY],
        {D: 1, S: 6},
        (
            "7 members. 1 is a person it’s about. The others can decide without them. If one of "
            "them must agree, they can’t."
        ),
    ),
    (
        [MAJORITY, TWO_AGREE],
        {D: 3, S: 12},
        "15 members. 3 are people it’s about. The others can’t decide without them.",
    ),
    (
        [MAJORITY, TWO_AGREE],
        {D: 3, F: 5, S: 7},
        (
            "15 members. 8 are people it’s about. The others can’t decide without them. The "
            "others and the unpaid carers together can decide without those who draw on care and "
            "support."
        ),
    ),
    (
        [MAJORITY, TWO_AGREE],
        {F: 2, S: 7},
        (
            "9 members. 2 are people it’s about. The others can’t decide without them. None of "
            "them draws on care and support."
        ),
    ),
    ([MAJORITY], {S: 7}, "7 members. None of them is a person it’s about."),
    ([MAJORITY], {D: 7}, "7 members. All of them are people it’s about. Nobody else can decide."),
    (
        [MAJORITY],
        {D: 2, F: 5},
        (
            "7 members. All of them are people it’s about. Nobody else can decide. The unpaid "
            "carers can decide without those who draw on care and support."
        ),
    ),
    (
        [],
        {D: 2, S: 12},
        "14 members. 2 are people it’s about. No rule says who must be there or agree.",
    ),
    ([], {}, "Nobody has a vote here. No rule says who must be there or agree."),
    ([MAJORITY], {}, "Nobody has a vote here."),
    (
        [MAJORITY, {**TWO_AGREE, "for": ["money"]}],
        {D: 3, S: 12},
        (
            "15 members. 3 are people it’s about. The others can decide without them, but not on "
            "money. If two of them must agree, they can’t."
        ),
    ),
    (
        [MAJORITY, {**TWO_AGREE, "for": [each.value for each in MotionKind if each != "money"]}],
        {D: 3, S: 12},
        (
            "15 members. 3 are people it’s about. The others can decide without them, but only on "
            "money. If two of them must agree, they can’t."
        ),
    ),
    (
        [{"kind": "present", "who": "all", "at_most": 1}, {**MAJORITY, "who": {"affected": True}}],
        {D: 4, S: 1},
        (
            "5 members. 4 are people it’s about. Under these rules nothing can be decided, whoever "
            "agrees."
        ),
    ),
]


@pytest.mark.parametrize(("rules", "places", "words"), SHOWN)
def test_the_mirror_says_who_is_there_and_what_the_rules_mean(
    rules: list[Told], places: dict[Place, int], words: str
) -> None:
    members, answers = said(reflected(rules, places))
    assert " ".join([*members, *answers]) == words


@pytest.mark.parametrize("reason", ["rule_unreadable", "too_many_cases"])
def test_what_cannot_be_told_says_why(reason: str) -> None:
    members, (answer,) = said(NotEnough(reason))
    assert members == [] and answer.endswith(".") and "_" not in answer


SETS: list[frozenset[MotionKind]] = [
    frozenset(),
    frozenset({MotionKind.MONEY}),
    MOTIONS - {MotionKind.MONEY},
    MOTIONS,
]


def test_whatever_the_answers_are_they_are_sentences() -> None:
    counts = [(9, 3, 1), (9, 3, 0), (9, 9, 2), (9, 0, 0), (0, 0, 0), (1, 1, 1)]
    for count, *sets in product(counts, SETS, SETS, SETS, SETS):
        possible, without, of_draws, if_must = sets
        if not without <= of_draws <= possible:
            continue  # whoever can do without more people can do without some of them
        found = Mirror(*count, ruled=True, possible=possible, without_affected=without,
                       without_draws=of_draws, must_agree=2, if_they_must=if_must)  # fmt: skip
        members, answers = said(found)
        for sentence in (*members, *answers):
            assert sentence[0].isupper() or sentence[0].isdecimal()
            assert sentence.endswith(".") and "%(" not in sentence and "  " not in sentence


def test_a_rule_that_is_changed_moves_the_sentence_and_where_it_matters_the_mirror() -> None:
    dice, moved = chances.seeded(21), 0
    for number in range(120):
        rule = replace(chances.rule(dice, number, kinds=STOPPING), from_=None, until=None)
        places = {D: 3, F: 2, S: 5, **dict.fromkeys(chances.places(dice, 4), 1)}
        before = mirror([rule], places, on=DAY)
        for other in mutated(rule, dice):
            after = mirror([other], places, on=DAY)
            assert other == rule or told(other) != told(rule)
            if after != before:
                assert said(after) != said(before) or not isinstance(after, Mirror)
                moved += 1
    assert moved > 100
