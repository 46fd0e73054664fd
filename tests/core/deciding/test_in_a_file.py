"""Rules and places in a file: strictly read, with what a file may leave out."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.core.deciding.test_without import D
from withus.core.deciding.faults import NotARule
from withus.core.deciding.in_a_file import FORMAT, read_in_a_file, write_sort
from withus.core.deciding.rule import Force
from withus.core.deciding.who import Place
from withus.core.words import Capacity, PlaceKind

DAY = date(2026, 11, 2)
WHO = {"capacity": ["draws_on_services"]}
FILE: dict[str, Any] = {
    "format": FORMAT,
    "places": [{"who": WHO, "count": 3}, {"who": "all", "count": 12}],
    "rules": [{"kind": "agree", "who": {"affected": True}, "at_least": 2}],
}


def test_a_rule_in_a_file_is_a_promise_numbered_and_with_no_first_day() -> None:
    told = read_in_a_file(FILE, on=DAY)
    (rule,) = told.rules
    assert (rule.id, rule.force, rule.source, rule.from_) == ("1", Force.PROMISE, None, None)
    assert told.places == {D: 3, Place(Capacity.OTHER): 12}
    assert [write_sort(each) for each in told.sorts] == FILE["places"]


def test_a_line_of_places_has_all_that_it_says() -> None:
    who = {"capacity": ["elected"], "kind": ["post"], "tag": ["lay", "tenant"], "chair": True}
    lines = [{"who": {**who, "mandated": True}, "count": 1}, *FILE["places"]]
    told = read_in_a_file({**FILE, "places": lines}, on=DAY)
    assert told.sorts[0].place == Place(
        Capacity.ELECTED, PlaceKind.POST, frozenset({"lay", "tenant"}), chair=True, mandated=True
    )


def test_two_lines_of_the_same_sort_are_added() -> None:
    told = read_in_a_file({**FILE, "places": FILE["places"] * 2}, on=DAY)
    assert told.places[D] == 6


@pytest.mark.parametrize(
    ("changed", "code", "where"),
    [
        ({"format": "withus-rules-2"}, "not_a_rules_file", {}),
        ({"note": 1}, "keys_unknown", {}),
        ({"places": None}, "key_missing", {}),
        ({"rules": None}, "key_missing", {}),
        ({"places": []}, "value_unknown", {}),
        ({"places": [1]}, "value_unknown", {"place": 1}),
        ({"places": [{"who": WHO}]}, "key_missing", {"place": 1}),
        ({"places": [{"who": WHO, "count": 1, "name": "x"}]}, "keys_unknown", {"place": 1}),
        ({"places": [{"who": WHO, "count": 2.5}]}, "value_unknown", {"place": 1}),
        ({"places": [{"who": WHO, "count": 0}]}, "value_unknown", {"place": 1}),
        ({"places": [{"who": {"affected": True}, "count": 1}]}, "not_one_sort", {"place": 1}),
        ({"places": [{"who": {"not": WHO}, "count": 1}]}, "not_one_sort", {"place": 1}),
        (
            {"places": [{"who": {"capacity": ["services", "elected"]}, "count": 1}]},
            "not_one_sort",
            {"place": 1},
        ),
        ({"places": [{"who": WHO, "count": 1_001}]}, "value_unknown", {"place": 1}),
        ({"places": [{"who": WHO, "count": 1}] * 51}, "value_unknown", {}),
        ({"places": [{"who": WHO, "count": 600}] * 2}, "too_many_places", {}),
        ({"rules": ["x"]}, "rule_unknown", {"rule": 1}),
        ({"rules": {}}, "not_a_list", {}),
        (
            {"rules": [*FILE["rules"], {"kind": "agree", "who": WHO, "at_least": 4}]},
            "too_few_for_rule",
            {"rule": 2},
        ),
    ],
)
def test_what_is_not_in_the_form_is_refused_with_its_number(
    changed: dict[str, Any], code: str, where: dict[str, int]
) -> None:
    with pytest.raises(NotARule) as refused:
        read_in_a_file({**FILE, **changed}, on=DAY)
    told = refused.value
    assert told.code == code
    assert {k: v for k, v in told.parameters.items() if k in ("rule", "place")} == where


@pytest.mark.parametrize("told", [[], "x", 7, None])
def test_what_is_no_mapping_is_no_file_of_rules(told: Any) -> None:
    with pytest.raises(NotARule) as refused:
        read_in_a_file(told, on=DAY)
    assert refused.value.code == "not_a_rules_file"
