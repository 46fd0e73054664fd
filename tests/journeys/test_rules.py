"""A facilitator makes places and sets a board's first rules, and sees whether it can be run over.

Given a board with places and no rule, when more places and rules are made, then the plain mirror
tells at each step what they mean: with scripts and without, and by keyboard alone.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.going import follow, press
from tests.journeys.insiders import FACILITATOR, a_partnership, be
from tests.journeys.test_check_a_board import reach
from tests.journeys.test_invited import WAYS, Somebody, somebody

pytestmark = pytest.mark.browser
CAN = "The others can decide without them."
CANNOT = "The others can’t decide without them."


def picks(one: Somebody, label: str, words: str) -> None:
    """Choose from a list that drops down."""
    box = one.page.get_by_label(label, exact=True)
    if one.way != "by keyboard":
        box.select_option(label=words)
        return
    reach(one.page, box)
    for _ in range(box.locator("option").count()):
        if box.evaluate("one => one.selectedOptions[0].label") == words:
            return
        one.page.keyboard.press("ArrowDown")
    pytest.fail(f"the arrows do not come to {words}")


def makes_places(jo: Somebody) -> None:
    """Make three places of people paid to run services."""
    jo.chooses("Paid to run services")
    box = jo.page.get_by_label("How many", exact=True)
    if jo.way == "by keyboard":
        reach(jo.page, box)
        jo.page.keyboard.press("Delete")
        jo.page.keyboard.type("3")
    else:
        box.fill("3")
    for answer in ("Their employer", "Goes with a post", "An organisation"):
        jo.chooses(answer)
    jo.presses("Go on")
    jo.look()
    assert "27 members. 24 are people it’s about." in jo.page.locator("main").inner_text()
    jo.presses("Yes, make them")


def adds_a_majority(jo: Somebody) -> None:
    """Add the rule that more than half of those who vote must agree."""
    jo.presses("Add a rule")
    jo.look()
    jo.chooses("Who must agree")
    jo.presses("Go on")
    jo.look()
    jo.chooses("More than a part of them")
    jo.types("The number, or the part", "half")
    picks(jo, "Of whom?", "all members")
    jo.chooses("Counted over those who vote.")
    jo.chooses("It is our own promise.")
    mirror = jo.page.locator("#mirror")
    if jo.way == "without scripts":
        jo.presses("See what it would mean")
    expect(mirror).to_contain_text("More than half of all members must agree, counted over")
    expect(mirror).to_contain_text(CAN)
    jo.presses("Keep this rule")


@pytest.mark.parametrize("way", WAYS)
def test_the_first_rules_are_set_and_each_step_says_what_they_mean(
    browser: Browser, served: str, way: str
) -> None:
    there = a_partnership(f"ruled{WAYS.index(way)}")
    with somebody(browser, served, way) as jo:
        be(jo.page, served, FACILITATOR, there)
        jo.page.goto(f"{served}{there.board}places/add/")
        jo.look()
        makes_places(jo)
        jo.look()
        jo.page.goto(f"{served}{there.board}rules/")
        adds_a_majority(jo)
        assert jo.look() == "The rules of the Coming Home board"
        expect(jo.page.locator("main")).to_contain_text("If two of them must agree, they can’t.")
        jo.presses("Add that rule")
        expect(jo.page.locator("main")).to_contain_text(CANNOT)
        jo.presses("Look at them all, then set them")
        jo.look()
        jo.presses("Yes, set these rules")
        expect(jo.page.locator("main")).to_contain_text(CANNOT)
        jo.page.goto(f"{served}{there.board}rules/")
        expect(jo.page.locator("main")).to_contain_text("only the host’s officer sets others")


def test_under_the_strict_policy_the_mirror_moves_while_one_types(
    browser: Browser, served: str
) -> None:
    there = a_partnership("ruled9")
    with browser.new_context() as context:
        page: Page = context.new_page()
        be(page, served, FACILITATOR, there)
        page.goto(f"{served}{there.board}rules/")
        press(page, "Add a rule")
        page.get_by_label("Who must be in the room").check()
        press(page, "Go on")
        page.get_by_label("At least so many of them").check()
        page.get_by_label("The number, or the part").fill("30")
        page.get_by_label("Of whom?").select_option(label="all members")
        page.get_by_label("It is our own promise.").check()
        said = page.locator("#mirror-said")
        expect(said).to_contain_text("the places for them number 24")
        page.get_by_label("The number, or the part").fill("3")
        expect(said).to_contain_text("At least three of all members must be in the room.")
        expect(page.locator("#mirror-means")).to_contain_text("24 members.")
        follow(page, "Rules")  # nothing was kept
        expect(page.locator("main")).to_contain_text("There is no rule yet.")
