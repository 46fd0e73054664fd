"""Journey: from a letter to “You are in”, without a password, an e-mail address or a script.

Given a facilitator whom the operator let in, when they invite somebody by letter and that person
types its code, then they are in after three screens; and when they ring instead, what is typed for
them waits until they say, with the code of their letter, that it is right.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.journeys.access import faults
from tests.journeys.going import follow, press
from tests.journeys.insiders import a_partnership, run_the_work
from tests.journeys.test_check_a_board import pages_on_paper, reach

pytestmark = pytest.mark.browser
WAYS = ("with scripts", "without scripts", "by keyboard")


@dataclass
class Somebody:
    """Somebody at a browser of their own; each screen is looked at, and counted, as it comes."""

    page: Page
    base: str
    way: str
    screens: list[str] = field(default_factory=list)

    def look(self) -> str:
        """Look at the screen; what looks for faults needs scripts of its own."""
        heading = self.page.get_by_role("heading", level=1)
        self.screens.append(heading.inner_text())
        assert self.way != "with scripts" or faults(self.page) == []
        return self.screens[-1]

    def types(self, label: str, words: str) -> None:
        """Fill a field."""
        box = self.page.get_by_label(label)
        if self.way == "by keyboard":
            reach(self.page, box)
            self.page.keyboard.type(words)
        else:
            box.fill(words)

    def chooses(self, name: str) -> None:
        """Choose one of several answers."""
        wanted = self.page.get_by_role("radio", name=name)
        if self.way == "by keyboard":
            self.goes_to(wanted)
            self.page.keyboard.press("Space")
        else:
            wanted.check()
        expect(wanted).to_be_checked()

    def goes_to(self, wanted: Locator) -> None:
        """Come to one of several answers: by Tab to the group, then by arrows."""
        group = self.page.locator(f"input[name={wanted.get_attribute('name')}]")
        starts = group.and_(self.page.locator(":checked"))
        reach(self.page, starts if starts.count() else group.first)
        for _ in range(group.count()):
            if wanted.evaluate("one => one === document.activeElement"):
                return
            self.page.keyboard.press("ArrowDown")
        pytest.fail("the arrows do not come to the answer")

    def presses(self, name: str) -> None:
        """Press a button, and wait for the page it leads to."""
        if self.way == "by keyboard":
            button = self.page.get_by_role("button", name=name).first
            reach(self.page, button)
            with self.page.expect_navigation():
                self.page.keyboard.press("Enter")
        else:
            press(self.page, name)


@contextmanager
def somebody(browser: Browser, base: str, way: str = WAYS[0]) -> Iterator[Somebody]:
    """Open a browser of its own for somebody."""
    scripts = way != "without scripts"
    with browser.new_context(java_script_enabled=scripts, bypass_csp=scripts) as context:
        yield Somebody(context.new_page(), base, way)


def invites(jo: Somebody, name: str, how: str = "By letter") -> None:
    """Let the facilitator invite somebody to the first place that nobody holds."""
    jo.page.goto(f"{jo.base}{a_partnership('hartsmere').address}people/?show=vacant")
    follow(jo.page, "Invite")
    jo.look()
    jo.types("The name they go by", name)
    jo.chooses(how)
    if how == "By e-mail":
        jo.types("Their e-mail address", name.replace(" ", ".") + "@example.org")
    jo.types("A number to ring", "01632 960123")
    jo.presses("Go on")
    jo.look()
    jo.presses("Invite")
    assert jo.look() == f"The invitation of {name}"


def the_letter(jo: Somebody) -> str:
    """Print the letter on one sheet, and return its code."""
    follow(jo.page, "The letter to print")
    jo.look()
    assert pages_on_paper(jo.page) == 1
    return jo.page.locator(".post .big").inner_text()


@pytest.mark.parametrize("way", WAYS)
def test_from_a_letter_to_in_takes_three_screens_and_no_e_mail_address(
    browser: Browser, served: str, way: str
) -> None:
    there = a_partnership("hartsmere")
    with somebody(browser, served) as jo, somebody(browser, served, way) as sam:
        run_the_work(jo.page, served, there)
        invites(jo, "Sam Ward")
        code = the_letter(jo)
        sam.page.goto(served + "/in/")
        sam.look()
        sam.types("Your code", code.lower())
        sam.presses("Go on")
        sam.look()
        sam.chooses("Only counted")
        sam.presses("Yes, I take the place")
        sam.look()
        assert sam.screens == [
            "You have a code",
            "You are invited to join the Coming Home board",
            "You are in",
        ]
        own = sam.page.locator(".card .big").inner_text()
        assert own != code and len(own) == len(code)
        assert code.replace("-", "") not in sam.page.url
        expect(sam.page.get_by_text("of the record. It does not say your name.")).to_be_visible()
        assert pages_on_paper(sam.page) == 1
        follow(sam.page, "See entry")
        expect(sam.page.get_by_role("heading", level=1)).to_contain_text("in the record of")


def test_a_letter_that_reached_the_wrong_person_lets_nobody_in(
    browser: Browser, served: str
) -> None:
    with somebody(browser, served) as jo, somebody(browser, served) as stranger:
        run_the_work(jo.page, served, a_partnership("hartsmere"))
        invites(jo, "Kit Lane")
        code = the_letter(jo)
        jo.page.go_back()
        press(jo.page, "Take it back")
        jo.look()
        stranger.page.goto(served + "/in/")
        stranger.types("Your code", code)
        stranger.presses("Go on")
        expect(stranger.page.get_by_role("alert")).to_be_focused()
        expect(stranger.page.get_by_role("alert")).to_contain_text("This code does not work")
        stranger.look()


def test_somebody_may_say_no(browser: Browser, served: str) -> None:
    with somebody(browser, served) as jo, somebody(browser, served, WAYS[1]) as kim:
        run_the_work(jo.page, served, a_partnership("hartsmere"))
        invites(jo, "Kim Reed", "In person")
        code = the_letter(jo)
        kim.page.goto(served + "/in/")
        kim.types("Your code", code)
        kim.presses("Go on")
        kim.presses("No, thank you")
        assert kim.look() == "Thank you for telling us"


@pytest.mark.parametrize("way", WAYS)
def test_from_an_e_mail_to_in_takes_three_screens(browser: Browser, served: str, way: str) -> None:
    there = a_partnership("hartsmere")
    name = f"Mo {way.replace(' ', '')}"
    with somebody(browser, served) as jo, somebody(browser, served, way) as mo:
        run_the_work(jo.page, served, there)
        invites(jo, name, "By e-mail")
        jo.page.goto(served + "/sign-in/outbox/")
        mail = jo.page.locator("main li", has_text=f"Dear {name},")
        code = mail.inner_text().partition("type this code: ")[2][:14]
        mo.page.goto(served + "/in/")
        mo.look()
        mo.types("Your code", code)
        mo.presses("Go on")
        mo.look()
        mo.presses("Yes, I take the place")
        mo.look()
        assert mo.screens[-1] == "You are in" and len(mo.screens) == 3
        expect(mo.page.get_by_text("Your own code")).to_have_count(0)


@pytest.mark.parametrize("way", WAYS)
def test_what_is_typed_for_somebody_waits_until_they_say_that_it_is_right(
    browser: Browser, served: str, way: str
) -> None:
    there = a_partnership("hartsmere")
    name = f"Bo {way.replace(' ', '')}"
    with somebody(browser, served, way) as jo, somebody(browser, served, way) as bo:
        run_the_work(jo.page, served, there)
        invites(jo, name)
        code = the_letter(jo)
        jo.page.goto(f"{served}{there.address}people/?q={name}")
        follow(jo.page, "Type for them")
        jo.look()
        jo.chooses("“Yes, I take it.”")
        jo.chooses("Only counted")
        jo.presses("Go on")
        jo.look()
        expect(jo.page.get_by_text(f"{name} says yes to this")).to_be_visible()
        jo.presses("Enter it")
        jo.look()
        expect(jo.page.get_by_text("Nothing waits for you.")).to_be_visible()
        jo.types("Your own code", code)
        jo.presses("See what was typed for me")
        jo.presses("That is right")
        expect(jo.page.get_by_role("alert")).to_contain_text("signed in here just now")
        bo.page.goto(f"{served}{there.address}to-confirm/")
        bo.look()
        bo.types("Your own code", code)
        bo.presses("See what was typed for me")
        bo.look()
        bo.presses("That is right")
        bo.look()
        expect(bo.page.get_by_text("Thank you: it is right")).to_be_visible()
