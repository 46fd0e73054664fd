"""A plan written as it is kept between two pages, and read again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from withus.core.deciding.reading import read_rule
from withus.core.deciding.writing import write_rule
from withus.core.setting_up.plan import Charge, Choice, Member, Plan, Sort
from withus.core.words import (
    Capacity,
    ChosenBy,
    Country,
    Duty,
    Level,
    OrganisationKind,
    PaidBy,
    Paper,
    PlaceKind,
)


def write_plan(plan: Plan) -> dict[str, Any]:
    """Write a plan; what `read_plan` reads from it is the same plan."""
    told: dict[str, Any] = {each.name: getattr(plan, each.name) for each in fields(plan)}
    return told | {
        "formats": sorted(plan.formats),
        "members": [write_member(each) for each in plan.members],
        "sorts": {code.value: write_sort(each) for code, each in plan.sorts.items()},
        "choices": [{"rule": write_rule(each.rule), "used": each.used} for each in plan.choices],
        "charges": {code.value: [each.mine, each.name] for code, each in plan.charges.items()},
        "seen": sorted(plan.seen),
    }


def read_plan(told: Mapping[str, Any]) -> Plan:
    """Read a plan from what `write_plan` wrote."""
    sorts = {Capacity(code): read_sort(each) for code, each in told["sorts"].items()}
    charges = {Duty(code): Charge(*each) for code, each in told["charges"].items()}
    choices = (Choice(read_rule(each["rule"]), each["used"]) for each in told["choices"])
    return Plan(
        **dict(told)
        | {
            "country": Country(told["country"]),
            "host_kind": OrganisationKind(told["host_kind"]),
            "level": Level(told["level"]),
            "formats": frozenset(Paper(each) for each in told["formats"]),
            "members": tuple(read_member(each) for each in told["members"]),
            "sorts": sorts,
            "choices": tuple(choices),
            "charges": charges,
            "seen": frozenset(told["seen"]),
        }
    )


def write_member(member: Member) -> dict[str, Any]:
    """Write one place."""
    told: dict[str, Any] = {each.name: getattr(member, each.name) for each in fields(member)}
    return told | {
        "own": None if member.own is None else write_sort(member.own),
        "tags": sorted(member.tags),
        "vote_from": written(member.vote_from),
        "vote_until": written(member.vote_until),
    }


def read_member(told: Mapping[str, Any]) -> Member:
    """Read one place."""
    return Member(
        **dict(told)
        | {
            "capacity": Capacity(told["capacity"]),
            "own": None if told["own"] is None else read_sort(told["own"]),
            "tags": frozenset(told["tags"]),
            "vote_from": day(told["vote_from"]),
            "vote_until": day(told["vote_until"]),
        }
    )


def write_sort(sort: Sort) -> list[str | None]:
    """Write how places come to be filled."""
    return [
        sort.kind.value,
        sort.chosen_by.value,
        sort.paid_by.value,
        written(sort.term_until),
    ]


def read_sort(told: list[str | None]) -> Sort:
    """Read how places come to be filled."""
    kind, chosen_by, paid_by, until = told
    return Sort(PlaceKind(str(kind)), ChosenBy(str(chosen_by)), PaidBy(str(paid_by)), day(until))


def written(value: date | None) -> str | None:
    """Write a day, if there is one."""
    return value.isoformat() if value else None


def day(told: str | None) -> date | None:
    """Read a day, if there is one."""
    return date.fromisoformat(told) if told else None
