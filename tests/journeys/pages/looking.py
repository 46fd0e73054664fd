"""Looking as a member."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.journeys.going import Way, on_duty, press
from tests.journeys.insiders import OFFICER


def looked_and_stopped(page: Page, base: str) -> None:
    """Look as a member, with the button to stop on the page; then stop."""
    on_duty("as-a-member/", OFFICER)(page, base)
    press(page, "Look as a member")
    press(page, "Stop looking as a member")


CASES: dict[str, Way] = {
    "looking:begin": on_duty("as-a-member/", OFFICER),
    "looking:stop": looked_and_stopped,
}
