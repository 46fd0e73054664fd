"""A work with its people at their browsers: `at = a_work_at()`, then `at.sees("Bo", "put/")`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.test import Client

from tests.a_work import WORK, a_work
from tests.a_works_points import Points
from tests.screens.conftest import Page, Visit
from tests.screens.meeting.people import AMBLEFORD, Sitting

PAGE = f"{AMBLEFORD}works/{WORK}/"
POINTS = f"{PAGE}points/"


@dataclass
class At:
    """The points of a work, and browsers."""

    points: Points
    sitting: Sitting
    phones: dict[str, Visit] = field(default_factory=dict)

    def sees(self, name: str, path: str = "", *, status: int = 200) -> Page:
        """Return what somebody sees of the points."""
        return self.sitting.as_(name)(POINTS + path, status=status)

    def sends(self, name: str, path: str, /, *, status: int = 302, **sent: Any) -> Page:
        """Let somebody send a form."""
        return self.sitting.as_(name).post(POINTS + path, sent, status=status)

    def phone(self, name: str = "") -> Visit:
        """Return the browser of somebody without an account."""
        if name not in self.phones:
            self.phones[name] = Visit(Client(raise_request_exception=False), opens=True)
        return self.phones[name]

    @property
    def last(self) -> str:
        """Return the last point that was put."""
        return list(self.points.there.state.points)[-1]


def a_work_at(**given: Any) -> At:
    """Open a work, and let its people come to their browsers."""
    there = a_work(**given)
    return At(Points(there), Sitting(there.here))
