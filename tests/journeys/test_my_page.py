"""Somebody in a place chooses how they are shown, asks, tells a worry, and leaves.

Given a partnership with a safeguarding lead and a data contact, when a member looks after what is
theirs, then it is as they chose; at a phone's width, with scripts and without, and by keyboard.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.access import faults
from tests.journeys.going import follow, press
from tests.journeys.insiders import DATA, LEAD, MEMBER, NAMES, Partnership, be, guarded

pytestmark = pytest.mark.browser
BOARD = "Coming Home board"
WORRY = "Somebody shouted at me after the meeting."


def my_page(page: Page, base: str) -> None:
    """Go to my page."""
    page.goto(base + "/me/")
    expect(page.get_by_role("heading", level=1)).to_have_text("My page")


def on_the_board(page: Page, base: str, there: Partnership) -> str:
    """Return what anybody reads on the board's page."""
    page.goto(base + there.address)
    follow(page, BOARD)
    return page.locator("main").inner_text()


def choose(page: Page, base: str, way: str) -> None:
    """Choose how my place is shown."""
    my_page(page, base)
    follow(page, "Change how I am shown")
    page.get_by_label(way).check()
    press(page, "Save")


def told_without_a_name(page: Page, base: str, there: Partnership) -> None:
    """Tell a worry; the lead reads it, and the data contact may not."""
    page.goto(base + there.address)
    follow(page, "Four doors")
    page.get_by_label("What happened, or what worries you?").fill(WORRY)
    press(page, "Send")
    expect(page.get_by_role("heading", level=1)).to_have_text("It is told")
    be(page, base, DATA, there)
    page.goto(f"{base}{there.address}worries/")
    expect(page.get_by_role("heading", level=1)).to_have_text("You may not do that here")
    be(page, base, LEAD, there)
    page.goto(f"{base}{there.address}worries/")
    follow(page, "A worry")
    expect(page.get_by_text(WORRY)).to_be_visible()
    expect(page.get_by_text("Nobody’s name is kept with it.")).to_be_visible()


def asked_and_answered(page: Page, base: str, there: Partnership) -> None:
    """Ask about my information, and read the answer."""
    my_page(page, base)
    follow(page, "Something wrong with how you hold my information?")
    page.get_by_label("To have something put right").check()
    page.get_by_label("Say more").fill("I have been here since May.")
    press(page, "Ask this")
    expect(page.get_by_text("It must be answered by")).to_be_visible()
    be(page, base, DATA, there)
    page.goto(f"{base}{there.address}asks/")
    follow(page, "To have something put right")
    page.get_by_label("Your answer").fill("It is put right. Thank you.")
    press(page, "Send this answer")
    be(page, base, MEMBER, there)
    my_page(page, base)
    follow(page, "Something wrong with how you hold my information?")
    follow(page, "To have something put right")
    expect(page.get_by_text("It is put right. Thank you.")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_member_looks_after_what_is_theirs(browser: Browser, served: str, scripts: bool) -> None:
    with browser.new_context(
        java_script_enabled=scripts, bypass_csp=True, viewport={"width": 360, "height": 740}
    ) as context:
        page = context.new_page()
        there = guarded(page, served, "withymere" if scripts else "sallowmere")
        be(page, served, MEMBER, there)
        name = NAMES[MEMBER]
        choose(page, served, "By my name")
        assert not scripts or faults(page) == []
        assert name in on_the_board(page, served, there)
        my_page(page, served)
        follow(page, "Take my name off all my places")
        press(page, "Yes, take my name off")
        expect(page.get_by_text("It was taken off.")).to_be_visible()
        assert name not in on_the_board(page, served, there)
        asked_and_answered(page, served, there)
        told_without_a_name(page, served, there)
        be(page, served, MEMBER, there)
        my_page(page, served)
        follow(page, "See it, save it, print it")
        follow(page, "What you wrote")
        assert name in page.locator("main").inner_text()
        assert WORRY not in page.locator("main").inner_text()
        my_page(page, served)
        follow(page, "Leave this place")
        press(page, "Yes, leave this place")
        expect(page.get_by_text("You hold no place here now.")).to_be_visible()


def test_how_one_is_shown_is_chosen_by_keyboard_alone(browser: Browser, served: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        there = guarded(page, served, "oziermere")
        be(page, served, MEMBER, there)
        my_page(page, served)
        go_to(page, "Change how I am shown")
        for _ in range(30):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.type") == "radio":
                break
        page.keyboard.press("ArrowUp")
        page.keyboard.press("Tab")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        expect(page.get_by_text("Your name is shown")).to_be_visible()


def go_to(page: Page, words: str) -> None:
    """Come to a link by Tab, and follow it by Enter."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if words in page.evaluate("document.activeElement.innerText || ''"):
            break
    with page.expect_navigation():
        page.keyboard.press("Enter")
