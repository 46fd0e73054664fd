"""Somebody signs in with no password: by a code in an e-mail, a passkey, a second check, or paper.

Given an account that has an address and a place that cannot send e-mail yet, when they ask for a
code and read it at this machine, with and without scripts and by keyboard alone, then they are in;
and each way in that they add lets them in afterwards.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import struct
import time
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.access import faults
from tests.journeys.going import follow, press
from tests.journeys.pages.signing_in import newest_code
from tests.journeys.signing_in import ADA, BO, JO, KIT, ask_for_a_code, sign_in

pytestmark = pytest.mark.browser
A_DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A browser of their own, whose policy is set aside so that axe can look."""
    with browser.new_context(bypass_csp=True) as context:
        yield context.new_page()


def is_in(page: Page) -> None:
    """Hold that the page of their ways in is here, and open to all."""
    expect(page.get_by_role("heading", level=1)).to_have_text("How I get in")


def sign_out(page: Page, base: str) -> None:
    """Sign out on this browser."""
    page.goto(base + "/sign-in/out/")
    press(page, "Sign out here")


def app_code(letters: str) -> str:
    """Work out what an app of codes shows for a secret in letters (RFC 6238)."""
    secret, step = base64.b32decode(letters), int(time.time()) // 30
    digest = hmac.new(secret, struct.pack(">Q", step), hashlib.sha1).digest()
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at : at + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def test_by_a_code_in_an_e_mail_in_two_screens(page: Page, served: str) -> None:
    ask_for_a_code(page, served)
    assert faults(page) == []
    page.get_by_label("The code from the e-mail").fill(newest_code(page, served))
    press(page, "Sign in")
    is_in(page)
    assert faults(page) == []


def test_the_same_without_scripts(browser: Browser, served: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        sign_in(page, served, BO)
        is_in(page)
        page.goto(served + "/sign-in/passkey/")
        expect(page.get_by_text("your browser does not run it")).to_be_visible()
        expect(page.get_by_role("button", name="Use my passkey")).to_be_hidden()


def go_to(page: Page, words: str) -> None:
    """Press Tab until what has the focus says some words."""
    says = """() => { const it = document.activeElement;
        const label = it.labels && it.labels[0];
        return (label || it).innerText.trim(); }"""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate(says) == words:
            return
    pytest.fail(f"no Tab leads to “{words}”")


def test_the_same_by_keyboard_alone(page: Page, served: str) -> None:
    page.goto(served + "/")
    go_to(page, "My page")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    go_to(page, "Your e-mail address")
    page.keyboard.type(KIT)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    go_to(page, "The code from the e-mail")
    page.keyboard.type(newest_code(page, served))
    go_to(page, "Sign in")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("My page")
    go_to(page, "How I get in")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    is_in(page)


def test_with_a_passkey(browser: Browser, served: str) -> None:
    with browser.new_context() as context:  # with the policy as it is
        page = context.new_page()
        device: Any = context.new_cdp_session(page)
        device.send("WebAuthn.enable")
        device.send("WebAuthn.addVirtualAuthenticator", {"options": A_DEVICE})
        sign_in(page, served, ADA)
        follow(page, "Add a passkey")
        page.get_by_label("A name for it").fill("My phone")
        press(page, "Make a passkey")
        is_in(page)
        expect(page.get_by_text("My phone").first).to_be_visible()
        sign_out(page, served)
        page.goto(served + "/sign-in/")
        follow(page, "With a passkey")
        press(page, "Use my passkey")
        is_in(page)
        follow(page, "Change My phone")
        press(page, "Take this passkey away")
        is_in(page)


def test_a_device_that_gives_no_passkey_is_said_to_the_person(page: Page, served: str) -> None:
    device: Any = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    refusing = {**A_DEVICE, "isUserVerified": False}
    device.send("WebAuthn.addVirtualAuthenticator", {"options": refusing})
    page.goto(served + "/sign-in/passkey/")
    page.get_by_role("button", name="Use my passkey").click()
    expect(page.get_by_role("alert")).to_contain_text("did not give a passkey", timeout=20_000)


def test_with_a_second_check_and_a_code_on_paper(page: Page, served: str) -> None:
    sign_in(page, served, JO)
    press(page, "Turn on a second check")
    assert faults(page) == []
    page.get_by_text("Type it instead").click()
    letters = page.locator(".code").inner_text().replace(" ", "")
    page.get_by_label("The code from your app").fill(app_code(letters))
    press(page, "Turn it on")
    assert faults(page) == []
    spare = page.locator(".rooms li").first.inner_text()
    follow(page, "I have them on paper")
    press(page, "Make a new code")
    assert faults(page) == []
    paper = page.locator("p.big").inner_text()
    sign_out(page, served)

    sign_in(page, served, JO)
    expect(page.get_by_role("heading", level=1)).to_have_text("One more check")
    assert faults(page) == []
    page.get_by_label("The code from your app").fill(spare)
    press(page, "Sign in")
    is_in(page)
    sign_out(page, served)

    page.goto(served + "/sign-in/own-code/")
    page.get_by_label("Your code").fill(paper.lower())
    press(page, "Sign in")
    is_in(page)
    press(page, "Turn it off")
    press(page, "Sign out everywhere")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
