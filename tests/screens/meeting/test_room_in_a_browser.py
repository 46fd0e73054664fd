"""The room in two real browsers: what one does the other sees, without showing the page again."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Request, expect
from pytest_django.live_server_helper import LiveServer

from tests.kept import committed
from tests.screens.meeting.a_room import Room, a_room

pytestmark = [committed, pytest.mark.browser]
SHOWN_WITHIN = 9_000  # milliseconds: a page asks every five seconds
At = Callable[..., Page]


@pytest.fixture
def room() -> Room:
    """A meeting that is under way, with Bo, Cy and Flo in the room."""
    found = a_room()
    found.comes("Bo", "Cy", "Flo")
    found.begins()
    return found


@pytest.fixture
def at(browser: Browser, live_server: LiveServer, room: Room) -> Iterator[At]:
    """Open a page of the room as somebody by name, each in a browser of their own."""
    opened: list[BrowserContext] = []

    def open_(name: str, path: str = "", *, scripts: bool = True, width: int = 1280) -> Page:
        value = room.as_(name).client.cookies[settings.SESSION_COOKIE_NAME].value
        context = browser.new_context(
            java_script_enabled=scripts, viewport={"width": width, "height": 900}
        )
        context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": live_server.url}]
        )
        opened.append(context)
        page = context.new_page()
        page.goto(f"{live_server.url}{room.address}{path}")
        return page

    yield open_
    for each in opened:
        each.close()


def in_the_room(page: Page, count: int) -> Locator:
    """Return where a page says how many are in the room."""
    return page.get_by_text(f"{count} of 6 places are in the room.", exact=True)


def ask_now(page: Page) -> None:
    """Let a page ask now for what may have changed, as it does once it is online again."""
    page.evaluate("window.dispatchEvent(new Event('online'))")


def test_who_comes_and_who_stops_it_is_seen_at_once_by_the_others(at: At) -> None:
    chair, other = at("Cy"), at("Di")
    asked: list[Request] = []
    other.on("request", lambda one: asked.append(one))  # noqa: PLW0108  # it marks what it is given
    expect(in_the_room(chair, 3)).to_be_visible()
    other.get_by_role("button", name="I am here by phone").click()
    expect(in_the_room(chair, 4)).to_be_visible(timeout=SHOWN_WITHIN)
    other.get_by_role("button", name="Stop, I don’t understand").click()
    stop = chair.get_by_role("heading", name="Stop: somebody does not understand")
    expect(stop).to_be_visible(timeout=SHOWN_WITHIN)
    expect(chair.locator("#room-said")).to_contain_text("Stop: somebody does not understand.")
    chair.get_by_role("button", name="It is clear now: go on").click()
    gone = other.get_by_role("heading", name="Stop: somebody does not understand")
    expect(gone).to_have_count(0, timeout=SHOWN_WITHIN)
    assert any("part=now" in each.url for each in asked)


def test_without_scripts_the_page_says_how_to_look_again(at: At, room: Room) -> None:
    page = at("Eve", scripts=False)
    expect(in_the_room(page, 3)).to_be_visible()
    room.comes("Di")
    page.get_by_role("link", name="Look again").click()
    expect(in_the_room(page, 4)).to_be_visible()


def test_what_is_held_keeps_the_focus_when_the_room_changes(at: At, room: Room) -> None:
    page = at("Eve")
    page.locator("#look-again").focus()
    room.comes("Di")
    ask_now(page)
    expect(in_the_room(page, 4)).to_be_visible(timeout=SHOWN_WITHIN)
    assert page.evaluate("document.activeElement.id") == "look-again"


def test_a_lost_connection_is_told_and_mends_itself(at: At) -> None:
    page = at("Eve")
    lost = page.get_by_text("The connection is lost.")
    expect(lost).to_be_hidden()
    page.context.set_offline(True)
    ask_now(page)
    expect(lost).to_be_visible(timeout=SHOWN_WITHIN)
    page.context.set_offline(False)
    expect(lost).to_be_hidden(timeout=2 * SHOWN_WITHIN)
