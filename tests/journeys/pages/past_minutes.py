"""What minutes say of a board's meetings before: put in once, and the same for all these pages."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.journeys.going import Way, follow, press
from tests.journeys.insiders import MEMBER, be, guarded
from tests.journeys.pages.in_the_room import NAME

MINUTES = """Meeting held on 3 March 2025
Present
Jo Bloggs, Service Manager, Brackmere Council
Nan Quill, Expert by experience
Rae Ottery, Blossom and Bean
"""
kept: set[str] = set()


def beside(page: Page, base: str) -> None:
    """Come to what was read, as a member of the board."""
    there = guarded(page, base, NAME)
    be(page, base, MEMBER, there)
    page.goto(f"{base}{there.board}past-minutes/")


def read(page: Page, base: str) -> None:
    """Put minutes in, and come to the page of people."""
    beside(page, base)
    follow(page, "Put in minutes")
    page.get_by_label("The minutes").fill(MINUTES)
    press(page, "See who was in the room")


def looked_at(page: Page, base: str) -> None:
    """Come to the last look before it is kept."""
    read(page, base)
    press(page, "Go on")


def there(page: Page, base: str) -> None:
    """Come to what was read, with something there."""
    if NAME not in kept:
        looked_at(page, base)
        press(page, "Yes, keep it")
        kept.add(NAME)
    beside(page, base)


def nothing_given(page: Page, base: str) -> None:
    """Come to the form for minutes, with something to put right."""
    beside(page, base)
    follow(page, "Put in minutes")
    press(page, "See who was in the room")


def one_place(page: Page, base: str) -> None:
    """Come to the page about one place."""
    read(page, base)
    page.get_by_role("button", name="Change").first.click()


def following(name: str) -> Way:
    """Follow a link beside what was read."""

    def go(page: Page, base: str) -> None:
        there(page, base)
        page.get_by_role("link", name=name).first.click()

    return go


CASES: dict[str, Way] = {
    "past_minutes:every": there,
    "past_minutes:put-in": nothing_given,
    "past_minutes:people": read,
    "past_minutes:place": one_place,
    "past_minutes:check": looked_at,
    "past_minutes:keep": there,
    "past_minutes:put-right": following("Put it right"),
    "past_minutes:take-away": following("Take it away"),
}
