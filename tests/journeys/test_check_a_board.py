"""Journey 5: somebody checks a board from its published minutes, on a phone at night or on paper.

Given the minutes of four meetings of one board and of two others, when they paste them, put one
line right, print, keep the file and open it again, then each step is open to all and the figures
are the same at the end as before.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.journeys.access import faults
from tests.journeys.pages import DEVON, OTHERS

pytestmark = pytest.mark.browser

SIX = [path.read_text("utf-8") for path in (*DEVON, *OTHERS)]


def put_in(page: Page, base: str) -> None:
    """Paste six meetings, each in a box of its own."""
    page.goto(base + "/")
    page.get_by_role("link", name="Check a board").first.click()
    page.get_by_label("Which board is it?").fill("SEND Strategic Partnership Board")
    page.get_by_label("The minutes").fill(SIX[0])
    for number, text in enumerate(SIX[1:], 2):
        page.get_by_role("button", name="Add another meeting").click()
        page.get_by_label(f"The minutes of meeting {number}").fill(text)


def headline(page: Page) -> str:
    return page.locator("p.big").inner_text()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts on", "scripts off"])
def test_paste_six_meetings_put_one_line_right_print_keep_and_open_again(
    browser: Browser, served: str, tmp_path: Path, scripts: bool
) -> None:
    with browser.new_context(
        java_script_enabled=scripts, bypass_csp=scripts, accept_downloads=True
    ) as context:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))

        def look() -> None:
            assert not scripts or faults(page) == []

        # when they paste
        put_in(page, served)
        look()
        page.get_by_role("button", name="See who was in the room").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Put us right")
        expect(page.get_by_text("15 people listed; 4 look like support staff")).to_be_visible()
        look()
        page.get_by_role("button", name="See the result").click()
        before = headline(page)
        look()

        # and put one line right
        page.get_by_role("button", name="Change something").click()
        page.get_by_text("places listed: see them").click()
        page.get_by_role("button", name="Change Chief Executive").click()
        look()
        page.get_by_label("Draws on care and support").check()
        page.get_by_role("button", name="Change it").click()
        expect(page.get_by_text("What you put right")).to_be_visible()
        look()
        page.get_by_role("button", name="See the result").click()
        after = headline(page)
        assert after != before
        look()

        # then it prints on one page of A4
        assert pages_on_paper(page, tmp_path) == 1

        # and the file they keep holds the figures and no names
        with page.expect_download() as download:
            page.get_by_role("button", name="Keep it as a file").click()
        kept = tmp_path / download.value.suggested_filename
        download.value.save_as(kept)
        assert json.loads(kept.read_text("utf-8"))["format"] == "withus-check-1"
        assert "Member 0" not in kept.read_text("utf-8")

        # and opens again to the same
        page.goto(served + "/check/")
        page.get_by_label("Your file").set_input_files(kept)
        page.get_by_role("button", name="Open it").click()
        assert headline(page) == after
        look()

        # and there are letters to change
        page.get_by_role("button", name="Write to the board").click()
        expect(page.get_by_label("The text: A letter to the chair")).to_have_value(
            containing("Dear Chair")
        )
        look()
        page.get_by_role("button", name="Make a page to print").first.click()
        expect(page.get_by_text("Dear Chair")).to_be_visible()
        assert {url.split("/")[2] for url in asked} == {served.split("/")[2]}


def containing(words: str) -> object:
    import re

    return re.compile(re.escape(words))


def pages_on_paper(page: Page, folder: Path) -> int:
    """Print a page to PDF and count its sheets."""
    page.emulate_media(media="print")
    content = page.pdf(format="A4", prefer_css_page_size=True, print_background=True)
    page.emulate_media(media="screen")
    (folder / "result.pdf").write_bytes(content)
    return content.count(b"/Type /Page\n") + content.count(b"/Type /Page ")


def reach(page: Page, target: Locator, *, most: int = 60) -> None:
    """Press Tab until something has the focus."""
    for _ in range(most):
        if target.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{target} is not reached by {most} presses of Tab")


def test_the_example_and_a_letter_are_reached_by_keyboard_alone(
    browser: Browser, served: str
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(served + "/")
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Skip to the main part")).to_be_focused()
        page.keyboard.press("Enter")
        reach(page, page.get_by_role("link", name="Try it with a real board"))
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_contain_text("SEND Strategic")
        reach(page, page.get_by_text("The same as a table").first)
        page.keyboard.press("Enter")
        expect(page.get_by_role("table").nth(1)).to_be_visible()
        reach(page, page.get_by_role("button", name="Change something"))
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text("Put us right")
        box = page.get_by_role("checkbox").first
        reach(page, box)
        page.keyboard.press("Space")
        expect(box).to_be_checked()
        reach(page, page.get_by_role("button", name="See the result"))
        page.keyboard.press("Enter")
        reach(page, page.get_by_role("button", name="Write to the board"))
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text("Write to the board")


def test_an_error_takes_the_focus_and_leads_to_its_field(browser: Browser, served: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(served + "/check/")
        page.get_by_role("button", name="See who was in the room").click()
        expect(page.get_by_role("alert")).to_be_focused()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.get_by_label("The minutes")).to_be_focused()


def test_what_was_typed_is_there_again_on_the_way_back(browser: Browser, served: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(served + "/check/")
        page.get_by_label("The minutes").fill(SIX[0])
        page.get_by_role("button", name="See who was in the room").click()
        page.go_back()
        expect(page.get_by_label("The minutes")).to_have_value(SIX[0])
