"""The pack printed, and looking as a member, in a real browser without scripts."""

from __future__ import annotations

from io import BytesIO
from unicodedata import normalize

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext
from pypdf import PdfReader
from pytest_django.live_server_helper import LiveServer

from tests.kept import committed
from tests.screens.mine.somebody import THORNMERE, Somebody, a_member, on_duty
from tests.screens.pack.test_pack import DRAFT, PACK
from withus.core.words import Duty
from withus.screens.pack.views import IN_ORDER

pytestmark = [committed, pytest.mark.browser]


@pytest.fixture
def officer() -> Somebody:
    """The host's officer of Thornmere."""
    a_member()
    return on_duty(Duty.HOST, "Olly Office")


@pytest.fixture
def context(browser: Browser, live_server: LiveServer, officer: Somebody) -> BrowserContext:
    """A browser without scripts, in which the officer is signed in."""
    client = Client()
    client.force_login(officer.account)
    name = settings.SESSION_COOKIE_NAME
    value = client.cookies[name].value
    made = browser.new_context(java_script_enabled=False)
    made.add_cookies([{"name": name, "value": value, "url": live_server.url}])
    return made


def test_every_sheet_of_every_paper_says_that_it_is_a_draft(
    context: BrowserContext, live_server: LiveServer
) -> None:
    page, sheets = context.new_page(), 0
    for paper in IN_ORDER:
        page.goto(f"{live_server.url}{PACK}{paper}/")
        printed = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
        told = [normalize("NFKC", " ".join(each.extract_text().split())) for each in printed]
        assert all(DRAFT in each for each in told), paper
        sheets += len(told)
    assert sheets > len(IN_ORDER)  # some papers are longer than a sheet
    context.close()


def test_one_looks_as_a_member_and_stops_by_keyboard_alone(
    context: BrowserContext, live_server: LiveServer
) -> None:
    page = context.new_page()
    page.goto(f"{live_server.url}{THORNMERE}")
    page.get_by_role("link", name="See it as a member sees it").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Look as a member").focus()
    page.keyboard.press("Enter")
    page.get_by_text("You see this as a member sees it.").wait_for()
    page.goto(f"{live_server.url}{THORNMERE}")
    assert page.get_by_role("link", name="People and places").count() == 0
    page.get_by_role("button", name="Stop looking as a member").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/me/**")
    page.goto(f"{live_server.url}{THORNMERE}")
    assert page.get_by_role("link", name="People and places").count() == 1
    context.close()
