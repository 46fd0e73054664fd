"""One's own page, and what one asks about one's information."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.journeys.going import Way, follow, press
from tests.journeys.insiders import MEMBER, be, guarded


def my(path: str = "", what: str = MEMBER) -> Way:
    """Go to a page of one's own, in a partnership where one can write."""

    def go(page: Page, base: str) -> None:
        there = guarded(page, base, "brackmere")
        be(page, base, what, there)
        page.goto(f"{base}/me/{there.address.split('/')[2]}/{path}")

    return go


def of_mine(link: str) -> Way:
    """Follow a link about a place on one's own page."""

    def go(page: Page, base: str) -> None:
        my()(page, base)
        follow(page, link)

    return go


def ask_nothing(page: Page, base: str) -> None:
    """Ask about one's information without a choice."""
    my("asks/")(page, base)
    press(page, "Ask this")


def asked(page: Page, base: str) -> None:
    """Ask to be erased, or come to where it was asked."""
    my("asks/")(page, base)
    if not page.get_by_role("link", name="To be erased").count():
        my("erase/")(page, base)
        press(page, "Ask to be erased")
    else:
        follow(page, "To be erased")


CASES: dict[str, Way] = {
    "mine:page": my(),
    "mine:here": my(),
    "mine:acting": my(),  # sends on to the page it is on
    "mine:shown": of_mine("Change how I am shown"),
    "mine:leave": of_mine("Leave this place"),
    "mine:name": my("name/"),
    "mine:held": my("held/"),
    "mine:part": my("held/places/"),
    "mine:sheet": my("held/print/here/"),
    "mine:copy": my("held/"),  # a file, and no page: the page it is on
    "mine:asks": ask_nothing,
    "mine:asked": asked,
    "mine:erase": my("erase/"),
}
