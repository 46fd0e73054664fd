"""People at a meeting, each at a browser of their own: they come in, call it, ask for items."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from playwright.sync_api import Locator, expect

from tests.journeys.test_check_a_board import reach
from tests.journeys.test_invited import Somebody

LATEST = 20  # by the clock: a meeting called after that is on the next day, and can be opened now
MOST_TABS = 120  # to a link of a long page
WHERE = "The library, no steps. Ring 01632 960123, or follow https://meet.example.org/coming-home"


class Member(Somebody):
    """Somebody who follows links and answers in their own way, and whose fields are counted."""

    fields = 0

    def types(self, label: str, words: str) -> None:
        """Fill a field, found by its whole label."""
        self.fields += 1
        box = self.page.get_by_label(label, exact=True)
        if self.way == "by keyboard":
            reach(self.page, box)
            self.page.keyboard.press("ControlOrMeta+a")
            self.page.keyboard.type(words)
        else:
            box.fill(words)

    def adds(self, label: str, words: str) -> None:
        """Write a line below what stands in a box."""
        self.fields += 1
        box = self.page.get_by_label(label, exact=True)
        if self.way == "by keyboard":
            reach(self.page, box)
            self.page.keyboard.press("ControlOrMeta+End")
            self.page.keyboard.type(f"\n{words}")
        else:
            box.fill(f"{box.input_value()}\n{words}")

    def types_day(self, label: str, day: datetime) -> None:
        """Fill a field for a day: by keyboard in figures, as a browser asks for them."""
        self.fields += 1
        box = self.page.get_by_label(label, exact=True)
        if self.way == "by keyboard":
            reach(self.page, box)
            self.page.keyboard.type(f"{day:%m%d%Y}")
        else:
            box.fill(f"{day:%Y-%m-%d}")
        expect(box).to_have_value(f"{day:%Y-%m-%d}")

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

    def ticks(self, name: str) -> None:
        """Change what is ticked."""
        self.fields += 1
        box = self.page.get_by_role("checkbox", name=name).first
        if self.way == "by keyboard":
            reach(self.page, box)
            self.page.keyboard.press("Space")
        else:
            box.click()

    def marks(self, wanted: Locator) -> None:
        """Choose an answer of the group that it is in."""
        self.fields += 1
        if self.way == "by keyboard":
            self.goes_to(wanted)
            self.page.keyboard.press("Space")
        else:
            wanted.check()
        expect(wanted).to_be_checked()

    def chooses(self, name: str) -> None:
        """Choose one of several answers."""
        self.fields += 1
        super().chooses(name)

    def follows(self, name: str) -> None:
        """Follow a link, found by its words, those that are only heard included."""
        link = self.page.get_by_role("link").filter(has_text=name).first
        expect(link).to_be_visible()
        if self.way == "by keyboard":
            reach(self.page, link, most=MOST_TABS)
        with self.page.expect_navigation():
            if self.way == "by keyboard":
                self.page.keyboard.press("Enter")
            else:
                link.click()

    def goes_on(self, button: str = "Go on") -> None:
        """Look at the screen, and press the button that leads on."""
        self.look()
        self.presses(button)

    def reads(self, *words: str) -> None:
        """See words on the page."""
        for each in words:
            expect(self.page.locator("main")).to_contain_text(each)


def comes_in(who: Member, code: str) -> None:
    """Type the code of a letter, and take the place it is for."""
    who.page.goto(who.base + "/in/")
    who.types("Your code", code)
    who.presses("Go on")
    who.presses("Yes")
    who.reads("You are in")


def calls_a_meeting(jo: Member, starts: datetime) -> None:
    """Call a meeting from the page of its board: a form, a last look, and its page."""
    jo.types_day("Day", starts)
    jo.types("It begins at", f"{starts:%H:%M}")
    ends = starts + timedelta(hours=2)
    jo.types("It ends by", f"{ends:%H:%M}")
    jo.ticks("In a room")
    jo.ticks("By phone")
    jo.types("Where it is, the number to ring and the link to follow", WHERE)
    jo.goes_on("Go on")
    jo.goes_on("Yes, call it")
    jo.look()


def about_now() -> datetime:
    """Return when a meeting begins that can be held now, at whatever hour this is.

    It begins within the hour; late in the evening, early the next day, and never so that it would
    go on past midnight.
    """
    here = datetime.now(ZoneInfo("Europe/London")).replace(minute=0, second=0, microsecond=0)
    if here.hour < LATEST:
        return here + timedelta(hours=1)
    return (here + timedelta(days=1)).replace(hour=1)


def asks_for(who: Member, title: str) -> None:
    """Ask for something to be talked about, from the page of the meeting."""
    who.follows("Ask for an item")
    who.types("What it is about, in a line", title)
    who.goes_on("Ask for it")
    who.look()
    who.reads(title)


def places(jo: Member, title: str) -> None:
    """Put on the agenda what somebody asked for, as the form stands."""
    jo.follows(f"Place it: {title}")
    jo.goes_on("Save")
    jo.look()
    expect(jo.page.get_by_role("heading", name=title)).to_be_visible()
