"""The pages of a meeting, for the tests of access by all: called once, and the same for all."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from playwright.sync_api import Page

from tests.journeys.going import Way, follow, press
from tests.journeys.insiders import FACILITATOR, MEMBER, be, guarded

NAME = "brackmere"
_called: dict[str, str] = {}  # the address of the meeting's page


def fill_in(page: Page, *, days: int = 30) -> None:
    """Fill in the form for a meeting."""
    day = datetime.now(UTC).date() + timedelta(days=days)
    page.get_by_label("Day").fill(day.isoformat())
    page.get_by_label("It begins at").fill("14:00")
    page.get_by_label("It ends by").fill("16:00")
    page.get_by_label("In a room").check()
    page.get_by_label("Where it is").fill("The library, no steps.")


def a_form(page: Page, base: str) -> None:
    """Come to the form for a meeting, with something to put right."""
    there = guarded(page, base, NAME)
    be(page, base, FACILITATOR, there)
    page.goto(f"{base}{there.board}meetings/call/")
    press(page, "Go on")


def called(page: Page, base: str) -> None:
    """Come to the page of a meeting with an item on its agenda, as whoever runs the work."""
    there = guarded(page, base, NAME)
    be(page, base, MEMBER, there)
    be(page, base, FACILITATOR, there)
    if NAME not in _called:
        page.goto(f"{base}{there.board}meetings/call/")
        fill_in(page)
        press(page, "Go on")
        press(page, "Yes, call it")
        _called[NAME] = page.url.removeprefix(base)
        follow(page, "Ask for an item")
        page.get_by_label("What it is about").fill("Night buses")
        press(page, "Ask for it")
        follow(page, "Place it")
        press(page, "Save")
    page.goto(base + _called[NAME])


def every(page: Page, base: str) -> None:
    """Come to the list of a board's meetings."""
    called(page, base)
    follow(page, "Meetings")


def on_page(path: str, *, button: str = "") -> Way:
    """Go to a page of the meeting; send its form as it stands, where a button is named."""

    def go(page: Page, base: str) -> None:
        called(page, base)
        page.goto(f"{page.url}{path}")
        if button:
            press(page, button)

    return go


def following(name: str, *, button: str = "") -> Way:
    """Follow a link of the meeting's page; send its form as it stands, where one is named."""

    def go(page: Page, base: str) -> None:
        called(page, base)
        follow(page, name)
        if button:
            press(page, button)

    return go


def my_needs(page: Page, base: str) -> None:
    """Come to what one needs to take part, as a member."""
    called(page, base)
    be(page, base, MEMBER, guarded(page, base, NAME))
    page.goto(base + _called[NAME])
    follow(page, "What I need to take part")


def needs(page: Page, base: str) -> None:
    """Come to what people need at the meeting, once a member said something."""
    my_needs(page, base)
    page.get_by_label("Breaks").check()
    press(page, "Save")
    on_page("needs/")(page, base)


CASES: dict[str, Way] = {
    "meeting:every": every,
    "meeting:call": a_form,
    "meeting:page": called,
    "meeting:move": on_page("move/", button="Go on"),
    "meeting:cancel": on_page("cancel/", button="Yes, cancel it"),
    "meeting:ask": on_page("ask/", button="Ask for it"),
    "meeting:bring": on_page("from-earlier/"),
    "meeting:place": following("Change its place"),
    "meeting:papers": following("Papers", button="It is out"),
    "meeting:paper": following("Papers"),  # a file, and no page: the page it is on
    "meeting:needs": needs,
    "meeting:my-needs": my_needs,
    "meeting:go-on": my_needs,  # sends on to that page
    "meeting:pack": on_page("pack/"),
    "meeting:register": on_page("register/"),
    "meeting:letters": on_page("letters/"),
    "meeting:posted": on_page("letters/"),  # sends on to the meeting
    "meeting:calendar": called,  # a file, and no page: the page it is on
}
