"""The pages of a work, for the tests of access by all: begun once, and the same for all."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.journeys.going import Way, follow, press
from tests.journeys.insiders import FACILITATOR, MEMBER, OFFICER, be, guarded

NAME = "brackmere"
_begun: dict[str, str] = {}  # the address of the work's page


def opening(page: Page, base: str) -> None:
    """Come to the form for a work, with something to put right."""
    there = guarded(page, base, NAME)
    be(page, base, FACILITATOR, there)
    page.goto(f"{base}{there.address}works/open/")
    press(page, "Begin it")


def begun(page: Page, base: str) -> None:
    """Come to the page of a work of which everything there can be was told, as a member."""
    there = guarded(page, base, NAME)
    if NAME not in _begun:
        be(page, base, MEMBER, there)
        opening(page, base)
        page.get_by_label("What is it called?").fill("Getting home at night")
        page.locator("input[name=board]").first.check()
        press(page, "Begin it")
        _begun[NAME] = page.url.removeprefix(base)
        tell(page)
        tell_how_it_began(page)
        be(page, base, OFFICER, there)
        page.goto(f"{base}{_begun[NAME]}promise/")
        page.locator("input[name=step]").first.check()
        page.get_by_label("Which body promises it?").fill("Brackmere Council")
        page.get_by_label("What that means here").fill("We lend a hand.")
        press(page, "Promise it")
        be(page, base, MEMBER, there)
        propose(page, base)
        follow(page, "An earlier plan")
        page.get_by_label("What is not so?").fill("It was older.")
        press(page, "Say that it is not so")
    be(page, base, MEMBER, there)
    page.goto(base + _begun[NAME])


def tell(page: Page) -> None:
    """Tell of an earlier plan."""
    follow(page, "Tell what was there before")
    page.get_by_label("An earlier plan").check()
    page.get_by_label("Since when?").fill("2025-03-01")
    page.get_by_label("Who says so?").fill("Brackmere Council")
    page.get_by_label("What is it, in your words?").fill("Fewer buses.")
    press(page, "Tell of it")


def tell_how_it_began(page: Page) -> None:
    """Tell how the work began."""
    follow(page, "Tell how it began")
    page.get_by_label("On which day did it begin?").fill("2025-01-01")
    page.get_by_label("How did it begin").fill("In the library.")
    press(page, "Tell it, and ask them")


def propose(page: Page, base: str) -> None:
    """Propose a question."""
    page.goto(f"{base}{_begun[NAME]}questions/")
    page.get_by_label("Your question").fill("Who gets home at night?")
    press(page, "Propose it")


def on_page(path: str, *, who: str = MEMBER, button: str = "") -> Way:
    """Go to a page of the work; send its form as it stands, where a button is named."""

    def go(page: Page, base: str) -> None:
        begun(page, base)
        be(page, base, who, guarded(page, base, NAME))
        page.goto(f"{base}{_begun[NAME]}{path}")
        if button:
            press(page, button)

    return go


def following(name: str, *, who: str = MEMBER, button: str = "") -> Way:
    """Follow a link of the work's page; send its form as it stands, where one is named."""

    def go(page: Page, base: str) -> None:
        on_page("", who=who)(page, base)
        follow(page, name)
        if button:
            press(page, button)

    return go


def every(page: Page, base: str) -> None:
    """Come to the list of works."""
    begun(page, base)
    follow(page, "Works")


CASES: dict[str, Way] = {
    "framing:every": every,
    "framing:open": opening,
    "framing:work": begun,
    "framing:scope": on_page("scope/"),
    "framing:promise": on_page("promise/", who=OFFICER, button="Promise it"),
    "framing:questions": on_page("questions/", button="Propose it"),
    "framing:existing": on_page("existing/", button="Tell of it"),
    "framing:hidden": on_page("existing/not-told/", button="Say so"),
    "framing:one-existing": following("An earlier plan", button="Say that it is not so"),
    "framing:settle": following("An earlier plan", who=FACILITATOR),  # sends on to the work
    "framing:account": on_page("account/", button="Tell it, and ask them"),
    "framing:answer": following("Say whether it was so", button="Say so"),
    "framing:document": begun,  # a file, and no page: the page it is on
    "framing:timeline": following("What happened, step by step"),
}
