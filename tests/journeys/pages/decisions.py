"""What is put to a meeting, the roll-call, and decisions: at the meeting of the room's pages."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.journeys.going import Way, on_board, press
from tests.journeys.insiders import FACILITATOR, MEMBER, a_partnership, be
from tests.journeys.pages.in_the_room import NAME, a_meeting, room

known: dict[str, str] = {}  # addresses of what is put, and of what is decided


def putting(page: Page, base: str) -> None:
    """Come to the form for something to put, as the member in the chair."""
    room(page, base)
    meeting, item = a_meeting()
    page.goto(f"{base}{a_partnership(NAME).address}meetings/{meeting}/items/{item}/put/")


def put_nothing(page: Page, base: str) -> None:
    """Come to that form with something to put right."""
    putting(page, base)
    press(page, "Go on")


def motion(page: Page, base: str, words: str = "One more bus at night") -> None:
    """Come to something that was put and is not decided."""
    room(page, base)
    if words not in known:
        putting(page, base)
        page.get_by_label("Money").check()
        page.get_by_label("What is the board asked to decide?").fill(words)
        press(page, "Go on")
        press(page, "Yes, put it to the meeting")
        known[words] = page.url
    page.goto(known[words])


def nothing_chosen(page: Page, base: str) -> None:
    """Come to what was put, with an objection to put right."""
    motion(page, base)
    press(page, "Object")


def type_nothing(page: Page, base: str) -> None:
    """Come to the form to type for somebody, with something to put right."""
    motion(page, base)
    address = page.url
    room(page, base, what=FACILITATOR)
    page.goto(f"{address}type/")
    press(page, "Enter it for them")


def roll(page: Page, base: str) -> None:
    """Come to the roll-call, where the one who is there agrees."""
    motion(page, base)
    press(page, "I agree")
    page.goto(page.url + "roll/")


def closing(page: Page, base: str) -> None:
    """Come to a last look before the roll is closed."""
    roll(page, base)
    press(page, "Go on to close the roll")


def go_on(page: Page, base: str) -> None:
    """Let the room go on, where another page of it was tried while it was stopped."""
    room(page, base)
    page.get_by_role("heading", name="Who is in the room").wait_for()
    if page.locator("#go-on").count():
        press(page, "It is clear now: go on")


def decided(page: Page, base: str) -> None:
    """Come to a decision."""
    if "decided" not in known:
        go_on(page, base)
        motion(page, base, "A bus stop at the chapel")
        press(page, "I agree")
        page.goto(page.url + "roll/")
        press(page, "Go on to close the roll")
        press(page, "Yes, close the roll")
        assert "/decisions/" in page.url
        known["decided"] = page.url
    be(page, base, MEMBER, a_partnership(NAME))
    page.goto(known["decided"])


def signed(page: Page, base: str) -> None:
    """Come to the form for what a body above did, with something to put right."""
    decided(page, base)
    page.goto(page.url + "signed/")
    press(page, "Enter it")


def listed(page: Page, base: str) -> None:
    """Come to a board's decisions, of which there is one."""
    decided(page, base)
    on_board("decisions/", MEMBER)(page, base)


def reporting(page: Page, base: str) -> None:
    """Come to the form for a decision taken elsewhere, with something to put right."""
    on_board("report-a-decision/", MEMBER)(page, base)
    press(page, "Enter it")


CASES: dict[str, Way] = {
    "decisions:put": put_nothing,
    "decisions:motion": motion,
    "decisions:stand": motion,  # leads back there
    "decisions:say": motion,
    "decisions:object": nothing_chosen,
    "decisions:answer": motion,
    "decisions:type": type_nothing,
    "decisions:roll": roll,
    "decisions:close": closing,
    "decisions:decision": decided,
    "decisions:signed": signed,
    "decisions:every": listed,
    "decisions:report": reporting,
}
