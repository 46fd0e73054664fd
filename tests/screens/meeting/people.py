"""The people of Ambleford at their browsers: `at = sitting()`, then `at.as_("Fay")(address)`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.test import Client

from tests.a_meeting import BOARD, ORIGIN, Here, a_board
from tests.screens.conftest import Visit
from withus.stores.accounts.accounts import add_address, link, open_account

AMBLEFORD = "/partnerships/withus.example~ambleford/"
MEETINGS = f"{AMBLEFORD}boards/{BOARD}/meetings/"
CALL = f"{MEETINGS}call/"


@dataclass
class Sitting:
    """The board, and a browser for each who was asked for."""

    here: Here
    browsers: dict[str, Visit] = field(default_factory=dict)

    def as_(self, name: str) -> Visit:
        """Return the browser of somebody, signed in the first time."""
        if name not in self.browsers:
            account = open_account()
            link(account, origin=ORIGIN, person=self.here.people[name])
            client = Client(raise_request_exception=False)
            client.force_login(account)
            self.browsers[name] = Visit(client)
        return self.browsers[name]

    def mailed(self, *names: str) -> None:
        """Give people an e-mail address each."""
        for name in names:
            account = open_account()
            link(account, origin=ORIGIN, person=self.here.people[name])
            add_address(account, f"{name.lower()}@ambleford.example")


def sitting(*, practice: bool = False) -> Sitting:
    """Open the partnership and the board, and seat everybody."""
    return Sitting(a_board(practice=practice))


def anybody() -> Visit:
    """Return a browser in which nobody is signed in."""
    return Visit(Client(raise_request_exception=False))


def page_of(meeting: str) -> str:
    """Return the address of a meeting."""
    return f"{AMBLEFORD}meetings/{meeting}/"


def in_days(many: int) -> date:
    """Return a day to come, by the clock of the machine."""
    return (datetime.now() + timedelta(days=many)).date()  # noqa: DTZ005


def form(**answers: str | list[str]) -> dict[str, str | list[str]]:
    """Return what the form for a meeting sends."""
    return {
        "day": in_days(30).isoformat(),
        "starts": "14:00",
        "ends": "4pm",
        "ways": ["room", "phone"],
        "where": "The library, 2 High Street, no steps.\nRing 01632 960123.",
        "every": "once",
        "many": "",
        **answers,
    }
