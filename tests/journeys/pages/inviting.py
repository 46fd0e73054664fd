"""Letters, invitations and coming in by a code."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.journeys.going import Way, at, follow, press
from tests.journeys.insiders import a_code, a_partnership, a_place, run_the_work


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


def typed_for_somebody(page: Page, base: str) -> None:
    """Come to what was typed for somebody, by the code of their letter; nobody is signed in."""
    there = a_partnership("aldmere")
    code = a_code(there, "Pat Low", "--place", a_place("aldmere"))
    in_people("?q=Pat")(page, base)
    follow(page, "Type for them")
    page.get_by_label("“Yes, I take it.”").check()
    press(page, "Go on")
    press(page, "Enter it")
    page.get_by_label("Your own code").fill(code)
    press(page, "See what was typed for me")


def come_in(page: Page, base: str) -> None:
    """Come in, in a browser where somebody may be in already."""
    offered(page, base)
    own = page.get_by_label("No, for somebody else")
    if own.count():
        own.check()
    press(page, "Yes, I take the place")


CASES: dict[str, Way] = {
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
    "inviting:to-confirm": in_people("../to-confirm/"),
    "inviting:confirm": typed_for_somebody,
    "inviting:done": come_in,
}
