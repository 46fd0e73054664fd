"""The pages of points, for the tests of access by all: put once, and the same for all."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.journeys.going import Way, follow, press
from tests.journeys.insiders import FACILITATOR, MEMBER, be, guarded
from tests.journeys.pages.framing import NAME, begun

_put: dict[str, str] = {}  # the addresses of the list, a point, a theme; and a code


def put(page: Page, base: str) -> None:
    """Come to the list of points, of which two are in a theme and one is typed for somebody."""
    begun(page, base)
    work = page.url.removeprefix(base)
    there = guarded(page, base, NAME)
    be(page, base, MEMBER, there)
    if not _put:
        _put["points"] = f"{work}points/"
        for words in ("Buses stop too soon.", "It is dark at the stop."):
            page.goto(f"{base}{_put['points']}put/")
            page.get_by_label("The point").fill(words)
            press(page, "Put it")
        _put["point"] = page.url.removeprefix(base)
        page.goto(f"{base}{_put['points']}themes/")
        for each in page.locator("input[name=points]").all():
            each.check()
        page.get_by_label("What they have in common").fill("Getting home")
        press(page, "Bring them together")
        _put["theme"] = page.url.removeprefix(base)
        be(page, base, FACILITATOR, there)
        page.goto(base + _put["point"])
        answer(page)
        typed(page, base)
        link(page, base)
        be(page, base, MEMBER, there)
    page.goto(base + _put["points"])


def answer(page: Page) -> None:
    """Answer a point."""
    follow(page, "Answer it")
    page.get_by_label("Part of it is taken up").check()
    page.get_by_label("Why").fill("Until eleven.")
    press(page, "Answer")


def typed(page: Page, base: str) -> None:
    """Type a point for somebody who is to be told by a letter."""
    page.goto(f"{base}{_put['points']}type/")
    page.get_by_label("The point").fill("No bus at night.")
    page.get_by_label("A letter", exact=True).check()
    page.get_by_label("Where that reaches them").fill("3 Mill Lane")
    press(page, "Type it for them")
    _put["codes"] = page.url.removeprefix(base)
    page.goto(base + _put["codes"].removesuffix("codes/"))
    answer(page)


def link(page: Page, base: str) -> None:
    """Make a link for anybody who has it."""
    page.goto(f"{base}{_put['points']}links/")
    page.get_by_label("First").fill("The bus should run until eleven.")
    page.get_by_label("A number to ring").fill("01632 960123")
    press(page, "Make it")
    _put["code"] = page.locator(".post .big").first.inner_text()


def on_page(where: str, path: str = "", *, who: str = MEMBER, button: str = "") -> Way:
    """Go to a page of the points; send its form as it stands, where a button is named."""

    def go(page: Page, base: str) -> None:
        put(page, base)
        be(page, base, who, guarded(page, base, NAME))
        page.goto(f"{base}{_put[where]}{path}")
        if button:
            press(page, button)

    return go


def with_code(steps: int = 0) -> Way:
    """Open the link and begin, and go on so many steps."""

    def go(page: Page, base: str) -> None:
        put(page, base)
        page.goto(f"{base}/say/{_put['code']}/")
        if steps:
            press(page, "Begin")
        if steps > 1:
            page.get_by_label("Not sure").check()
            press(page, "Keep it and go on")
        for _ in range(steps - 2):
            press(page, "Yes, send it" if "check" in page.url else "Keep it and go on")

    return go


def nobody(page: Page, base: str) -> None:
    """Come to where a code is typed, and type none."""
    page.goto(f"{base}/say/")
    press(page, "Go on")


def mine(page: Page, base: str) -> None:
    """Come to what happened to what one said, from one's own page."""
    put(page, base)
    page.goto(f"{base}/me/")
    follow(page, "What happened to what I said")


RUNS = FACILITATOR
CASES: dict[str, Way] = {
    "answering:points": put,
    "answering:put": on_page("points", "put/", button="Put it"),
    "answering:type": on_page("points", "type/", who=RUNS, button="Type it for them"),
    "answering:group": on_page("points", "group/", who=RUNS, button="Enter it"),
    "answering:themes": on_page("points", "themes/", button="Bring them together"),
    "answering:theme": on_page("theme"),
    "answering:links": on_page("points", "links/", who=RUNS, button="Make it"),
    "answering:letters": on_page("points", "links/letters/", who=RUNS),
    "answering:stop-link": on_page("points", "links/", who=RUNS),  # sends on to the links
    "answering:to-tell": on_page("points", "to-tell/", who=RUNS),
    "answering:tell-letters": on_page("points", "to-tell/letters/", who=RUNS),
    "answering:point": on_page("point"),
    "answering:file": on_page("point"),  # a file, and no page: the page it is on
    "answering:answer": on_page("point", "answer/", who=RUNS, button="Answer"),
    "answering:link": on_page("point", "link/"),
    "answering:codes": on_page("codes", who=RUNS),
    "said:mine": mine,
    "say:code": nobody,
    "say:link": with_code(),
    "say:card": with_code(1),
    "say:who": with_code(2),
    "say:how": with_code(3),
    "say:check": with_code(4),
    "say:mine": with_code(5),
}
