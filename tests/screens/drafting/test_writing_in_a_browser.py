"""The plan written in real browsers: kept as it is typed; two at once bring both texts together."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.a_plan import FIRST
from tests.kept import committed
from tests.screens.drafting.people import PLAN, AtPlan, writing

pytestmark = [committed, pytest.mark.browser]
Open = Callable[..., Page]


@pytest.fixture
def plan() -> AtPlan:
    """The plan, with a first draft by Bo."""
    return writing()


@pytest.fixture
def at(browser: Browser, live_server: LiveServer, plan: AtPlan) -> Iterator[Open]:
    """Open the box of the plan as somebody by name, each in a browser of their own."""
    opened: list[BrowserContext] = []

    def open_(name: str, *, scripts: bool = True) -> Page:
        value = plan.as_(name).client.cookies[settings.SESSION_COOKIE_NAME].value
        context = browser.new_context(java_script_enabled=scripts)
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": value, "url": live_server.url}
        context.add_cookies([cookie])  # type: ignore[list-item]
        opened.append(context)
        page = context.new_page()
        page.goto(f"{live_server.url}{PLAN}write/")
        return page

    yield open_
    for each in opened:
        each.close()


def test_what_is_typed_is_kept_when_somebody_leaves_the_page(at: Open, plan: AtPlan) -> None:
    page = at("Bo")
    page.get_by_label("The text").fill("Half a thought")
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        page.evaluate("window.dispatchEvent(new Event('pagehide'))")
    expect(page.get_by_role("status")).to_have_text("Kept for you. Nobody else sees it.")
    page.reload()
    expect(page.get_by_label("The text")).to_have_value("Half a thought")
    expect(page.get_by_text("This is what you are writing.")).to_be_visible()
    assert plan.plan.text() == FIRST


@pytest.mark.parametrize("scripts", [True, False])
def test_two_who_write_at_once_bring_both_together_by_keyboard(
    at: Open, plan: AtPlan, scripts: bool
) -> None:
    one, two = at("Bo", scripts=scripts), at("Flo", scripts=scripts)
    one.get_by_label("The text").fill(FIRST.replace("ten", "nine"))
    two.get_by_label("The text").fill(FIRST.replace("ten", "eleven"))
    for page in (one, two):
        page.get_by_role("button", name="Save it for everybody").focus()
        with page.expect_navigation():
            page.keyboard.press("Enter")
    expect(two.get_by_role("heading", name="Both changed the same passage")).to_be_visible()
    box = two.get_by_label("The text").input_value()
    assert "A bus at nine." in box
    assert "A bus at eleven." in box
    two.get_by_label("The text").fill(FIRST.replace("ten", "nine, and one at eleven"))
    two.get_by_role("button", name="Save it for everybody").focus()
    with two.expect_navigation():
        two.keyboard.press("Enter")
    assert plan.plan.text() == FIRST.replace("ten", "nine, and one at eleven")
    assert len(plan.plan.state.revisions) == 3
