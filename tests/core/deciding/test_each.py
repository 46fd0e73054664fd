"""The mirror, capacity by capacity: the same as asking of each sort of people on its own."""

from __future__ import annotations

from datetime import date

import pytest

from tests.core.deciding.test_outcome import OURS, Told, rules
from tests.core.deciding.test_without import D, F, S
from withus.core.deciding import each as module
from withus.core.deciding.each import each_left_out, hangs_on_a_promise
from withus.core.deciding.mirror import decided_without
from withus.core.deciding.sums import TooManyCases
from withus.core.deciding.voting import MOTIONS
from withus.core.deciding.who import THE_PEOPLE_IT_IS_ABOUT, Who
from withus.core.words import Capacity

DAY = date(2026, 11, 2)
NONE: frozenset[object] = frozenset()
MAJORITY: Told = {"kind": "agree", "who": "all", "over": "1/2", "of": "places"}


def test_each_sort_is_told_with_its_number_and_what_the_rest_decide() -> None:
    found = each_left_out(rules(OURS), {D: 3, S: 12}, on=DAY)
    told = [(one.capacity, one.members, one.without) for one in found]
    assert told == [
        (None, 3, NONE),
        (Capacity.DRAWS_ON_SERVICES, 3, NONE),
        (Capacity.SERVICES, 12, NONE),  # three of fifteen are no majority of the places
    ]


def test_it_says_what_the_mirror_says_of_each() -> None:
    places, told = {D: 3, F: 5, S: 7}, rules([MAJORITY, OURS[2]])
    found = {one.capacity: one.without for one in each_left_out(told, places, on=DAY)}
    assert found[None] == decided_without(told, places, THE_PEOPLE_IT_IS_ABOUT, on=DAY) == NONE
    for code in (Capacity.DRAWS_ON_SERVICES, Capacity.UNPAID_CARERS, Capacity.SERVICES):
        who = Who(capacity=frozenset({code}))
        assert found[code] == decided_without(told, places, who, on=DAY)
    assert found[Capacity.UNPAID_CARERS] == MOTIONS


def test_what_is_too_much_to_work_out_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def too_many(*_: object, **__: object) -> None:
        raise TooManyCases("too_many_cases")

    monkeypatch.setattr(module, "decided_without", too_many)
    assert each_left_out(rules([MAJORITY]), {D: 2, S: 3}, on=date(2026, 11, 3)) == ()


def test_it_hangs_on_a_promise_where_the_rules_that_are_more_would_let_the_others_decide() -> None:
    agree: Told = OURS[2]
    firm: Told = {**agree, "force": "terms", "source": "Part 4"}
    places = {D: 3, S: 12}
    promised: Told = {**agree, "force": "promise"}
    majority: Told = {**MAJORITY, "force": "terms", "source": "Part 4"}
    assert hangs_on_a_promise(rules([majority, promised]), places, on=DAY)
    assert not hangs_on_a_promise(rules([majority, firm]), places, on=DAY)
    assert not hangs_on_a_promise(rules([majority, firm, promised]), places, on=DAY)
    assert not hangs_on_a_promise(rules([{**MAJORITY, "force": "promise"}]), places, on=DAY)
    assert not hangs_on_a_promise(rules([majority, promised]), {S: 3}, on=DAY)
