"""What people ask about their information, as the data contact sees it."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.journeys.going import Way, follow, on_duty, press
from tests.journeys.insiders import DATA
from tests.journeys.pages.mine import asked


def one_ask(page: Page, base: str) -> None:
    """Come to an ask, as the data contact, with an answer to put right."""
    asked(page, base)
    on_duty("asks/", DATA)(page, base)
    follow(page, "To be erased")
    press(page, "Send this answer")


def an_order(page: Page, base: str) -> None:
    """Come to where an erasure is ordered."""
    one_ask(page, base)
    follow(page, "Read it, then order it")


CASES: dict[str, Way] = {
    "asking:every": on_duty("asks/", DATA),
    "asking:one": one_ask,
    "asking:hold": one_ask,  # these two send on to the page they are on
    "asking:go-on": one_ask,
    "asking:erase": an_order,
}
