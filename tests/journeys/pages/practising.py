"""A practice run."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.journeys.going import Way, at, press
from tests.journeys.insiders import OFFICER, a_partnership, be


def practising(path: str = "") -> Way:
    """Go to a page of a practice run, as the host's officer."""

    def go(page: Page, base: str) -> None:
        there = a_partnership("oakmere")
        be(page, base, OFFICER, there)
        page.goto(f"{base}{there.address}practice/{path}")

    return go


def not_ready(page: Page, base: str) -> None:
    """Try to go live before anybody guards the people in it."""
    practising("go-live/")(page, base)
    press(page, "Yes, go live")


CASES: dict[str, Way] = {
    "practising:about": practising(),
    "practising:go-live": not_ready,
    "practising:throw-away": practising("throw-away/"),
    "practice-gone": at("/practice/gone/"),
}
