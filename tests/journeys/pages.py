"""What to visit to try each address for access by all, and the steps that lead there.

A row: the name of the address, and how a person gets to a page that it answers with.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from tests.journeys.insiders import a_code, a_partnership, a_place, run_the_work

MINUTES = Path(__file__).parents[1] / "data" / "minutes" / "published"
DEVON = sorted((MINUTES / "devon-send-board").glob("*.txt"))
OTHERS = [
    MINUTES / "older-grouped" / "2005-03-10.txt",
    MINUTES / "council-roll-call" / "2021-09-14.txt",
]

Way = Callable[[Page, str], None]


def press(page: Page, name: str) -> None:
    """Press a button and wait for the page it leads to."""
    with page.expect_navigation():
        page.get_by_role("button", name=name).first.click()


def follow(page: Page, name: str) -> None:
    """Follow a link and wait for the page it leads to."""
    with page.expect_navigation():
        page.get_by_role("link", name=name).first.click()


def at(path: str) -> Way:
    """Go straight to an address."""

    def go(page: Page, base: str) -> None:
        page.goto(base + path)

    return go


def read(page: Page, base: str) -> None:
    """Paste a meeting and come to the page of people."""
    page.goto(base + "/check/")
    page.get_by_label("The minutes").fill(DEVON[0].read_text("utf-8"))
    press(page, "See who was in the room")


def change(page: Page, base: str) -> None:
    """Come to the page about one place."""
    read(page, base)
    page.get_by_text("All 14 places listed").click()
    press(page, "Change Chief Executive")


def result(page: Page, base: str) -> None:
    """Come to the result."""
    read(page, base)
    press(page, "See the result")


def letters(page: Page, base: str) -> None:
    """Come to the letters."""
    result(page, base)
    press(page, "Write to the board")


def letter(page: Page, base: str) -> None:
    """Come to a letter made a page."""
    letters(page, base)
    press(page, "Make a page to print")


def refused(page: Page, base: str) -> None:
    """Come to the first page with something to put right."""
    page.goto(base + "/check/")
    press(page, "See who was in the room")


def wrong_file(page: Page, base: str) -> None:
    """Open a file that is no check."""
    page.goto(base + "/check/")
    page.get_by_label("Your file").set_input_files(
        {"name": "other.json", "mimeType": "application/json", "buffer": b"{}"}
    )
    press(page, "Open it")


PARTNERSHIP = "/partnerships/withus.example~thornmere/"
RECORD = f"{PARTNERSHIP}record/"


def board(page: Page, base: str) -> None:
    """Come to a board's page by its name."""
    page.goto(base + PARTNERSHIP)
    follow(page, "Coming Home board")


def no_code(page: Page, base: str) -> None:
    """Send nothing where a check-code is asked for."""
    page.goto(base + RECORD)
    press(page, "Check this code")


def other_code(page: Page, base: str) -> None:
    """Send a check-code that cannot be one of this record."""
    page.goto(base + RECORD)
    page.get_by_label("An old check-code").fill("20" + " acorn" * 12)
    press(page, "Check this code")


def no_receipt(page: Page, base: str) -> None:
    """Send something that is no receipt."""
    page.goto(base + RECORD)
    page.get_by_label("A receipt").fill("Dear Sam")
    press(page, "Check this receipt")


def in_people(path: str = "") -> Way:
    """Go to a page that somebody who runs the work sees."""

    def go(page: Page, base: str) -> None:
        there = a_partnership("aldmere")
        run_the_work(page, base, there)
        page.goto(f"{base}{there.address}people/{path}")

    return go


def inviting(page: Page, base: str) -> None:
    """Come to the form for an invitation, with something to put right."""
    in_people("?show=vacant")(page, base)
    follow(page, "Invite")
    press(page, "Go on")


def invited(page: Page, base: str) -> None:
    """Come to an invitation, made if there is none yet."""
    in_people("?q=Sam")(page, base)
    if not page.get_by_role("link", name="Invited to").count():
        inviting(page, base)
        page.get_by_label("The name they go by").fill("Sam Ward")
        page.get_by_label("By letter").check()
        page.get_by_label("A number to ring").fill("01632 960123")
        press(page, "Go on")
        press(page, "Invite")
    else:
        follow(page, "Invited to")


def typing(page: Page, base: str) -> None:
    """Come to the page where something is typed for somebody."""
    invited(page, base)
    follow(page, "type the answer for them")


def wrong_code(page: Page, base: str) -> None:
    """Type a code that does not work."""
    page.goto(base + "/in/")
    page.get_by_label("Your code").fill("ABCD")
    press(page, "Go on")


def offered(page: Page, base: str) -> None:
    """Come to what somebody is invited to."""
    page.goto(base + "/in/")
    place = ("--place", a_place("aldmere"))
    page.get_by_label("Your code").fill(a_code(a_partnership("aldmere"), "Kim Reed", *place))
    press(page, "Go on")


def come_in(page: Page, base: str) -> None:
    """Come in, in a browser where somebody may be in already."""
    offered(page, base)
    own = page.get_by_label("No, for somebody else")
    if own.count():
        own.check()
    press(page, "Yes, I take the place")


ACCESSIBILITY_CASES: dict[str, Way] = {
    "home": at("/"),
    "api_keys:keys": at("/me/keys/"),
    "api_keys:end": at("/me/keys/"),  # leads back there
    "checking:start": refused,
    "checking:open": wrong_file,
    "checking:example": at("/check/example/"),
    "checking:wrong": at("/check/wrong/"),
    "checking:people": read,
    "checking:place": change,
    "checking:result": result,
    "checking:save": result,  # a file, and no page: the page it is on
    "checking:letters": letters,
    "checking:letter": letter,
    "inviting:start": wrong_code,
    "inviting:place": offered,
    "inviting:people": in_people(),
    "inviting:invitations": in_people("invitations/?show=all"),
    "inviting:invite": inviting,
    "inviting:invitation": invited,
    "inviting:again": invited,  # sends on to the page it is on
    "inviting:revoke": invited,
    "inviting:letters": in_people("letters/"),
    "inviting:type": typing,
    "inviting:no": at("/in/no/"),
    "inviting:done": come_in,
    "joining:partnerships": at("/partnerships/"),
    "joining:partnership": at(PARTNERSHIP),
    "joining:board": board,
    "keeping:record": no_code,
    "keeping:copy": at(RECORD),  # a file, and no page: the page it is on
    "keeping:check-code": other_code,
    "keeping:check-receipt": no_receipt,
    "keeping:entry": at(f"{RECORD}entries/31/"),
    "keeping:receipt": at(f"{RECORD}entries/56/"),  # a file: an entry that has none yet
}
