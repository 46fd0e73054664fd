"""The minutes of a meeting that is over: one meeting for all these pages."""

from __future__ import annotations

from functools import cache

from playwright.sync_api import Page

from tests.journeys.going import Way, press
from tests.journeys.insiders import FACILITATOR, MEMBER, be, guarded
from tests.journeys.pages.in_the_room import NAME, call_now

held: set[str] = set()


@cache
def the_meeting() -> str:
    """Call a meeting for now; return its id."""
    return call_now()[0]


def over(page: Page, base: str) -> str:
    """Hold a meeting, write its minutes, and return the address of its page."""
    there = guarded(page, base, NAME)
    address = f"{base}{there.address}meetings/{the_meeting()}/"
    if NAME not in held:
        be(page, base, MEMBER, there)
        page.goto(f"{address}room/")
        press(page, "I am here, in the room")
        be(page, base, FACILITATOR, there)
        page.goto(f"{address}room/begin/")
        page.get_by_label("Wren Field").check()
        press(page, "Open the meeting")
        be(page, base, MEMBER, there)
        page.goto(f"{address}room/end/")
        press(page, "Close the meeting")
        be(page, base, FACILITATOR, there)
        page.goto(f"{address}minutes/write/")
        press(page, "Save this version")
        held.add(NAME)
    return address


def at_minutes(path: str = "", *, what: str = MEMBER, button: str = "") -> Way:
    """Go to a page of the minutes; send its form as it stands, where a button is named."""

    def go(page: Page, base: str) -> None:
        address = over(page, base)
        be(page, base, what, guarded(page, base, NAME))
        page.goto(f"{address}minutes/{path}")
        if button:
            press(page, button)

    return go


def nothing_written(page: Page, base: str) -> None:
    """Come to the form for the minutes, with something to put right."""
    at_minutes("write/", what=FACILITATOR)(page, base)
    page.get_by_label("The minutes").fill(" ")
    press(page, "Save this version")


CASES: dict[str, Way] = {
    "minutes:read": at_minutes(),
    "minutes:write": nothing_written,
    "minutes:approve-for-another": at_minutes(what=FACILITATOR, button="Type it for them"),
    "minutes:approve": at_minutes(),  # its button stands on that page
}
