"""The steps by which a partnership is set up, for the tests of access by all."""

from __future__ import annotations

import re

from playwright.sync_api import Page

from tests.journeys.going import Way, press
from tests.journeys.insiders import a_start

MEMBERS = """Learning disability partnership board: members
Sam Ward (Co-chair), self-advocate, Our Say Thornmere
Kit Low, self-advocate, Our Say Thornmere
Mary O'Neill, family carer
Al Ash (Co-chair), Head of Commissioning, Thornmere Council
Ned Yew
"""
_begun: dict[str, object] = {}


def begun(page: Page, base: str) -> str:
    """Come to a draft that has members; begun once, and the same for all that follow."""
    page.context.clear_cookies()
    if not _begun:
        page.goto(base + "/set-up/")
        page.get_by_label("The code from your letter").fill(a_start("Ola Reed"))
        press(page, "Go on")
        page.get_by_label("A learning disability partnership board").check()
        press(page, "Go on")
        found = re.search(r"/set-up/([^/]+)/", page.url)
        assert found
        page.goto(f"{base}/set-up/{found[1]}/members/")
        page.get_by_label("The members").fill(MEMBERS)
        press(page, "Read the list")
        _begun.update(draft=found[1], cookies=page.context.cookies())
    page.context.add_cookies(_begun["cookies"])  # type: ignore[arg-type]
    return str(_begun["draft"])


def step(path: str, button: str = "") -> Way:
    """Go to a step, and send it as it stands, with what is then to be put right."""

    def go(page: Page, base: str) -> None:
        page.goto(f"{base}/set-up/{begun(page, base)}/{path}")
        if button:
            press(page, button)

    return go


def no_code(page: Page, base: str) -> None:
    """Send nothing where the code is asked for."""
    page.context.clear_cookies()
    page.goto(base + "/set-up/")
    press(page, "Go on")


def drafts(page: Page, base: str) -> None:
    """Come to what somebody sets up."""
    begun(page, base)
    page.goto(base + "/set-up/")


def opened(page: Page, base: str) -> None:
    """Come to what comes next, once a partnership is opened; the draft goes with it."""
    step("about/")(page, base)
    for label, words in NAMES.items():
        page.get_by_label(label).fill(words)
    press(page, "Save and go on")
    step("places/")(page, base)
    page.locator("#capacity-4").select_option("other")
    press(page, "Save and go on")
    step("duties/")(page, base)
    for duty in ("safeguarding", "data", "facilitator"):
        page.locator(f"#{duty}").check()
    page.get_by_label("A number to ring").fill("01632 960123")
    press(page, "Save and go on")
    step("check/", "Open it as a practice run")(page, base)
    _begun.clear()


NAMES = {
    "Name of the partnership": "Thornmere Together",
    "Name of the body that hosts it": "Thornmere Council",
    "Name of the board": "Learning Disability Partnership Board",
}
CASES: dict[str, Way] = {
    "setting_up:start": no_code,
    "setting_up:new": drafts,  # leads on, or back there
    "setting_up:throw-away": drafts,  # leads back there
    "setting_up:preset": step(""),
    "setting_up:last-year": step("last-year/"),
    "setting_up:about": step("about/", "Save and go on"),
    "setting_up:members": step("members/"),
    "setting_up:places": step("places/", "Save and go on"),
    "setting_up:place": step("places/0/"),
    "setting_up:chosen": step("chosen/"),
    "setting_up:rules": step("rules/"),
    "setting_up:duties": step("duties/", "Save and go on"),
    "setting_up:invitations": step("invitations/"),
    "setting_up:check": step("check/"),
    "setting_up:opened": opened,
}
