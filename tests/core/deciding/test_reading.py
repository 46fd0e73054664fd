"""Rules are read strictly: what is not exactly in the form is refused, with the rule's number."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from tests.core.deciding.chances import rule as by_chance
from tests.core.deciding.chances import seeded
from withus.core.deciding.faults import NotARule, names, shape
from withus.core.deciding.reading import read_rule, read_rules, read_what_can_be, readable
from withus.core.deciding.rule import AtLeast, Force, Of, Over, Rule, RuleKind
from withus.core.deciding.who import ALL, THE_PEOPLE_IT_IS_ABOUT, Place, Who, read_who, write_who
from withus.core.deciding.writing import write_rule, write_rules
from withus.core.words import Capacity, MotionKind

AGREE: dict[str, Any] = {
    "id": "two-agree",
    "kind": "agree",
    "who": {"affected": True},
    "at_least": 2,
    "force": "terms",
    "source": "Terms of reference, 13 October 2026",
    "from": "2026-11-02",
    "until": None,
}
SHARE = {key: value for key, value in AGREE.items() if key != "at_least"}
CALL = {
    **{key: AGREE[key] for key in ("id", "force", "source", "from", "until")},
    "kind": "may_call",
    "what": "review",
    "any_of": [{"who": "all", "at_least": 5}, {"who": "all", "at_least": 1, "signatures": 10}],
}


def without(told: Mapping[str, Any], key: str) -> dict[str, Any]:
    """Return a rule with one field left out."""
    return {name: value for name, value in told.items() if name != key}


def code_of(told: Any) -> str:
    """Return why a rule is refused, or nothing if it is not."""
    try:
        read_rule(told)
    except NotARule as refused:
        return refused.code
    return ""


def test_a_rule_is_read_as_it_stands() -> None:
    assert read_rule(AGREE) == Rule(
        id="two-agree",
        kind=RuleKind.AGREE,
        force=Force.TERMS,
        source="Terms of reference, 13 October 2026",
        from_=date(2026, 11, 2),
        who=THE_PEOPLE_IT_IS_ABOUT,
        bound=AtLeast(2),
        before=True,
    )
    half = {**SHARE, "over": "1/2", "of": "here", "late": 5, "before": False, "for": ["money"]}
    told = read_rule(half)
    assert (told.bound, told.of, told.late, told.before) == (
        Over(Fraction(1, 2)),
        Of.HERE,
        5,
        False,
    )
    assert told.motions == frozenset({MotionKind.MONEY})
    assert [each.signatures for each in read_rule(CALL).any_of] == [None, 10]


@pytest.mark.parametrize(
    ("force", "before"),
    [("law", False), ("constitution", False), ("terms", True), ("promise", True)],
)
def test_saying_so_before_is_usual_only_where_no_law_stands_behind(
    force: str, before: bool
) -> None:
    told = read_rule({**AGREE, "force": force})
    assert (told.before, told.late) == (before, 0)
    assert read_rule({**AGREE, "force": force, "before": True}).before


REFUSED: list[tuple[Any, str]] = [
    ("a rule", "rule_unknown"),
    (None, "rule_unknown"),
    ({**AGREE, "kind": "quorum"}, "value_unknown"),
    ({**AGREE, "kind": ["agree"]}, "value_unknown"),
    (without(AGREE, "kind"), "key_missing"),
    ({**AGREE, "note": "x"}, "keys_unknown"),
    ({**AGREE, 7: "x"}, "keys_unknown"),
    ({**AGREE, "more_than": "all"}, "keys_unknown"),  # only of the room
    ({**AGREE, "kind": "no_objection"}, "keys_unknown"),
    ({**without(AGREE, "at_least"), "at_most": 2}, "keys_unknown"),
    (without(AGREE, "id"), "key_missing"),
    ({**AGREE, "id": "Two agree"}, "value_unknown"),
    ({**AGREE, "id": 7}, "value_unknown"),
    (without(AGREE, "who"), "key_missing"),
    (without(AGREE, "force"), "key_missing"),
    ({**AGREE, "force": "habit"}, "value_unknown"),
    (without(AGREE, "source"), "key_missing"),
    (without(AGREE, "from"), "key_missing"),
    ({**AGREE, "source": None}, "source_missing"),
    ({**AGREE, "force": "law", "source": None}, "source_missing"),
    ({**AGREE, "source": ""}, "value_unknown"),
    ({**AGREE, "source": " x"}, "value_unknown"),
    ({**AGREE, "source": "x\ny"}, "value_unknown"),
    ({**AGREE, "source": "x" * 201}, "value_unknown"),
    ({**AGREE, "source": 7}, "value_unknown"),
    (SHARE, "one_of_bounds"),
    ({**AGREE, "share": "1/2", "of": "here"}, "one_of_bounds"),
    ({**AGREE, "at_least": 2.0}, "value_unknown"),
    ({**AGREE, "at_least": True}, "value_unknown"),
    ({**AGREE, "at_least": "2"}, "value_unknown"),
    ({**AGREE, "at_least": 0}, "value_unknown"),
    ({**AGREE, "at_least": 10_001}, "value_unknown"),
    ({**AGREE, "of": "places"}, "keys_unknown"),  # a number is of nothing
    ({**SHARE, "share": "1/2"}, "key_missing"),  # of what?
    ({**SHARE, "share": "1/2", "of": "everybody"}, "value_unknown"),
    ({**SHARE, "share": 0.5, "of": "here"}, "value_unknown"),
    ({**SHARE, "share": "0.5", "of": "here"}, "value_unknown"),
    ({**SHARE, "share": "1/0", "of": "here"}, "value_unknown"),
    ({**SHARE, "share": "0/2", "of": "here"}, "value_unknown"),
    ({**SHARE, "share": "3/2", "of": "here"}, "value_unknown"),
    ({**SHARE, "over": "1/1", "of": "here"}, "value_unknown"),
    ({**AGREE, "late": 6}, "value_unknown"),
    ({**AGREE, "late": 1.0}, "value_unknown"),
    ({**AGREE, "before": "yes"}, "value_unknown"),
    ({**AGREE, "before": 1}, "value_unknown"),
    ({**AGREE, "from": "2 November 2026"}, "value_unknown"),
    ({**AGREE, "from": "2026-W45-1"}, "value_unknown"),
    ({**AGREE, "from": "2026-02-30"}, "value_unknown"),
    ({**AGREE, "from": 20261102}, "value_unknown"),
    ({**AGREE, "until": "2026-11-02"}, "rule_ends_first"),
    ({**AGREE, "until": "2026-11-01"}, "rule_ends_first"),
    ({**AGREE, "for": []}, "value_unknown"),
    ({**AGREE, "for": "money"}, "value_unknown"),
    ({**AGREE, "for": ["land"]}, "value_unknown"),
    ({**AGREE, "who": "everybody"}, "who_unknown"),
    ({**AGREE, "who": {}}, "who_unknown"),
    ({**AGREE, "who": []}, "who_unknown"),
    ({**AGREE, "who": {"affected": False}}, "value_unknown"),
    ({**AGREE, "who": {"affected": 1}}, "value_unknown"),
    ({**AGREE, "who": {"name": ["Bo"]}}, "keys_unknown"),
    ({**AGREE, "who": {"capacity": []}}, "value_unknown"),
    ({**AGREE, "who": {"capacity": "services"}}, "value_unknown"),
    ({**AGREE, "who": {"capacity": ["staff"]}}, "value_unknown"),
    ({**AGREE, "who": {"capacity": [["services"]]}}, "value_unknown"),
    ({**AGREE, "who": {"kind": ["chosen"]}}, "value_unknown"),
    ({**AGREE, "who": {"tag": ["Senior staff"]}}, "value_unknown"),
    ({**AGREE, "who": {"not": {"not": {"not": {"not": "all"}}}}}, ""),
    ({**AGREE, "who": {"not": {"not": {"not": {"not": {"not": {"chair": True}}}}}}},
     "nested_too_deep"),
    ({**without(CALL, "what")}, "key_missing"),
    ({**CALL, "what": "vote"}, "value_unknown"),
    ({**without(CALL, "any_of")}, "key_missing"),
    ({**CALL, "any_of": []}, "value_unknown"),
    ({**CALL, "any_of": ["all"]}, "value_unknown"),
    ({**CALL, "any_of": [{"who": "all"}]}, "key_missing"),
    ({**CALL, "any_of": [{"at_least": 1}]}, "key_missing"),
    ({**CALL, "any_of": [{"who": "all", "at_least": 1, "names": 2}]}, "keys_unknown"),
    ({**CALL, "any_of": [{"who": "all", "at_least": 1, "signatures": 0}]}, "value_unknown"),
    ({**without(without(AGREE, "at_least"), "until"), "kind": "vote_from", "from": None},
     "key_missing"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "code"), REFUSED)
def test_what_is_not_in_the_form_is_refused(told: Any, code: str) -> None:
    assert code_of(told) == code
    assert readable([told]) is not bool(code)


def test_a_refusal_names_the_number_of_the_rule() -> None:
    with pytest.raises(NotARule) as refused:
        read_rules([AGREE, {**AGREE, "id": "b", "late": 9}])
    assert refused.value.parameters == {"field": "late", "found": "9", "rule": 2}


@pytest.mark.parametrize(
    ("told", "code", "number"),
    [
        ({}, "not_a_list", None),
        ("rules", "not_a_list", None),
        ([AGREE] * 51, "too_many_rules", None),
        ([AGREE, {**AGREE}], "rule_twice", 2),
    ],
)
def test_a_list_of_rules_is_a_list_of_different_ones(
    told: Any, code: str, number: int | None
) -> None:
    with pytest.raises(NotARule) as refused:
        read_rules(told)
    assert (refused.value.code, refused.value.parameters.get("rule")) == (code, number)
    assert not readable(told)


def test_a_refusal_quotes_no_more_than_a_short_word() -> None:
    assert shape("x" * 31) == "str" and shape("a\nb") == "str" and shape(10**40) == "int"
    assert (shape("staff"), shape(9), shape(2.0), shape(None)) == (
        "staff",
        "9",
        "float",
        "NoneType",
    )
    assert shape("x" * 30) == "x" * 30
    assert names(["b", "a", "d", "c"]) == "a, b, c, ..." and names("cba") == "a, b, c"


def test_what_can_be_read_of_an_old_list_is_read() -> None:
    found = read_what_can_be([AGREE, "anything", {"kind": "agree"}])
    assert [each is not None for each in found] == [True, False, False]
    assert read_what_can_be({"rules": []}) == (None,)


def test_what_is_written_is_read_as_the_same() -> None:
    dice = seeded(11)
    drawn = [by_chance(dice, number) for number in range(500)]
    for first in range(0, 500, 50):
        some = tuple(drawn[first : first + 50])
        assert read_rules(write_rules(some)) == some
    assert read_rule({**write_rule(drawn[0]), "until": None}).until is None


def test_a_place_is_meant_where_all_that_is_given_holds() -> None:
    told = {"capacity": ["services", "elected"], "tag": ["lay"], "not": {"chair": True}}
    who = read_who(told)
    assert read_who(write_who(who)) == who and write_who(ALL) == "all"
    lay = Place(Capacity.SERVICES, tags=frozenset({"lay", "tenant"}))
    assert who.includes(lay)
    for other in (
        Place(Capacity.COMMUNITY, tags=lay.tags),
        Place(Capacity.SERVICES),
        Place(Capacity.SERVICES, tags=lay.tags, chair=True),
    ):
        assert not who.includes(other)
    assert Who(mandated=True).includes(Place(Capacity.SERVICES, mandated=True))
    assert not Who(mandated=True).includes(lay) and not Who(affected=True).includes(lay)
