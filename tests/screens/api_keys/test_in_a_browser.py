"""A key made, used and ended in a real browser: by keyboard alone, and without scripts."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from tests.api.calling import JOINED, Program
from tests.example_record import ORIGIN, opening
from tests.journeys.access import faults, violations
from tests.journeys.going import follow
from tests.journeys.going import press as push
from tests.kept import committed, write_story
from tests.screens.signing_in.people import signed_in_ago
from withus.stores.accounts.accounts import link, open_account
from withus.stores.accounts.models import Account
from withus.stores.people.identity import add_person
from withus.stores.tokens.models import Token

pytestmark = [committed, pytest.mark.browser]


@pytest.fixture
def account() -> Account:
    """Return the account of somebody in Thornmere."""
    write_story(ORIGIN, facts=[opening()])
    made = open_account()
    link(made, origin=ORIGIN, person=add_person(ORIGIN, "Robin Hood").person)
    return made


def signed_in(context: BrowserContext, live_server: LiveServer, account: Account) -> Page:
    """Open a page in a browser in which somebody is signed in."""
    client = Client()
    signed_in_ago(client, account)
    name = settings.SESSION_COOKIE_NAME
    value = client.cookies[name].value
    context.add_cookies([{"name": name, "value": value, "url": live_server.url}])
    return context.new_page()


def tab_to(page: Page, words: str) -> None:
    """Press Tab until what has the focus is called by some words."""
    for _ in range(60):
        page.keyboard.press("Tab")
        named = page.locator(":focus")
        if words in (named.inner_text() or named.get_attribute("name") or ""):
            return
    pytest.fail(f"no Tab leads to {words}")


def press(page: Page, key: str = "Enter") -> None:
    """Press a key that leads to another page."""
    with page.expect_navigation():
        page.keyboard.press(key)


def test_a_key_is_made_and_ended_by_keyboard_alone_and_without_scripts(
    browser: Browser, live_server: LiveServer, account: Account
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = signed_in(context, live_server, account)
        page.goto(f"{live_server.url}/me/keys/")
        tab_to(page, "name")
        page.keyboard.type("Our list of members")
        press(page)
        secret = page.locator("#key").inner_text()
        tab_to(page, "I have copied it")
        press(page)
        assert page.get_by_text("Our list of members", exact=True).is_visible()
        assert Program(secret).get("me").status == 200
        tab_to(page, "End this key")
        press(page)
        assert page.get_by_text("You have none.").is_visible()
        assert Program(secret).get("me").status == 401
    assert not Token.objects.exists()


def test_every_page_of_keys_is_open_to_all(
    browser: Browser, live_server: LiveServer, account: Account
) -> None:
    with browser.new_context(bypass_csp=True) as context:
        page = signed_in(context, live_server, account)
        page.goto(f"{live_server.url}/me/keys/")
        found = faults(page)
        push(page, "Make the key")
        found += faults(page)
        page.get_by_label("What is it for?").fill("Our list")
        push(page, "Make the key")
        found += faults(page)
        follow(page, "I have copied it")
        found += faults(page)
        page.emulate_media(color_scheme="dark")
        found += violations(page)
        page.emulate_media(color_scheme="light", forced_colors="active")
        found += violations(page)
    assert found == []


def test_a_page_of_another_site_cannot_call_in_somebodys_name(
    browser: Browser, live_server: LiveServer, account: Account
) -> None:
    with browser.new_context() as context:
        page = signed_in(context, live_server, account)
        page.goto("about:blank")
        told = page.evaluate(
            """async ([address, body]) => { try {
            const answer = await fetch(address, {method: 'POST', credentials: 'include',
                headers: {'Content-Type': 'application/json'}, body});
            return answer.status; } catch { return 'refused'; } }""",
            [f"{live_server.url}/api/v1/organisation.joined.v1", str(JOINED)],
        )
    assert told == "refused"
