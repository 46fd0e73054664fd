"""Journey 1, as far as meetings: from nothing to a partnership, its board, its rules and letters.

Given a facilitator whom the operator gave a code, when they choose a preset, paste the members and
answer seven steps, then a practice run is open whose rule needs two people who draw on services,
five people are invited, one of them by letter, and it took no more than 12 screens and 90 fields.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.insiders import a_start
from tests.journeys.test_check_a_board import reach
from tests.journeys.test_invited import WAYS, Somebody, somebody

pytestmark = pytest.mark.browser
MOST_SCREENS, MOST_FIELDS = 12, 90
NAMES = ("Sam Ward", "Kit Low", "Mary O'Neill", "Al Ash", "Ned Yew")
MEMBERS = """Sam Ward, self-advocate, Our Say Thornmere
Kit Low, self-advocate, Our Say Thornmere
Mary O'Neill, family carer
Al Ash, Head of Commissioning, Thornmere Council
Ned Yew
"""
TITLES = [
    "Set up a partnership",
    "What do you start from?",
    "What is it called?",
    "Who is on the board?",
    "Is this right?",
    "Who chose them, and who pays?",
    "The rules",
    "Who looks after people?",
    "How are they invited?",
    "Check your answers",
    "{name} is open",
]


class Facilitator(Somebody):
    """A facilitator at a browser, whose fields are counted as they are answered."""

    fields = 0

    def types(self, label: str, words: str) -> None:
        """Fill a field, found by its whole label."""
        self.fields += 1
        box = self.page.get_by_label(label, exact=True)
        if self.way == "by keyboard":
            reach(self.page, box)
            self.page.keyboard.type(words)
        else:
            box.fill(words)

    def picks(self, label: str, words: str) -> None:
        """Choose from a list: by keyboard, by its first letters."""
        self.fields += 1
        box = self.page.get_by_label(label, exact=True)
        if self.way == "by keyboard":
            reach(self.page, box)
            self.page.keyboard.type(words[:8])
        else:
            box.select_option(label=words)
        expect(box.locator("option:checked")).to_have_text(words)

    def chooses(self, name: str) -> None:
        """Choose one of several answers."""
        self.fields += 1
        super().chooses(name)

    def ticks(self, name: str) -> None:
        """Change what is ticked."""
        self.fields += 1
        box = self.page.get_by_role("checkbox", name=name).first
        if self.way == "by keyboard":
            reach(self.page, box)
            self.page.keyboard.press("Space")
        else:
            box.click()

    def goes_on(self, button: str = "Save and go on") -> None:
        """Look at the screen, and press the button that leads on."""
        self.look()
        self.presses(button)


def begins(jo: Facilitator, name: str) -> None:
    """Type the code, choose a preset, and say what it is called."""
    code = a_start("Jo Bell")
    jo.page.goto(jo.base + "/set-up/")
    jo.types("The code from your letter", code)
    jo.goes_on("Go on")
    expect(jo.page.locator(".card .big")).to_have_count(1)
    jo.chooses("A learning disability partnership board")
    jo.goes_on("Go on")
    jo.types("Name of the partnership", name)
    jo.types("Name of the body that hosts it", "Thornmere Council")
    jo.types("Name of the board", "Learning Disability Partnership Board")
    jo.goes_on()


def says_who(jo: Facilitator) -> None:
    """Paste the members, put one right, and leave how they were chosen as it is."""
    jo.types("The members", MEMBERS)
    jo.goes_on("Read the list")
    expect(jo.page.get_by_text("Of 1 we could not tell what it is.")).to_be_visible()
    jo.picks("On the board as: Ned Yew", "Unpaid carer")
    jo.goes_on()
    jo.goes_on()


def sees_what_the_rules_mean(jo: Facilitator) -> None:
    """Take the rules out, read what that means, and put them back."""
    mirror = jo.page.locator("#mirror")
    expect(mirror).to_contain_text("5 members. 4 are people it’s about.")
    expect(mirror).to_contain_text("The others can’t decide without them.")
    jo.ticks("At least two of the members who draw on care and support must agree.")
    jo.ticks("At least two of the people it is about must be in the room.")
    jo.presses("Work it out again")
    expect(mirror).to_contain_text("can decide without those who draw on care and support")
    jo.ticks("At least two of the members who draw on care and support must agree.")
    jo.ticks("At least two of the people it is about must be in the room.")
    jo.goes_on()


def names_who_looks_after_people(jo: Facilitator) -> None:
    """Name a safeguarding lead and a data contact, and run the work oneself."""
    groups = jo.page.get_by_role("group")
    for title, who in (("Safeguarding lead", "Lee Guard"), ("Data contact", "Dot Keeper")):
        other = groups.filter(has_text=title).get_by_label("Somebody else")
        answers(jo, other)
        jo.types(f"Their name: {title}", who)
    answers(jo, groups.filter(has_text="Facilitator").get_by_label("I do it myself"))
    jo.types("A number to ring", "01632 960123")
    jo.goes_on()


def answers(jo: Facilitator, wanted: object) -> None:
    """Choose an answer of the group that it is in."""
    jo.fields += 1
    if jo.way == "by keyboard":
        jo.goes_to(wanted)  # type: ignore[arg-type]
        jo.page.keyboard.press("Space")
    else:
        wanted.check()  # type: ignore[attr-defined]
    expect(wanted).to_be_checked()  # type: ignore[call-overload]


def invites_five(jo: Facilitator) -> None:
    """Invite four by e-mail and one by letter."""
    for name in NAMES[1:]:
        jo.picks(f"How: {name}", "By e-mail")
        jo.types(f"E-mail address (only for e-mail): {name}", "somebody@example.org")
    jo.goes_on()


@pytest.mark.parametrize("way", WAYS)
def test_from_nothing_to_a_partnership_in_twelve_screens(
    browser: Browser, served: str, way: str
) -> None:
    name = f"Thornmere {way.replace(' ', '')}"
    with somebody(browser, served, way) as one:
        jo = Facilitator(one.page, served, way)
        begins(jo, name)
        says_who(jo)
        sees_what_the_rules_mean(jo)
        names_who_looks_after_people(jo)
        invites_five(jo)
        expect(jo.page.get_by_text("1 by letter, 4 by e-mail")).to_be_visible()
        jo.goes_on("Open it as a practice run")
        jo.look()
        assert jo.screens == [each.format(name=name) for each in TITLES]
        expect(jo.page.get_by_text("7 invitations wait for an answer")).to_be_visible()
        letters = jo.page.get_by_role("link", name="Print 3 letters")
        reach(jo.page, letters)
        with jo.page.expect_navigation():
            jo.page.keyboard.press("Enter")
        jo.look()
        expect(jo.page.get_by_text("Dear Sam Ward,")).to_be_visible()
        assert len(jo.screens) <= MOST_SCREENS and jo.fields <= MOST_FIELDS


def test_what_the_rules_mean_follows_as_one_changes_them(browser: Browser, served: str) -> None:
    with somebody(browser, served) as one:
        jo = Facilitator(one.page, served, WAYS[0])
        begins(jo, "Thornmere live")
        says_who(jo)
        mirror = jo.page.locator("#mirror")
        expect(mirror).to_contain_text("The others can’t decide without them.")
        jo.page.locator("[name=count-0]").fill("9")
        expect(mirror).to_contain_text("a rule that asks for 9")
        for number in range(3):
            jo.page.locator(f"[name=use-{number}]").uncheck()
        expect(mirror).to_contain_text("No rule says who must be there or agree.")
