"""A board's rules on screens: by plain sentences, with the plain mirror, and set once checked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from tests.example_record import HOME, ORIGIN
from tests.kept import a_record
from tests.screens.conftest import Page
from tests.screens.mine.somebody import THORNMERE, Somebody, a_member, on_duty
from withus.core.facts.joining import RulesSet
from withus.core.words import Duty
from withus.stores.record.read import entries, find_log

pytestmark = a_record
RULES = f"{THORNMERE}boards/{HOME}/rules/"
RULE, CHECK = f"{RULES}rule/", f"{RULES}check/"
ABOUT, ALL = '{"affected":true}', '"all"'
Sent = Mapping[str, Any]


@pytest.fixture
def officer(db: None) -> Somebody:
    """The host's officer, who may change rules that were set before."""
    a_member()
    return on_duty(Duty.HOST, "Olly Office")


def carried(page: Page) -> dict[str, str]:
    """Return the rules that the forms of a page carry."""
    found = page.tree.xpath("//main//form//input[@type='hidden']")
    return {
        each.get("name"): each.get("value")
        for each in found
        if each.get("name") in ("rules", "over")
    }


def keep(officer: Somebody, before: Page, answers: Sent, status: int = 200) -> Page:
    """Fill in the form for a rule and keep it."""
    return officer.visit.post(RULE, {**carried(before), **answers, "step": "keep"}, status=status)


def put(officer: Somebody, page: Page, day: str = "2026-11-24", status: int = 302) -> Page:
    """Set the rules of a page."""
    sent = carried(page) | {"step": "set", "day": day}
    return officer.visit.post(CHECK, sent, status=status)


def last_set() -> RulesSet:
    """Return the rules that were last set, as the record has them."""
    log = find_log(ORIGIN)
    fact = next(entries(log, start=log.size - 1, end=log.size)).fact
    assert isinstance(fact, RulesSet)
    return fact


def test_the_page_says_each_rule_and_what_they_mean(officer: Somebody) -> None:
    page = officer.visit(RULES)
    assert "At least two of the people it is about must be in the room." in page.text
    assert "The others can’t decide without them." in page.text
    assert "Look at them all" not in page.text


def test_a_rule_is_taken_out_and_the_mirror_moves_before_anything_counts(officer: Somebody) -> None:
    before, size = officer.visit(RULES), find_log(ORIGIN).size
    page = officer.visit.post(RULES, {**carried(before), "out": "two-agree"})
    assert "The others can decide without them. If two of them must agree, they can’t." in page.text
    assert "As they stand now The others can’t decide without them." in page.text
    assert find_log(ORIGIN).size == size
    added = officer.visit.post(RULES, {**carried(page), "suppose": "yes"})
    assert (
        "At least two of the people it is about must agree. They may say so before." in added.text
    )
    assert "The others can’t decide without them." in added.text


def test_a_rule_is_added_looked_at_and_set(officer: Somebody) -> None:
    before = officer.visit(RULES)
    assert (
        officer.visit.post(RULE, {**carried(before), "step": "add"}).h1 == "What is the rule about?"
    )
    chosen = officer.visit.post(RULE, {**carried(before), "step": "kind", "kind": "no_objection"})
    assert chosen.h1 == "Whose objection stops a decision"
    answers = {"kind": "no_objection", "who": ABOUT, "force": "promise"}
    looked = officer.visit.post(RULE, {**carried(before), **answers, "step": "look"})
    mirror = " ".join(looked.tree.xpath("//*[@id='mirror']")[0].text_content().split())
    assert "Nobody among the people it is about may have an objection that stands." in mirror
    kept = keep(officer, before, answers)
    assert kept.h1 == "The rules of the Coming Home board"
    checked = officer.visit.post(CHECK, carried(kept))
    tags = [each.text for each in checked.tree.xpath("//main//span[contains(@class, 'tag')]")]
    assert tags == ["Stays"] * 4 + ["New"]
    put(officer, kept)
    assert [each["id"] for each in last_set().rules][-1] == "no-objection-1"
    assert "Nobody among the people it is about" in officer.visit(RULES).text


def test_a_rule_is_changed_in_its_place_and_keeps_its_id(officer: Somebody) -> None:
    before = officer.visit(RULES)
    page = officer.visit.post(RULE, {**carried(before), "change": "two-in-the-room"})
    assert page.tree.xpath("//input[@name='amount']/@value") == ["2"]
    answers = {"id": "two-in-the-room", "kind": "present", "who": ABOUT, "bound": "at_least"}
    kept = keep(officer, before, {**answers, "amount": "three", "force": "promise"})
    assert "At least three of the people it is about must be in the room." in kept.text
    put(officer, kept)
    assert (last_set().rules[0]["id"], last_set().rules[0]["at_least"]) == ("two-in-the-room", 3)


def test_what_makes_no_rule_is_refused_at_its_field_and_nothing_is_lost(officer: Somebody) -> None:
    before = officer.visit(RULES)
    answers = {"kind": "present", "who": ABOUT, "bound": "at_least", "amount": "two dozen"}
    page = keep(officer, before, {**answers, "force": "law"}, status=422)
    said = "Type how many, as a whole number such as 2."
    assert page.text.count(said) == 3  # at the head, at the field, and beside the mirror
    assert page.tree.xpath("//input[@name='amount']/@value") == ["two dozen"]
    assert carried(page) == carried(before)
    page = keep(officer, before, {**answers, "amount": "7", "force": "promise"}, status=422)
    assert "The rule asks for 7 of them, and the places for them number 6." in page.text
    page = keep(officer, before, {**answers, "amount": "2", "force": "law"}, status=422)
    assert "Say where it is written, and of what day." in page.text


def test_what_is_to_be_put_right_comes_in_the_order_of_the_page(officer: Somebody) -> None:
    page = keep(officer, officer.visit(RULES), {"kind": "agree", "until": "soon"}, status=422)
    links = page.tree.xpath("//*[@role='alert']//a/@href")
    assert links == ["#bound", "#who", "#force", "#until"]


def test_rules_set_meanwhile_are_shown_beside_ones_own(officer: Somebody) -> None:
    before = officer.visit(RULES)
    mine = officer.visit.post(RULES, {**carried(before), "out": "review"})
    put(officer, officer.visit.post(RULES, {**carried(before), "out": "two-in-the-room"}))
    page = put(officer, mine, status=422)
    assert "Somebody set other rules for this board while you were changing these." in page.text
    assert "The rules that were set meanwhile" in page.text
    put(officer, page)
    assert [each["id"] for each in last_set().rules] == [
        "two-in-the-room",
        "more-than-half",
        "two-agree",
    ]


def test_rules_are_not_set_for_a_day_before_those_that_are_set(officer: Somebody) -> None:
    page = officer.visit.post(RULES, {**carried(officer.visit(RULES)), "out": "review"})
    refused = put(officer, page, day="2026-11-01", status=422)
    assert "Choose a later day" in refused.text
    assert "Give the day as day, month and year" in put(officer, page, day="soon", status=422).text


def test_nothing_is_set_where_nothing_was_changed(officer: Somebody) -> None:
    page = put(officer, officer.visit(RULES), status=422)
    assert "You have changed nothing." in page.text


def test_what_a_form_carries_is_read_strictly(officer: Somebody) -> None:
    for spoilt in ("{", "[1]", json.dumps([{"id": "x"}]), "[" * 10_000):
        page = officer.visit.post(RULES, {"rules": spoilt, "over": "1"})
        assert page.text.count("Change rule") == 4


def test_after_the_first_others_try_out_rules_and_the_officer_alone_sets_them(
    officer: Somebody,
) -> None:
    fay, before = on_duty(Duty.FACILITATOR, "Fay Green"), find_log(ORIGIN).size
    page = fay.visit.post(RULES, {**carried(fay.visit(RULES)), "out": "two-agree"})
    assert "only the host’s officer sets others" in page.text
    checked = fay.visit.post(CHECK, carried(page))
    assert "Only the host’s officer sets these." in checked.text
    assert not checked.tree.xpath("//button[@value='set']")
    refused = put(fay, page, status=422)
    assert "It can be done by: the host’s officer." in refused.text
    on_duty(Duty.DATA, "Dot Keeper").visit(RULES, status=403)
    assert find_log(ORIGIN).size == before + 1  # the duty


def test_a_rule_that_is_not_whole_is_told_beside_the_form_and_nothing_else_moves(
    officer: Somebody,
) -> None:
    before = officer.visit(RULES)
    answers = {"kind": "agree", "who": ABOUT, "bound": "at_least", "force": "promise"}
    page = officer.visit.post(RULE, {**carried(before), **answers, "step": "look"})
    said = " ".join(page.tree.xpath("//*[@id='mirror-said']")[0].text_content().split())
    assert said == (
        "This rule is not whole yet. Type how many, as a whole number such as 2. Without it:"
    )
    assert "The others can’t decide without them." in page.text
