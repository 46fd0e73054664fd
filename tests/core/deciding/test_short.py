"""Rules that stop no decision are held against the places there are, and told where unmet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from tests.core.deciding import chances
from tests.core.deciding.test_outcome import rules
from withus.core.deciding.rule import RuleKind
from withus.core.deciding.short import falling_short
from withus.core.deciding.who import Place
from withus.core.words import Capacity
from withus.saying.deciding.short import not_met

DAY = date(2026, 11, 23)
ABOUT = {"affected": True}
PLACES = {Place(Capacity.DRAWS_ON_SERVICES): 2, Place(Capacity.SERVICES): 4}
FIVE = [{"who": "all", "at_least": 7}, {"who": ABOUT, "at_least": 2}]

# A rule, and what is said of it with two places of six for the people it is about.
ROWS: dict[str, tuple[Mapping[str, Any], str]] = {
    "over": (
        {"kind": "made_up", "who": ABOUT, "over": "1/3"},
        "Not met now: 2 of 6 places are for them.",
    ),
    "share": ({"kind": "made_up", "who": ABOUT, "share": "1/3"}, ""),
    "at least": (
        {"kind": "made_up", "who": ABOUT, "at_least": 3},
        "Not met now: 2 of 6 places are for them.",
    ),
    "at most": (
        {"kind": "made_up", "who": {"capacity": ["services"]}, "at_most": 3},
        "Not met now: 4 of 6 places are for them.",
    ),
    "nobody": (
        {"kind": "made_up", "who": {"tag": ["tenant"]}, "at_least": 1},
        "Not met now: no place is for them.",
    ),
    "vote": ({"kind": "vote_from", "who": ABOUT, "from": "2026-09-01"}, ""),
    "vote of nobody": (
        {"kind": "vote_from", "who": {"tag": ["carer"]}, "from": "2026-09-01"},
        "Not met now: no place is for them.",
    ),
    "vote of nobody, later": (
        {"kind": "vote_from", "who": {"tag": ["carer"]}, "from": "2027-09-01"},
        "",
    ),
    "call by any": ({"kind": "may_call", "what": "review", "any_of": FIVE}, ""),
    "call by none": (
        {"kind": "may_call", "what": "review", "any_of": FIVE[:1]},
        "Not met now: there are too few places for any of these.",
    ),
    "what stops a decision": ({"kind": "present", "who": ABOUT, "at_least": 2}, ""),
    "what is over": ({"kind": "made_up", "who": ABOUT, "at_least": 3, "until": "2026-11-23"}, ""),
}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_what_is_not_met_is_told_with_its_figures(row: tuple[Mapping[str, Any], str]) -> None:
    told, said = row
    short = falling_short(rules([dict(told)]), PLACES, on=DAY)
    assert [not_met(each) for each in short] == ([said] if said else [])


def test_what_is_told_is_so_by_counting_place_by_place() -> None:
    dice, seen = chances.seeded(11), 0
    for number in range(200):
        rule = chances.rule(dice, number, kinds=[RuleKind.VOTE_FROM, RuleKind.MAY_CALL])
        every = chances.places(dice, 7)
        places = {place: every.count(place) for place in every}
        short = bool(falling_short([rule], places, on=date(2030, 1, 1)))
        who = rule.who
        if rule.until is not None and rule.until <= date(2030, 1, 1):
            expected = False
        elif who is not None:
            expected = not any(who.includes(place) for place in every)
        else:
            expected = all(
                sum(each.who.includes(place) for place in every) < each.count
                for each in rule.any_of
            )
        assert short is expected
        seen += short
    assert 0 < seen < 200
