"""A rule in a form: every rule there can be is the same after it, and what is amiss is told."""

from __future__ import annotations

import pytest

from tests.core.deciding import chances
from tests.core.deciding.test_outcome import SIX, rules
from withus.core.deciding.rule import Rule, RuleKind
from withus.core.deciding.who import Place, Who
from withus.core.words import Capacity
from withus.saying.deciding import forms
from withus.screens.deciding.form import fields_of, read
from withus.screens.deciding.whom import Usual
from withus.screens.frame.typed import Typed

USUAL = Usual.of([Place(Capacity.SERVICES), Place(Capacity.UNPAID_CARERS, tags=frozenset({"lay"}))])
PRESENT = {"kind": "present", "who": '{"affected":true}', "bound": "at_least", "amount": "2"}


def typed(**answers: str) -> Typed:
    """Return a form with some answers."""
    return Typed({name: [each] for name, each in answers.items()})


def again(rule: Rule) -> Rule | None:
    """Return what a rule is after a form was filled with it and read."""
    form = Typed(fields_of(rule, USUAL))
    found = read(form, rule.id)
    assert not form.faults, (rule, form.faults[0].code, form.faults[0].parameters)
    return found


def test_every_rule_is_the_same_after_a_form() -> None:
    dice, seen = chances.seeded(5), set()
    for number in range(300):
        rule = chances.rule(dice, number)
        assert again(rule) == rule
        seen.add(rule.kind)
    assert seen == set(RuleKind)


@pytest.mark.parametrize("number", SIX)
def test_the_six_real_rules_are_the_same_after_a_form(number: int) -> None:
    for rule in rules(SIX[number]):
        assert again(rule) == rule


WRONG = {
    "kind": ({"kind": "queen"}, "kind_missing"),
    "who": ({"who": ""}, "who_missing"),
    "who, by hand": ({"who": "{"}, "who_missing"),
    "bound": ({"bound": "casting"}, "bound_missing"),
    "amount": ({"amount": "0"}, "not_a_number"),
    "amount in words": ({"amount": "some"}, "not_a_number"),
    "amount of a part": ({"bound": "over", "amount": "1/1"}, "not_a_part"),
    "than": ({"bound": "more_than"}, "who_missing"),
    "force": ({"force": ""}, "force_missing"),
    "source": ({"force": "law"}, "source_missing"),
    "source, too long": ({"source": "a" * 201}, "source_too_long"),
    "from": ({"from": "1 September"}, "not_a_day"),
    "until": ({"from": "2026-09-02", "until": "2026-09-01"}, "rule_ends_first"),
    "who-marks": ({"who": "ticked", "who-marks": "Our Chair!"}, "not_marks"),
    "of": ({"kind": "agree", "bound": "over", "amount": "half"}, "of_missing"),
    "from of a vote": ({"kind": "vote_from"}, "from_missing"),
    "what": ({"kind": "may_call", "caller-0": '"all"', "caller-0-count": "5"}, "what_missing"),
    "caller-0": ({"kind": "may_call", "what": "review"}, "callers_missing"),
    "caller-1": ({"kind": "may_call", "what": "item", "caller-1-count": "5"}, "who_missing"),
    "caller-2-count": ({"kind": "may_call", "what": "item", "caller-2": '"all"'}, "not_a_number"),
}


@pytest.mark.parametrize("case", WRONG.values(), ids=WRONG)
def test_what_makes_no_rule_is_told_at_its_field(
    case: tuple[dict[str, str], str], request: pytest.FixtureRequest
) -> None:
    answers, code = case
    form = typed(**{**PRESENT, "force": "promise", **answers})
    assert read(form, "x") is None
    (fault,) = [each for each in form.faults if each.code == code]
    where = request.node.callspec.id.partition(",")[0].partition(" ")[0]
    assert fault.parameters["field"] == where
    assert forms.line(fault) == forms.faults()[code]
    assert len(form.faults) == 1


def test_every_fault_of_a_form_has_a_sentence_without_the_names_of_fields() -> None:
    for code, said in forms.faults().items():
        assert said.endswith("."), code
        assert "_" not in said.replace("senior_staff", ""), code


@pytest.mark.parametrize(
    ("words", "part"), [("half", "1/2"), ("2/4", "1/2"), ("two thirds", "2/3"), ("3 in 7", "3/7")]
)
def test_a_part_may_be_typed_in_words(words: str, part: str) -> None:
    assert typed(amount=words).part("amount", whole=True) == part


def test_ticks_alone_say_whom_a_rule_is_about() -> None:
    answers = {"who-capacity": "services", "who-not-marks": "senior_staff, lay", "who": ""}
    found = read(typed(**{**PRESENT, "force": "promise", **answers}), "x")
    but = Who(tag=frozenset({"lay", "senior_staff"}))
    assert found is not None
    assert found.who == Who(capacity=frozenset({Capacity.SERVICES}), other_than=but)


def test_what_is_usual_for_a_force_is_so_unless_it_is_said_otherwise() -> None:
    for force, source, before in (("promise", "", True), ("law", "An Act", False)):
        form = typed(**{**PRESENT, "kind": "agree", "force": force, "source": source})
        found = read(form, "x")
        assert found is not None
        assert found.before is before
