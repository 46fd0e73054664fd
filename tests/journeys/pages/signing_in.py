"""Signing in, and the ways to: by e-mail, passkey, code on paper and a second check."""

from __future__ import annotations

import re

from playwright.sync_api import Page

from tests.journeys.going import Way, at, follow, press


def newest_code(page: Page, base: str) -> str:
    """Read the newest code in the mail on this machine, on a page of its own."""
    other = page.context.new_page()
    other.goto(base + "/sign-in/outbox/")
    found = re.search(r"\b\d{4} \d{4}\b", other.locator("main").inner_text())
    other.close()
    assert found
    return found[0]


def code_asked_for(page: Page, base: str) -> None:
    """Come to where the code from the e-mail is typed."""
    page.context.clear_cookies()
    page.goto(base + "/sign-in/")
    page.get_by_label("Your e-mail address").fill("visitor@example.org")
    press(page, "Send me a code")


def signed_in(page: Page, base: str) -> None:
    """Come to the page of one's ways in, signed in; once is enough for all that follow."""
    page.goto(base + "/sign-in/ways/")
    if "/ways/" not in page.url:
        code_asked_for(page, base)
        page.get_by_label("The code from the e-mail").fill(newest_code(page, base))
        press(page, "Sign in")


def second_check(page: Page, base: str) -> None:
    """Come to where the second check is set up."""
    signed_in(page, base)
    press(page, "Turn on a second check")


def new_address(page: Page, base: str) -> None:
    """Come to where the code sent to a new address is typed."""
    signed_in(page, base)
    page.get_by_label("Add an address").fill("new@example.org")
    press(page, "Send a code to it")


def paper(page: Page, base: str) -> None:
    """Come to a new code on paper."""
    signed_in(page, base)
    press(page, "Make a new code")


def no_passkey(page: Page, base: str) -> None:
    """Come to where a passkey is added, signed in."""
    signed_in(page, base)
    follow(page, "Add a passkey")


def no_own_code(page: Page, base: str) -> None:
    """Send nothing where the code on paper is typed."""
    page.goto(base + "/sign-in/own-code/")
    press(page, "Sign in")


CASES: dict[str, Way] = {
    "signing_in:start": at("/sign-in/"),
    "signing_in:code": code_asked_for,
    "signing_in:own-code": no_own_code,
    "signing_in:passkey": at("/sign-in/passkey/"),
    "signing_in:second": second_check,  # the page asked for later has the same form
    "signing_in:council": at("/sign-in/"),  # none is set here: it leads elsewhere
    "signing_in:council-back": at("/sign-in/"),
    "signing_in:who": signed_in,  # nobody shares this account: it leads on
    "signing_in:ways": signed_in,
    "signing_in:address-add": new_address,
    "signing_in:address-code": new_address,
    "signing_in:address-drop": signed_in,
    "signing_in:own-code-new": paper,
    "signing_in:everywhere": signed_in,
    "signing_in:passkey-add": no_passkey,
    "signing_in:passkey-change": no_passkey,  # the page has the same form
    "signing_in:passkey-drop": signed_in,
    "signing_in:second-set-up": second_check,
    "signing_in:second-begin": second_check,
    "signing_in:second-off": signed_in,
    "signing_in:spare-codes": signed_in,
    "signing_in:out": at("/sign-in/out/"),
    "signing_in:outbox": at("/sign-in/outbox/"),
}
