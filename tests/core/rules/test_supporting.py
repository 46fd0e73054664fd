"""The numbers of a quarter are entered once, when it is over, and only of enough people."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.core.meeting.a_record import Record, opened
from withus.core.facts import supporting as f
from withus.core.rules.supporting import CHECKS

GIVEN: dict[str, Any] = {"quarter": "2026-q2", "asked": 20, "met": 10}


def test_every_fact_of_supporting_has_its_rule() -> None:
    assert set(CHECKS) == set(f.FACTS)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({}, ""),
        ({"met": None}, ""),
        ({"quarter": "2026-q3"}, "quarter_to_come"),
        ({"asked": None, "met": None}, "too_few_to_show"),
        ({"met": 25}, "more_than_all"),
    ],
)
def test_a_quarter_is_counted_when_it_is_over_and_of_enough(
    fields: dict[str, Any], code: str
) -> None:
    record = opened(Record())
    assert record.refused(f.NeedsCounted(**{**GIVEN, **fields})) == code


def test_a_quarter_is_counted_once_and_by_the_host_alone() -> None:
    record = opened(Record())
    fact = f.NeedsCounted(**GIVEN)
    assert record.refused(fact, by="Fay") == "not_yours_to_do"
    record.say(fact)
    assert record.refused(fact) == "quarter_counted"
    assert record.refused(replace(fact, quarter="2026-q1")) == ""
