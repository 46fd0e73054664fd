"""The room of a meeting that is under way: one meeting for all these pages."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from functools import cache

from playwright.sync_api import Page

from tests.journeys.going import Way, press
from tests.journeys.insiders import FACILITATOR, MEMBER, a_partnership, be, guarded, withus

NAME = "brackmere"
begun: set[str] = set()


@cache
def a_meeting() -> tuple[str, str]:
    """Return the ids of the meeting for all these pages, and of its item."""
    return call_now()


def call_now() -> tuple[str, str]:
    """Call a meeting for now by the command, with an item; return their ids."""
    there = a_partnership(NAME)
    starts = datetime.now(UTC).replace(second=0, microsecond=0)
    called = {
        "meeting": "@meeting",
        "board": there.board.rstrip("/").rsplit("/", 1)[1],
        "starts": f"{starts:%Y-%m-%dT%H:%MZ}",
        "ends": f"{starts + timedelta(hours=2):%Y-%m-%dT%H:%MZ}",
        "ways": ["link", "phone", "room"],
        "called_by": None,
    }
    asked = {"meeting": "@meeting", "item": "@item", "capacity": None}
    placed = {
        "item": "@item",
        "outcome": "on",
        "order": 1,
        "urgent": False,
        "private_by_law": False,
        "told_before": True,
    }
    told = [
        ("meeting.called.v1", called, {"where": "The old chapel"}),
        ("item.asked.v1", asked, {"title": "Night buses"}),
        ("item.placed.v1", placed, {"reason": ""}),
    ]
    lines = [{"type": kind, "clear": clear, "sealed": sealed} for kind, clear, sealed in told]
    entered = withus("enter", there.record, "-", given="\n".join(map(json.dumps, lines)))
    ids = entered["ids"]
    assert isinstance(ids, dict)
    return ids["@meeting"], ids["@item"]


def room(page: Page, base: str, path: str = "", *, what: str = MEMBER) -> None:
    """Come to a page of the room, under way, with a member in the chair, as somebody."""
    there = guarded(page, base, NAME)
    meeting, _ = a_meeting()
    address = f"{base}{there.address}meetings/{meeting}/room/"
    if NAME not in begun:
        be(page, base, MEMBER, there)
        page.goto(address)
        press(page, "I am here, in the room")
        be(page, base, FACILITATOR, there)
        page.goto(f"{address}begin/")
        page.get_by_label("Wren Field").check()
        press(page, "Open the meeting")
        begun.add(NAME)
    be(page, base, what, there)
    page.goto(address + path)


def at_room(path: str, *, what: str = MEMBER, button: str = "") -> Way:
    """Go to a page of the room; send its form as it stands, where a button is named."""

    def go(page: Page, base: str) -> None:
        room(page, base, path, what=what)
        if button:
            press(page, button)

    return go


def interest(page: Page, base: str) -> None:
    """Come to the form for an interest, with something to put right."""
    _, item = a_meeting()
    room(page, base, f"interest/{item}/")
    press(page, "Enter it")


def stopped(page: Page, base: str) -> None:
    """Come to the room while somebody does not understand, with something talked about."""
    room(page, base)
    page.get_by_role("button", name="Go to it").or_(page.get_by_text("Now:")).first.wait_for()
    if page.get_by_role("button", name="Go to it").count():
        press(page, "Go to it")
    press(page, "Stop, I don’t understand")


CASES: dict[str, Way] = {
    "in_the_room:type": at_room("type/", what=FACILITATOR, button="Enter it"),
    "in_the_room:begin": at_room("begin/", what=FACILITATOR),
    "in_the_room:chair": at_room("chair/", button="They chair now"),
    "in_the_room:turns": at_room("turns/", button="Begin to count turns"),
    "in_the_room:end": at_room("end/"),
    "in_the_room:interest": interest,
    "in_the_room:here": stopped,
}
