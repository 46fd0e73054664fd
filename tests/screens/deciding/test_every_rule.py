"""Every row of the rules' reference that needs no meeting: typed into the form, set, and read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from django.utils.timezone import localdate

from tests.core.deciding.test_outcome import SIX
from tests.core.facts.story import place_made
from tests.example_record import HOME, ORIGIN
from tests.kept import a_record
from tests.screens.conftest import Visit
from tests.screens.deciding.test_rules import RULE, RULES, carried, keep, last_set, put
from tests.screens.mine.somebody import LATER, Somebody, a_member, on_duty
from withus.actions.joining import enter
from withus.core.deciding.in_a_file import usual
from withus.core.deciding.mirror import mirror
from withus.core.deciding.reading import read_rule
from withus.core.deciding.voting import places_on
from withus.core.words import Capacity, Duty
from withus.questions.changing_rules import board_here
from withus.saying.deciding.mirror import reflected
from withus.screens.deciding.form import fields_of
from withus.screens.deciding.whom import Usual
from withus.stores.record.append import THE_HOST

pytestmark = a_record
LAW = {"force": "law", "source": "An Act, section 4"}
PROMISE = {"force": "promise"}
ABOUT, ALL, SERVICES = '{"affected":true}', '"all"', '{"capacity":["services"]}'
Row = tuple[Mapping[str, Any], Mapping[str, Any], str]

# What is typed, what the record has of it beside `id`, and the sentence.
ROWS: dict[str, Row] = {
    "present, at least": (
        {"kind": "present", "who": ABOUT, "bound": "at_least", "amount": "two", **PROMISE},
        {"kind": "present", "who": {"affected": True}, "at_least": 2, "force": "promise"},
        "At least two of the people it is about must be in the room.",
    ),
    "present, at most": (
        {"kind": "present", "who": SERVICES, "bound": "at_most", "amount": "3", **LAW},
        {"kind": "present", "who": {"capacity": ["services"]}, "at_most": 3, **LAW},
        "At most three of the members who are paid to run services may be in the room.",
    ),
    "present, share": (
        {"kind": "present", "who": ALL, "bound": "share", "amount": "1/3", **PROMISE},
        {"kind": "present", "who": "all", "share": "1/3", "force": "promise"},
        "At least a third of all members must be in the room.",
    ),
    "present, over": (
        {"kind": "present", "who": ALL, "bound": "over", "amount": "half", **PROMISE},
        {"kind": "present", "who": "all", "over": "1/2", "force": "promise"},
        "More than half of all members must be in the room.",
    ),
    "present, more than": (
        {
            "kind": "present",
            "who": ABOUT,
            "bound": "more_than",
            "than": "ticked",
            "than-not-is": ["affected"],
            **PROMISE,
        },
        {
            "kind": "present",
            "who": {"affected": True},
            "more_than": {"not": {"affected": True}},
            "force": "promise",
        },
        (
            "More of the people it is about than of the members who are not among [the people it "
            "is about] must be in the room."
        ),
    ),
    "agree, at least, before and late": (
        {
            "kind": "agree",
            "who": ABOUT,
            "bound": "at_least",
            "amount": "2",
            "before": "yes",
            "late": "5",
            **PROMISE,
        },
        {
            "kind": "agree",
            "who": {"affected": True},
            "at_least": 2,
            "before": True,
            "late": 5,
            "force": "promise",
        },
        (
            "At least two of the people it is about must agree. They may say so before, or "
            "within five working days after."
        ),
    ),
    "agree, over, of voting, under law": (
        {"kind": "agree", "who": ALL, "bound": "over", "amount": "1/2", "of": "voting", **LAW},
        {
            "kind": "agree",
            "who": "all",
            "over": "1/2",
            "of": "voting",
            "before": False,
            "late": 0,
            **LAW,
        },
        "More than half of all members must agree, counted over those who vote.",
    ),
    "agree, share, of here": (
        {
            "kind": "agree",
            "who": ALL,
            "bound": "share",
            "amount": "two thirds",
            "of": "here",
            "before": "no",
            **PROMISE,
        },
        {
            "kind": "agree",
            "who": "all",
            "share": "2/3",
            "of": "here",
            "before": False,
            "late": 0,
            "force": "promise",
        },
        "At least two thirds of all members must agree, counted over those in the room.",
    ),
    "agree, unanimity of places, for some motions and some time": (
        {
            "kind": "agree",
            "who": ALL,
            "bound": "share",
            "amount": "all",
            "of": "places",
            "for": ["money", "rules"],
            "from": "2026-12-01",
            "until": "2027-12-01",
            **LAW,
        },
        {
            "kind": "agree",
            "who": "all",
            "share": "1/1",
            "of": "places",
            "before": False,
            "late": 0,
            "for": ["money", "rules"],
            "from": "2026-12-01",
            "until": "2027-12-01",
            **LAW,
        },
        (
            "Each of all members must agree, counted over all places. This is for decisions on "
            "money or these rules."
        ),
    ),
    "agree, a chair's veto": (
        {
            "kind": "agree",
            "who": '{"chair":true}',
            "bound": "at_least",
            "amount": "1",
            "force": "constitution",
            "source": "Part 7",
        },
        {
            "kind": "agree",
            "who": {"chair": True},
            "at_least": 1,
            "before": False,
            "late": 0,
            "force": "constitution",
            "source": "Part 7",
        },
        "At least one of the members who chair must agree.",
    ),
    "no objection": (
        {"kind": "no_objection", "who": ALL, "force": "terms", "source": "Part 4"},
        {"kind": "no_objection", "who": "all", "force": "terms", "source": "Part 4"},
        "Nobody among all members may have an objection that stands.",
    ),
    "casting": (
        {"kind": "casting", "who": '{"chair":true}', **PROMISE},
        {"kind": "casting", "who": {"chair": True}, "force": "promise"},
        "If it is a tie, the members who chair decide.",
    ),
    "made up, over": (
        {"kind": "made_up", "who": ABOUT, "bound": "over", "amount": "1/2", **PROMISE},
        {"kind": "made_up", "who": {"affected": True}, "over": "1/2", "force": "promise"},
        "More than half of the places are for the people it is about.",
    ),
    "made up, at most": (
        {"kind": "made_up", "who": SERVICES, "bound": "at_most", "amount": "4", **PROMISE},
        {"kind": "made_up", "who": {"capacity": ["services"]}, "at_most": 4, "force": "promise"},
        "At most four of the places are for the members who are paid to run services.",
    ),
    "vote from": (
        {
            "kind": "vote_from",
            "who": "ticked",
            "who-marks": "service_user, carer, third_sector",
            "from": "2026-09-01",
            **LAW,
        },
        {
            "kind": "vote_from",
            "who": {"tag": ["carer", "service_user", "third_sector"]},
            "from": "2026-09-01",
            **LAW,
        },
        (
            "From 1 September 2026, the members who have the mark carer or service_user or "
            "third_sector vote."
        ),
    ),
    "may call": (
        {
            "kind": "may_call",
            "what": "review",
            "caller-0": ALL,
            "caller-0-count": "5",
            "caller-1": '{"tag":["recognised"]}',
            "caller-1-count": "1",
            "caller-2": ABOUT,
            "caller-2-count": "1",
            "caller-2-signatures": "10",
            **PROMISE,
        },
        {
            "kind": "may_call",
            "what": "review",
            "any_of": [
                {"who": "all", "at_least": 5},
                {"who": {"tag": ["recognised"]}, "at_least": 1},
                {"who": {"affected": True}, "at_least": 1, "signatures": 10},
            ],
            "force": "promise",
        },
        (
            "A review may be forced by any of these: five of all members; one of the members who "
            "have the mark recognised; one of the people it is about with ten signatures."
        ),
    ),
    "who: every part at once": (
        {
            "kind": "made_up",
            "who": "ticked",
            "who-is": ["affected", "mandated"],
            "who-capacity": ["draws_on_services", "unpaid_carers"],
            "who-kind": ["drawn"],
            "who-marks": "tenant",
            "who-not-capacity": ["services"],
            "bound": "share",
            "amount": "1/4",
            **PROMISE,
        },
        {
            "kind": "made_up",
            "who": {
                "affected": True,
                "capacity": ["draws_on_services", "unpaid_carers"],
                "kind": ["drawn"],
                "tag": ["tenant"],
                "mandated": True,
                "not": {"capacity": ["services"]},
            },
            "share": "1/4",
            "force": "promise",
        },
        (
            "At least a quarter of the places are for the members who are people it is about and "
            "who draw on care and support or are unpaid carers and who were drawn by lot and "
            "who have the mark tenant and who have a mandate in force and who are not among "
            "[the members who are paid to run services]."
        ),
    ),
}
LEFT_OUT = {"source": None, "from": None, "until": None}


@pytest.fixture
def officer(db: None) -> Somebody:
    """The host's officer."""
    a_member()
    return on_duty(Duty.HOST, "Olly Office")


def test_every_kind_of_rule_is_typed_said_set_and_kept_as_it_was_typed(officer: Somebody) -> None:
    page = officer.visit(RULES)
    for name in ("two-in-the-room", "more-than-half", "two-agree", "review"):
        page = officer.visit.post(RULES, {**carried(page), "out": name})
    for name, (given, _, said) in ROWS.items():
        page = keep(officer, page, given)
        assert said in page.text, name
    put(officer, page)
    kept = [{key: each[key] for key in each if key != "id"} for each in last_set().rules]
    assert kept == [LEFT_OUT | dict(told) for _, told, _ in ROWS.values()]
    assert len({each["id"] for each in last_set().rules}) == len(ROWS)


def test_each_kind_of_rule_means_on_the_page_what_it_means_in_the_core(officer: Somebody) -> None:
    page = officer.visit(RULES)
    for name in ("two-in-the-room", "more-than-half", "two-agree", "review"):
        page = officer.visit.post(RULES, {**carried(page), "out": name})
    on, seen = localdate(), set()
    places = places_on(board_here(ORIGIN, HOME).state, on=on)
    for name, (given, told, _) in ROWS.items():
        shown = officer.visit.post(RULE, {**carried(page), **given, "step": "look"})
        means = shown.tree.xpath("//*[@id='mirror-means']/div/p")
        found = " ".join(" ".join(each.text_content().split()) for each in means)
        rule = read_rule({**LEFT_OUT, **told, "id": "x"})
        members, answers = reflected(mirror([rule], places, on=on))
        assert found == " ".join([*members, *answers]), name
        seen.add(found)
    assert len(seen) >= 3


def test_what_is_not_met_by_the_places_there_are_is_told_before_it_counts_and_after(
    officer: Somebody,
) -> None:
    rule = {"kind": "made_up", "who": ABOUT, "bound": "over", "amount": "half", **PROMISE}
    kept = keep(officer, officer.visit(RULES), rule)
    assert "Not met now: 6 of 13 places are for them." in kept.text
    put(officer, kept, localdate().isoformat())
    page = Visit(officer.visit.client, opens=True)(RULES.replace("rules/", ""))
    assert "Not met now: 6 of 13 places are for them." in page.text


def test_a_rule_set_is_the_same_again_in_its_form(officer: Somebody) -> None:
    page = officer.visit(RULES)
    given, told, _ = ROWS["who: every part at once"]
    page = keep(officer, page, given)
    again = officer.visit.post(RULE, {**carried(page), "change": "made-up-1"})
    answers: dict[str, list[str]] = {}
    for each in again.tree.xpath("//form[@id='rule']//*[self::input or self::select]"):
        if each.tag == "select":
            answers[each.get("name")] = each.xpath("option[@selected]/@value")
        elif each.get("type") not in ("radio", "checkbox") or each.get("checked") is not None:
            answers.setdefault(each.get("name"), []).append(each.get("value"))
    kept = officer.visit.post(RULE, {**answers, "step": "keep"})
    assert carried(kept) == carried(page)
    assert json.loads(carried(kept)["rules"])[-1].items() >= told.items()


# Of the six real rules: those on people for whom the example's board has no place yet.
NOBODY_YET = {1: 2, 2: 1, 3: 1, 4: 0, 5: 1, 6: 0}
MARKS = {"public_or_patient": 9, "patient_member": 5, "senior_staff": 1, "non_scientist": 2}


@pytest.mark.parametrize("number", SIX)
def test_a_real_rule_on_people_without_a_place_is_refused_with_what_mends_it(
    officer: Somebody, number: int
) -> None:
    page, refused = officer.visit(RULES), 0
    for told in SIX[number]:
        answer = officer.visit.client.post(RULE, {**carried(page), **typed(told), "step": "keep"})
        refused += answer.status_code == 422 and "make the places first" in answer.content.decode()
    assert refused == NOBODY_YET[number]


def test_the_six_real_rules_are_set_as_they_are_once_the_places_are_made(
    officer: Somebody,
) -> None:
    made = (
        place_made(f"{mark} {n}", Capacity.OTHER, board=HOME, tags=frozenset({mark}))
        for mark, count in MARKS.items()
        for n in range(count)
    )
    enter(*made, record=ORIGIN, by=THE_HOST, now=LATER)
    page = officer.visit(RULES)
    begun = len(json.loads(carried(page)["rules"]))
    for told in (rule for rules in SIX.values() for rule in rules):
        page = keep(officer, page, typed(told))
    put(officer, page)
    every = [usual(told, 1) for rules in SIX.values() for told in rules]
    kept = [replace(read_rule(each), id="1") for each in last_set().rules[begun:]]
    assert kept == [read_rule(each) for each in every]


def typed(told: Mapping[str, Any]) -> dict[str, Any]:
    """Return what somebody types for a rule of the design's table."""
    return dict(fields_of(read_rule(usual(told, 1)), Usual((), ())))
