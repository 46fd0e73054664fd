"""A worry, told and looked after."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.journeys.going import Way, follow, on_duty, press
from tests.journeys.insiders import LEAD, MEMBER


def worry(page: Page, base: str) -> None:
    """Come to the doors and the box below them, with nothing written."""
    on_duty("worry/", MEMBER)(page, base)
    press(page, "Send")


def worried(page: Page, base: str) -> None:
    """Tell a worry."""
    on_duty("worry/", MEMBER)(page, base)
    page.get_by_label("What happened, or what worries you?").fill("Somebody shouted at me.")
    press(page, "Send")


def one_worry(page: Page, base: str) -> None:
    """Come to a worry, as the safeguarding lead."""
    worried(page, base)
    on_duty("worries/", LEAD)(page, base)
    follow(page, "A worry")


CASES: dict[str, Way] = {
    "worrying:doors": worry,
    "worrying:told": worried,
    "worrying:every": on_duty("worries/", LEAD),
    "worrying:one": one_worry,
}
