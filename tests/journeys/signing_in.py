"""How somebody signs in, for the journeys that begin with it."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.journeys.going import press
from tests.journeys.pages.signing_in import newest_code

# People who have an address, and an account each: so many codes are sent to one in ten minutes.
SAM, BO, KIT = "sam@example.org", "bo@example.org", "kit@example.org"
ADA, JO = "ada@example.org", "jo@example.org"


def ask_for_a_code(page: Page, base: str, address: str = SAM) -> None:
    """Ask for a code by e-mail."""
    page.goto(base + "/sign-in/")
    page.get_by_label("Your e-mail address").fill(address)
    press(page, "Send me a code")


def sign_in(page: Page, base: str, address: str = SAM) -> None:
    """Sign in with a code by e-mail."""
    ask_for_a_code(page, base, address)
    page.get_by_label("The code from the e-mail").fill(newest_code(page, base))
    press(page, "Sign in")
