"""The record, and the codes and receipts by which it is checked."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.journeys.going import Way, at, press
from tests.journeys.pages.joining import PARTNERSHIP

RECORD = f"{PARTNERSHIP}record/"


def no_code(page: Page, base: str) -> None:
    """Send nothing where a check-code is asked for."""
    page.goto(base + RECORD)
    press(page, "Check this code")


def other_code(page: Page, base: str) -> None:
    """Send a check-code that cannot be one of this record."""
    page.goto(base + RECORD)
    page.get_by_label("An old check-code").fill("20" + " acorn" * 12)
    press(page, "Check this code")


def no_receipt(page: Page, base: str) -> None:
    """Send something that is no receipt."""
    page.goto(base + RECORD)
    page.get_by_label("A receipt").fill("Dear Sam")
    press(page, "Check this receipt")


CASES: dict[str, Way] = {
    "keeping:record": no_code,
    "keeping:copy": at(RECORD),  # a file, and no page: the page it is on
    "keeping:check-code": other_code,
    "keeping:check-receipt": no_receipt,
    "keeping:entry": at(f"{RECORD}entries/31/"),
    "keeping:receipt": at(f"{RECORD}entries/56/"),  # a file: an entry that has none yet
}
