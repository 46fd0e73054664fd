"""Who has which duty."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.journeys.going import Way, follow, on_duty, press
from tests.journeys.insiders import OFFICER


def check_duty(page: Page, base: str) -> None:
    """Come to look once more at who is to have a duty."""
    on_duty("duties/give/", OFFICER)(page, base)
    page.get_by_label("Facilitator").check()
    press(page, "Go on")


def end_duty(page: Page, base: str) -> None:
    """Come to where a duty is ended."""
    on_duty("duties/", OFFICER)(page, base)
    follow(page, "End this duty")


CASES: dict[str, Way] = {
    "duties:every": on_duty("duties/", OFFICER),
    "duties:give": on_duty("duties/give/", OFFICER),
    "duties:check": check_duty,
    "duties:end": end_duty,
}
