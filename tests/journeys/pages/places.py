"""Boards, places, deputies and mandates."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.journeys.going import Way, follow, on_board, on_duty, press
from tests.journeys.insiders import FACILITATOR, MEMBER, OFFICER, be, guarded


def on_places(link: str, path: str = "places/") -> Way:
    """Follow a link about a place of a board."""

    def go(page: Page, base: str) -> None:
        there = guarded(page, base, "brackmere")
        be(page, base, MEMBER, there)  # one place is held
        be(page, base, OFFICER, there)
        page.goto(f"{base}{there.board}{path}")
        follow(page, link)

    return go


def no_place(page: Page, base: str) -> None:
    """Come to the form for places, with something to put right."""
    on_board("places/add/")(page, base)
    press(page, "Go on")


def no_board(page: Page, base: str) -> None:
    """Come to the form for a board, with something to put right."""
    on_duty("open-a-board/", OFFICER)(page, base)
    press(page, "Go on")


def a_deputy(page: Page, base: str) -> None:
    """Come to look once more at whom one chooses as a deputy."""
    on_board("deputies/", MEMBER)(page, base)
    page.get_by_label("The name they go by").fill("Dee Stand")
    press(page, "Go on")


def end_deputy(page: Page, base: str) -> None:
    """Come to where a deputy is ended."""
    a_deputy(page, base)
    press(page, "Yes, choose them")
    press(page, "End")


def a_mandate(page: Page, base: str) -> None:
    """Come to the form for a mandate, with something to put right; it stays without one."""
    on_places("Type one in", "mandates/")(page, base)
    press(page, "Go on")


def type_nothing(page: Page, base: str) -> None:
    """Come to the form for a deputy of a member, with something to put right."""
    on_board("deputies/type/", FACILITATOR)(page, base)
    press(page, "Enter it for them")


def report_back(page: Page, base: str) -> None:
    """Come to the form for a report back, typed in with a mandate if there is none."""
    end_mandate(page, base)
    address = page.url.replace("/end/", "/report/")
    on_board("mandates/", FACILITATOR)(page, base)
    page.goto(address)
    press(page, "Enter it for them")


def end_mandate(page: Page, base: str) -> None:
    """Come to where a mandate is ended, typed in if there is none."""
    on_board("mandates/")(page, base)
    if not page.get_by_role("link", name="It has ended").count():
        a_mandate(page, base)
        page.get_by_label("Whom do they speak for?").fill("Members of a group")
        page.get_by_label("By ballot").check()
        page.get_by_label("From which day").fill("2026-11-02")
        page.get_by_label("How often do they report back?").select_option("90")
        page.get_by_label("can recall them?").fill("1/5")
        press(page, "Go on")
        press(page, "Yes, enter it")
    follow(page, "It has ended")
    press(page, "Yes, it has ended")


CASES: dict[str, Way] = {
    "places:boards": on_duty("boards/", OFFICER),
    "places:open-board": no_board,
    "places:every": on_board("places/"),
    "places:add": no_place,
    "places:end": on_places("End"),
    "places:deputies": on_board("deputies/", MEMBER),
    "places:deputy-end": end_deputy,
    "places:mandates": on_board("mandates/"),
    "places:mandate-add": a_mandate,
    "places:mandate-report": report_back,
    "places:mandate-end": end_mandate,
    "places:deputy-type": type_nothing,
}
