"""The plan of Ambleford at the browsers of its people: `at = writing()`, then `at.as_("Bo")`."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.a_plan import FIRST, APlan, a_plan
from tests.a_work import WORK
from tests.screens.conftest import Page, Visit
from tests.screens.meeting.people import AMBLEFORD, Sitting

PLAN = f"{AMBLEFORD}works/{WORK}/plan/"


@dataclass
class AtPlan:
    """The plan, and a browser for each who was asked for."""

    plan: APlan
    sitting: Sitting = field(init=False)

    def __post_init__(self) -> None:
        self.sitting = Sitting(self.plan.there.here)

    def as_(self, name: str) -> Visit:
        """Return the browser of somebody."""
        return self.sitting.as_(name)

    def write(self, name: str, status: int = 302, **answers: str | list[str]) -> Page:
        """Let somebody send the form of the plan, over the last text unless told otherwise."""
        sent = {"do": "save", "base": self.plan.last(), "text": "One more.", **answers}
        return self.as_(name).post(f"{PLAN}write/", sent, status=status)


def writing(*, text: str = FIRST) -> AtPlan:
    """Open the board and the work, and let Bo write a first text."""
    return AtPlan(a_plan(text=text))
