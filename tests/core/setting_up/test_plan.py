"""A plan is read again as it was kept; what it lacks is told; entries follow from it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import count

import pytest

from tests.core.facts.story import an_id
from tests.core.setting_up.plans import DAY, a_plan
from withus.core.deciding.mirror import Mirror
from withus.core.deciding.reading import read_rules
from withus.core.deciding.rule import AtLeast, Force, RuleKind
from withus.core.deciding.writing import write_rules
from withus.core.facts import joining as f
from withus.core.presets import PRESETS
from withus.core.setting_up.checking import STEPS, wrong, wrong_in
from withus.core.setting_up.meaning import changes, left_out, mirrored, on_a_promise
from withus.core.setting_up.opening import follows, opens
from withus.core.setting_up.plan import Charge, Choice, Member, Plan, Sort
from withus.core.setting_up.writing import read_plan, write_plan
from withus.core.words import Capacity, Duty, PlaceKind

CITED = {"SSI 2025/405, in force on 1 September 2026"}


def ids() -> Iterator[str]:
    return (an_id(f"new {number}") for number in count())


def codes(plan: Plan, step: str) -> list[str]:
    return [each.code for each in wrong_in(step, plan, on=DAY)]


@pytest.mark.parametrize("preset", PRESETS)
def test_a_plan_from_each_preset_is_read_again_as_it_was_written(preset: str) -> None:
    plan = a_plan(preset)
    own = Sort(PlaceKind.DRAWN, term_until=DAY)
    odd = Member(own=own, tags=frozenset({"x"}), vote=False, vote_from=DAY, asked="later")
    plan = replace(plan, members=(*plan.members, odd), seen=frozenset(STEPS))
    assert read_plan(json.loads(json.dumps(write_plan(plan)))) == plan


@pytest.mark.parametrize("preset", PRESETS)
def test_the_rules_of_a_preset_are_such_as_the_record_takes_and_cite_no_other_law(
    preset: str,
) -> None:
    rules = [each.rule for each in a_plan(preset).choices]
    assert read_rules(write_rules(rules)) == tuple(rules)
    assert {each.source for each in rules} - {None} <= CITED
    assert all(each.force is Force.PROMISE or each.source in CITED for each in rules)
    assert any(each.used for each in PRESETS[preset].rules)


def test_nothing_is_missing_in_a_whole_plan_and_everything_in_an_empty_one() -> None:
    assert wrong(a_plan(), on=DAY) == {}
    found = {step: [each.code for each in told] for step, told in wrong(Plan(), on=DAY).items()}
    assert found == {
        "about": ["name_missing", "host_missing", "board_missing"],
        "members": ["nobody_listed"],
        "duties": [
            "safeguarding_missing",
            "data_missing",
            "facilitator_missing",
            "phone_missing",
        ],
    }


@pytest.mark.parametrize(
    ("step", "change", "code"),
    [
        ("about", {"name": "n" * 121}, "name_too_long_here"),
        ("about", {"board": "a\u200bb"}, "board_too_long"),
        ("about", {"about": "a" * 2_001}, "about_too_long"),
        ("places", {"members": (Member(name="Sam"),)}, "capacity_missing"),
        ("rules", {"members": (Member(capacity=Capacity.SERVICES),)}, "too_few_for_rule"),
        ("duties", {"charges": {}}, "safeguarding_missing"),
        ("invitations", {"members": (Member(name="Sam", asked="email"),)}, "address_missing"),
    ],
)
def test_each_fault_is_told_at_its_step(step: str, change: dict[str, object], code: str) -> None:
    plan = a_plan()
    assert codes(plan, step) == []
    assert codes(replace(plan, **change), step)[0] == code  # type: ignore[arg-type]


def test_a_vote_that_ends_before_it_begins_is_told() -> None:
    odd = Member(capacity=Capacity.SERVICES, vote_from=DAY, vote_until=DAY)
    assert codes(replace(a_plan(), members=(odd,)), "places") == ["vote_ends_first"]


def test_a_stronger_force_needs_its_source() -> None:
    plan = a_plan()
    first = replace(plan.choices[0].rule, force=Force.LAW)
    plan = replace(plan, choices=(Choice(first), *plan.choices[1:]))
    (fault,) = wrong_in("rules", plan, on=DAY)
    assert (fault.code, fault.parameters["rule"]) == ("source_missing", 1)


def test_the_mirror_tells_what_taking_a_rule_out_means() -> None:
    plan = a_plan()
    whole = mirrored(plan, on=DAY)
    assert isinstance(whole, Mirror) and not whole.without_affected
    out = tuple(replace(each, used=each.rule.bound != AtLeast(2)) for each in plan.choices[:3])
    less = mirrored(replace(plan, choices=out), on=DAY)
    assert isinstance(less, Mirror) and less.members == 6
    assert bool(less.without_affected) is False  # three of six are no majority of all places
    more = replace(plan, choices=out, members=(*plan.members, Member(capacity=Capacity.SERVICES)))
    found = mirrored(more, on=DAY)
    assert isinstance(found, Mirror) and found.without_affected and not found.if_they_must


def test_an_integration_board_counts_those_who_vote_from_september_only_then() -> None:
    plan = a_plan("integration_joint_board")
    assert plan.rules[0].kind is RuleKind.VOTE_FROM
    before, after = (mirrored(plan, on=date(2026, month, day)) for month, day in ((8, 31), (9, 1)))
    assert isinstance(before, Mirror) and isinstance(after, Mirror)
    assert (before.members, before.affected) == (3, 0)
    assert (after.members, after.affected) == (6, 3)


def test_what_changes_later_is_told_from_its_day() -> None:
    plan = a_plan("integration_joint_board")
    (day, found), (set_on, _) = changes(plan, on=date(2026, 8, 1))
    assert day == date(2026, 9, 1) and isinstance(found, Mirror) and found.members == 6
    assert set_on == DAY  # from then on the other rules hold
    assert not list(changes(plan, on=DAY))
    sam = replace(plan.members[0], vote_from=date(2027, 1, 1))
    plan = replace(plan, members=(sam, *plan.members[1:]))
    assert [day for day, _ in changes(plan, on=DAY)] == [date(2027, 1, 1)]


def test_it_is_told_that_it_hangs_on_promises_and_without_whom_it_can_be_decided() -> None:
    plan = a_plan()
    assert on_a_promise(replace(plan, members=plan.members * 2), on=DAY)
    firm = replace(plan.choices[2].rule, force=Force.TERMS, source="Terms, 1 May 2026")
    choices = (*plan.choices[:2], Choice(firm), *plan.choices[3:])
    assert not on_a_promise(replace(plan, choices=choices), on=DAY)
    found = {each.capacity: bool(each.without) for each in left_out(plan, on=DAY)}
    assert found[None] is False and found[Capacity.ELECTED] is True


def test_what_follows_opens_a_practice_run_and_makes_each_place_before_the_rules() -> None:
    plan = a_plan()
    assert opens(plan).practice
    facts = follows(plan, ids=ids(), me=an_id("me"), on=DAY)
    kinds = [type(each) for each in facts]
    places = [f.PlaceMade] * 6
    assert kinds == [f.OrganisationJoined, f.DutyGiven, f.BoardOpened, *places, f.RulesSet]
    (duty,) = (each for each in facts if isinstance(each, f.DutyGiven))
    assert (duty.duty, duty.person) == (Duty.FACILITATOR, an_id("me"))
    made = [each for each in facts if isinstance(each, f.PlaceMade)]
    assert len({each.place for each in made}) == 6
    assert [each.post for each in made][2] == "family carer"


def test_a_place_without_a_vote_has_one_that_is_over() -> None:
    still = replace(a_plan().members[0], vote=False, vote_from=DAY)
    facts = follows(replace(a_plan(), members=(still,)), ids=ids(), me=an_id("me"), on=DAY)
    (made,) = (each for each in facts if isinstance(each, f.PlaceMade))
    assert (made.vote_from, made.vote_until) == (None, DAY)


def test_a_board_without_rules_has_no_entry_of_rules() -> None:
    plan = replace(a_plan(), choices=(), charges={Duty.DATA: Charge(mine=True)})
    facts = follows(plan, ids=ids(), me=an_id("me"), on=DAY)
    assert not any(isinstance(each, f.RulesSet) for each in facts)
