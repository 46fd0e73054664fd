"""A plan to try things on: a learning disability partnership board in an invented town."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from withus.core.presets import PRESETS, started_from
from withus.core.setting_up.listed import members_listed
from withus.core.setting_up.plan import Charge, Plan
from withus.core.words import Duty

DAY = date(2026, 11, 23)
LIST = """Members of the board
Sam Ward (Co-chair), self-advocate, Our Say Thornmere
Kit Low, self-advocate, Our Say Thornmere
Mary O'Neill, family carer
Al Ash (Co-chair), Head of Commissioning, Thornmere Council
Cllr Di Oak, Cabinet Member for Adults
Dr Pat Elm, GP
"""


def a_plan(preset: str = "learning_disability") -> Plan:
    """Return a plan in which nothing is missing."""
    begun = started_from(PRESETS[preset], Plan(me="Ola Reed"), on=DAY)
    return replace(
        begun,
        name="Thornmere Together",
        about="How people live well.",
        host="Thornmere Council",
        board="Learning Disability Partnership Board",
        members=members_listed(LIST),
        charges={
            Duty.SAFEGUARDING: Charge(name="Lee Guard"),
            Duty.DATA: Charge(name="Dot Keeper"),
            Duty.FACILITATOR: Charge(mine=True),
        },
        phone="01632 960123",
    )
