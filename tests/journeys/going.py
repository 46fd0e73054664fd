"""How a person at a browser goes about: by an address, a link or a button, as somebody there."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from tests.journeys.insiders import OFFICER, be, guarded

Way = Callable[[Page, str], None]


def press(page: Page, name: str) -> None:
    """Press a button and wait for the page it leads to."""
    with page.expect_navigation():
        page.get_by_role("button", name=name).first.click()


def follow(page: Page, name: str) -> None:
    """Follow a link and wait for the page it leads to."""
    with page.expect_navigation():
        page.get_by_role("link", name=name).first.click()


def at(path: str) -> Way:
    """Go straight to an address."""

    def go(page: Page, base: str) -> None:
        page.goto(base + path)

    return go


def on_duty(path: str, what: str) -> Way:
    """Go to a page of a partnership as whoever has a duty."""

    def go(page: Page, base: str) -> None:
        there = guarded(page, base, "brackmere")
        be(page, base, what, there)
        page.goto(f"{base}{there.address}{path}")

    return go


def on_board(path: str, what: str = OFFICER) -> Way:
    """Go to a page about a board of a partnership as whoever has a duty, or as a member."""

    def go(page: Page, base: str) -> None:
        there = guarded(page, base, "brackmere")
        be(page, base, what, there)
        page.goto(f"{base}{there.board}{path}")

    return go
