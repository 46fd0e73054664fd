"""Journey 5: somebody checks a board from its published minutes, on a phone at night or on paper.

Given the minutes of four meetings of one board and of two others, when they paste them, put one
line right, print, keep the file and open it again, then each step is open to all and the figures
are the same at the end as before.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.journeys.access import faults
from tests.journeys.going import follow, press
from tests.journeys.pages.checking import DEVON, OTHERS

pytestmark = pytest.mark.browser

SIX = [path.read_text("utf-8") for path in (*DEVON, *OTHERS)]


def put_in(page: Page, base: str) -> None:
    """Paste six meetings, each in a box of its own."""
    page.goto(base + "/")
    follow(page, "Check a board")
    page.get_by_label("Which board is it?").fill("SEND Strategic Partnership Board")
    page.get_by_label("The minutes").fill(SIX[0])
    for number, text in enumerate(SIX[1:], 2):
        press(page, "Add another meeting")
        page.get_by_label(f"The minutes of meeting {number}").fill(text)


def headline(page: Page) -> str:
    return page.locator("p.big").inner_text()


@dataclass
class Checker:
    """Somebody who checks a board, and looks at each page for what keeps people out."""

    page: Page
    base: str
    folder: Path
    scripts: bool
    asked: list[str] = field(default_factory=list)

    def look(self) -> None:
        """Try the page as it stands; what looks at it needs scripts of its own."""
        assert not self.scripts or faults(self.page) == []

    def press(self, name: str) -> None:
        press(self.page, name)

    def pastes(self) -> str:
        """Paste the six meetings, and tell the first result."""
        put_in(self.page, self.base)
        self.look()
        self.press("See who was in the room")
        expect(self.page.get_by_role("heading", level=1)).to_have_text("Put us right")
        staff = self.page.get_by_text("15 people listed; 4 look like support staff")
        expect(staff).to_be_visible()
        self.look()
        self.press("See the result")
        self.look()
        return headline(self.page)

    def puts_one_line_right(self) -> str:
        """Put one line right, and tell the result."""
        self.press("Change something")
        self.page.get_by_text("places listed: see them").click()
        self.press("Change Chief Executive")
        self.look()
        self.page.get_by_label("Draws on care and support").check()
        self.press("Change it")
        expect(self.page.get_by_text("What you put right")).to_be_visible()
        self.look()
        self.press("See the result")
        self.look()
        return headline(self.page)

    def keeps_the_file(self) -> Path:
        """Keep the result as a file."""
        with self.page.expect_download() as download:
            self.page.get_by_role("button", name="Keep it as a file").click()
        kept = self.folder / download.value.suggested_filename
        download.value.save_as(kept)
        return kept

    def opens_it_again(self, kept: Path) -> str:
        """Open the file, and tell the result."""
        self.page.goto(self.base + "/check/")
        self.page.get_by_label("Your file").set_input_files(kept)
        self.press("Open it")
        self.look()
        return headline(self.page)

    def writes_to_the_chair(self) -> None:
        """Make a letter a page to print."""
        self.press("Write to the board")
        letter = self.page.get_by_label("The text: A letter to the chair")
        expect(letter).to_have_value(re.compile("Dear Chair"))
        self.look()
        self.press("Make a page to print")
        expect(self.page.get_by_text("Dear Chair")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts on", "scripts off"])
def test_paste_six_meetings_put_one_line_right_print_keep_and_open_again(
    browser: Browser, served: str, tmp_path: Path, scripts: bool
) -> None:
    with browser.new_context(java_script_enabled=scripts, bypass_csp=scripts) as context:
        checker = Checker(context.new_page(), served, tmp_path, scripts)
        checker.page.on("request", lambda request: checker.asked.append(request.url))
        before = checker.pastes()
        after = checker.puts_one_line_right()
        assert after != before
        assert pages_on_paper(checker.page) == 1
        kept = checker.keeps_the_file()
        assert json.loads(kept.read_text("utf-8"))["format"] == "withus-check-1"
        assert "Member 0" not in kept.read_text("utf-8")
        assert checker.opens_it_again(kept) == after
        checker.writes_to_the_chair()
        assert {url.split("/")[2] for url in checker.asked} == {served.split("/")[2]}


def pages_on_paper(page: Page) -> int:
    """Print a page to PDF and count its sheets."""
    page.emulate_media(media="print")
    content = page.pdf(format="A4", prefer_css_page_size=True, print_background=True)
    page.emulate_media(media="screen")
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
        expect(page.get_by_role("heading", level=1)).to_contain_text("SEND Strategic")
        reach(page, page.get_by_role("button", name="Write to the board"))
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text("Write to the board")


def test_an_error_takes_the_focus_and_leads_to_its_field(browser: Browser, served: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(served + "/check/")
        press(page, "See who was in the room")
        expect(page.get_by_role("alert")).to_be_focused()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.get_by_label("The minutes")).to_be_focused()


def test_what_was_typed_is_there_again_on_the_way_back(browser: Browser, served: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(served + "/check/")
        page.get_by_label("The minutes").fill(SIX[0])
        press(page, "See who was in the room")
        expect(page.get_by_role("heading", level=1)).to_have_text("Put us right")
        page.wait_for_load_state()
        page.go_back()
        expect(page.get_by_label("The minutes")).to_have_value(SIX[0])
