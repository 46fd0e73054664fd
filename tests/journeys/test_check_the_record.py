"""Somebody who kept an old check-code holds the record to it, from home, on a small phone.

Given a partnership whose record anybody may read, when they find it, read what it says and type in
the words on an old agenda, then they are told whether anything before it was changed.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.access import faults
from tests.journeys.going import follow, press
from tests.journeys.pages.keeping import RECORD

pytestmark = pytest.mark.browser


def find_the_record(page: Page, base: str) -> None:
    """Come from the home page to the record."""
    page.goto(base + "/")
    follow(page, "Partnerships")
    follow(page, "Thornmere Together")
    follow(page, "Read and check the record")
    expect(page.get_by_role("heading", level=1)).to_have_text("The record of Thornmere Together")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_an_old_check_code_is_typed_in_and_matches(
    browser: Browser, served: str, check_codes: tuple[str, str], scripts: bool
) -> None:
    old, latest = check_codes
    with browser.new_context(
        java_script_enabled=scripts, bypass_csp=True, viewport={"width": 320, "height": 640}
    ) as context:
        page = context.new_page()
        find_the_record(page, served)
        assert " ".join(page.locator("p.words").inner_text().split()) == latest
        assert not scripts or faults(page) == []
        page.get_by_label("An old check-code").fill(old.upper().replace(" ", "\n"))
        press(page, "Check this code")
        expect(page.get_by_role("heading", level=1)).to_have_text("It matches")
        expect(page.get_by_text("The first 20 entries are the same now")).to_be_visible()
        assert not scripts or faults(page) == []


def test_an_old_check_code_is_typed_in_by_keyboard_alone(
    browser: Browser, served: str, check_codes: tuple[str, str]
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(served + RECORD)
        for _ in range(30):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.id") == "code":
                break
        page.keyboard.type(check_codes[0])
        page.keyboard.press("Tab")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text("It matches")


def test_an_entry_and_its_receipt_stand_on_one_sheet_of_paper(
    browser: Browser, served: str
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{served}{RECORD}entries/31/")
        assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 1
        shown = page.locator("pre").first.inner_text()
        with page.expect_download() as download:
            page.get_by_role("link", name="Save the receipt as a file").click()
        assert download.value.path().read_text("utf-8") == shown
