"""Rules before they are set: ids that nothing else has, and what becomes of each rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.core.deciding import chances
from tests.core.deciding.test_outcome import SIX, rules
from withus.core.deciding.changing import (
    Change,
    compared,
    fresh_id,
    so_many_must_agree,
    with_rule,
    without_rule,
)
from withus.core.deciding.mirror import Mirror, mirror
from withus.core.deciding.reading import read_rule
from withus.core.deciding.rule import Force, RuleKind
from withus.core.deciding.who import Place
from withus.core.deciding.writing import write_rule
from withus.core.facts.forms import A_RULE_NAME
from withus.core.words import Capacity

FIRST, SECOND, THIRD, FOURTH = rules(SIX[1])


def test_a_new_rule_gets_an_id_that_none_has_or_had() -> None:
    assert fresh_id(RuleKind.MAY_CALL, []) == "may-call-1"
    assert fresh_id(RuleKind.PRESENT, ["present-1", "present-3"]) == "present-2"
    for kind in RuleKind:
        assert A_RULE_NAME.fullmatch(fresh_id(kind, []))


def test_a_changed_rule_keeps_its_place_and_a_new_one_comes_last() -> None:
    changed = replace(SECOND, force=Force.TERMS, source="Part 4")
    assert with_rule([FIRST, SECOND, THIRD], changed) == (FIRST, changed, THIRD)
    assert with_rule([FIRST, SECOND], FOURTH) == (FIRST, SECOND, FOURTH)
    assert without_rule([FIRST, SECOND, THIRD], SECOND.id) == (FIRST, THIRD)
    assert without_rule([FIRST], "another") == (FIRST,)


def test_it_is_told_what_becomes_of_each_rule() -> None:
    changed = replace(SECOND, until=date(2027, 1, 1))
    assert compared([FIRST, SECOND, THIRD], [changed, FIRST, FOURTH]) == (
        (Change.CHANGED, changed),
        (Change.STAYS, FIRST),
        (Change.NEW, FOURTH),
        (Change.TAKEN_OUT, THIRD),
    )


def test_every_rule_before_and_after_is_told_of_once() -> None:
    dice = chances.seeded(3)
    for _ in range(100):
        every = [chances.rule(dice, number) for number in range(8)]
        before, after = dice.sample(every, 5), dice.sample(every, 5)
        told = compared(before, after)
        assert [rule for change, rule in told if change is not Change.TAKEN_OUT] == after
        assert {rule.id for _, rule in told} == {rule.id for rule in (*before, *after)}


def test_the_rule_that_the_mirror_supposes_does_what_the_mirror_says() -> None:
    places = {Place(Capacity.DRAWS_ON_SERVICES): 3, Place(Capacity.SERVICES): 12}
    majority = rules([{"kind": "agree", "who": "all", "over": "1/2", "of": "voting"}])
    on = date(2026, 11, 23)
    before = mirror(majority, places, on=on)
    assert isinstance(before, Mirror)
    supposed = so_many_must_agree(before.must_agree, taken=[])
    assert read_rule(write_rule(supposed)) == supposed
    after = mirror([*majority, supposed], places, on=on)
    assert isinstance(after, Mirror)
    assert before.without_affected
    assert after.without_affected == before.if_they_must == frozenset()
