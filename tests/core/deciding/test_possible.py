"""A rule that nobody could meet is refused, whatever else the rules say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from tests.core.deciding.test_outcome import CHAIR, Told, rules, tagged
from tests.core.deciding.test_without import D, S
from withus.core.deciding.faults import NotARule
from withus.core.deciding.possible import check_can_be_met
from withus.core.deciding.who import Place

DAY = date(2026, 11, 2)
PLACES: Mapping[Place, int] = {D: 2, S: 3, CHAIR: 1}
ABOUT, STAFF = {"affected": True}, {"capacity": ["services"]}
LAY = {"tag": ["lay"]}


def refused(
    told: list[Told], places: Mapping[Place, int] = PLACES, on: date = DAY
) -> tuple[str, ...]:
    """Return why rules are refused, and which; nothing if they are not."""
    try:
        check_can_be_met(rules(told), places, on=on)
    except NotARule as fault:
        return fault.code, str(fault.parameters["rule"])
    return ()


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"kind": "present", "who": ABOUT, "at_least": 2}, ""),
        ({"kind": "present", "who": ABOUT, "at_least": 3}, "too_few_for_rule"),
        ({"kind": "agree", "who": ABOUT, "at_least": 2}, ""),
        ({"kind": "agree", "who": ABOUT, "at_least": 3}, "too_few_for_rule"),
        ({"kind": "present", "who": LAY, "share": "1/2"}, "nobody_for_rule"),
        ({"kind": "present", "who": LAY, "at_most": 0}, ""),
        ({"kind": "agree", "who": LAY, "over": "0/1", "of": "here"}, "nobody_for_rule"),
        ({"kind": "agree", "who": STAFF, "share": "1/1", "of": "here"}, ""),
        ({"kind": "present", "who": ABOUT, "more_than": STAFF}, ""),
        ({"kind": "present", "who": LAY, "more_than": STAFF}, "nobody_for_rule"),
        ({"kind": "present", "who": {"chair": True}, "more_than": STAFF}, "nobody_for_rule"),
        ({"kind": "casting", "who": {"chair": True}}, ""),
        ({"kind": "casting", "who": LAY}, "not_one_to_cast"),
        ({"kind": "casting", "who": ABOUT}, "not_one_to_cast"),
        ({"kind": "no_objection", "who": LAY}, ""),
        ({"kind": "made_up", "who": LAY, "at_least": 9}, ""),  # shown on the board, stops nothing
    ],
)
def test_what_no_places_here_could_meet_is_refused(told: Told, code: str) -> None:
    assert refused([told]) == ((code, "1") if code else ())
    fine: Told = {"kind": "no_objection", "who": "all"}
    assert refused([fine, told]) == ((code, "2") if code else ())


def test_a_board_without_any_place_yet_may_have_its_rules_first() -> None:
    assert not refused([{"kind": "agree", "who": ABOUT, "at_least": 2}], {})


def test_places_count_from_the_day_they_have_a_vote() -> None:
    carer = tagged("carer")
    told: list[Told] = [
        {"kind": "vote_from", "who": {"tag": ["carer"]}, "from": "2027-01-01"},
        {"kind": "agree", "who": {"tag": ["carer"]}, "at_least": 2},
    ]
    places = {D: 2, carer: 2}
    assert refused(told, places) == ("too_few_for_rule", "2")
    assert not refused(told, places, date(2027, 1, 1))
    later = [told[0], {**told[1], "from": "2027-01-01"}]
    assert not refused(later, places)
