"""The pages of a plan, for the tests of access by all: a work begun once, and the same for all."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.journeys.going import Way, follow, press
from tests.journeys.insiders import FACILITATOR, MEMBER, be, guarded

NAME = "brackmere"
TEXT = """# Coming home

Somebody rings.

- a ramp
- a key

## What we decided [decisions]

A bus."""
_begun: dict[str, str] = {}  # the address of the plan


def plan(page: Page, base: str) -> None:
    """Come to the plan of a work, with two drafts and a suggestion, as whoever runs the work."""
    there = guarded(page, base, NAME)
    be(page, base, MEMBER, there)
    be(page, base, FACILITATOR, there)
    if NAME not in _begun:
        page.goto(f"{base}{there.address}works/open/")
        page.get_by_label("What is it called?").fill("Buses at night")
        page.get_by_label("Coming Home board").first.check()
        press(page, "Begin it")
        _begun[NAME] = f"{page.url.removeprefix(base)}plan/"
        for text in (TEXT, f"{TEXT}\n\nA late one."):
            save(page, base, text)
        suggest(page, base)
    page.goto(base + _begun[NAME])


def save(page: Page, base: str, text: str, path: str = "write/") -> None:
    """Write a draft for everybody."""
    page.goto(f"{base}{_begun[NAME]}{path}")
    page.get_by_label("The text").fill(text)
    press(page, "Save it for everybody")


def suggest(page: Page, base: str) -> None:
    """Suggest other words for the second passage."""
    page.goto(f"{base}{_begun[NAME]}?suggest=yes")
    follow(page, "Suggest other words for passage 2")
    page.get_by_label("Your words for it").fill("Somebody you know rings.")
    press(page, "Suggest it")


def on_plan(path: str, *, button: str = "", link: str = "") -> Way:
    """Go to a page of the plan; follow a link, or send its form as it stands."""

    def go(page: Page, base: str) -> None:
        plan(page, base)
        page.goto(f"{page.url}{path}")
        if link:
            follow(page, link)
        if button:
            press(page, button)

    return go


def clash(page: Page, base: str) -> None:
    """Come to the page on which two drafts that were written at once are brought together."""
    plan(page, base)
    page.goto(f"{page.url}write/")
    page.get_by_label("The text").fill(f"{TEXT}\n\nAn early one.")
    page.eval_on_selector("[name=base]", "field => { field.value = '' }")
    press(page, "Save it for everybody")


def easy(page: Page, base: str) -> None:
    """Come to the plan in Easy Read."""
    plan(page, base)
    address = f"{page.url}versions/easy_read/"
    page.goto(address)
    if "Easy Read" not in page.title():
        save(page, base, "Buses.\n\nAt ten.", "versions/easy_read/write/")


CASES: dict[str, Way] = {
    "plan:read": plan,
    "plan:write": clash,
    "plan:texts": on_plan("revisions/"),
    "plan:text": on_plan("revisions/", link="Draft 1"),
    "plan:compare": on_plan("compare/"),
    "plan:whose": on_plan("whose-words/"),
    "plan:suggest": on_plan("?suggest=yes", link="passage 2", button="Suggest it"),
    "plan:suggestions": on_plan("suggestions/"),
    "plan:suggestion": on_plan("suggestions/", link="Read it", button="Say it"),
    "plan:bring-in": on_plan("import/", button="Put its text into the box"),
    "plan:history": on_plan("import/history/"),
    "plan:markdown": plan,  # a file, and no page: the page it is on
    "plan:word": plan,
    "plan:form": easy,
    "plan:write-form": on_plan("versions/welsh/write/", button="Save it for everybody"),
}
