"""Journey 2: a meeting that may not decide once one of the two it needs has left.

Given a board of an invented town whose terms of reference ask for two people who draw on services
in the room, when one arrives and one rings, an item is discussed and the one leaves, then the
decision is refused with the reason and the remedy, and nothing is entered. They come again, object
and are answered; it is decided, and settled once what was typed for the other is confirmed. Those
who were present approve the minutes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.at_a_meeting import (
    Member,
    about_now,
    asks_for,
    calls_a_meeting,
    comes_in,
    places,
)
from tests.journeys.insiders import DATA, LEAD, Partnership, a_code, be, withus
from tests.journeys.test_invited import WAYS, somebody

pytestmark = pytest.mark.browser
NIGHT, HOSPITAL = "Who helps at night", "Beds at the hospital"
MOTION = "Pay two night helpers until June."
SOURCE = "Terms of reference, part 4"
NOTED = "The helpers begin in January."
RIGHT = "Yes, these minutes are right"
RULES: tuple[dict[str, object], ...] = (
    {"kind": "present", "who": {"capacity": ["draws_on_services"]}, "at_least": 2},
    {"kind": "agree", "who": "all", "over": "1/2", "of": "voting"},
)
PLACES = {
    "chris": ("services", True),
    "sam": ("draws_on_services", False),
    "mary": ("draws_on_services", False),
    "kit": ("draws_on_services", False),
    "gwen": ("unpaid_carers", False),
    "owen": ("services", False),
}
NAMES = {"chris": "Chris Hope", "sam": "Sam Ward", "mary": "Mary Neill"}


@dataclass(frozen=True)
class Board:
    """A board, with the codes of those who are invited to it, and each of them at a browser."""

    there: Partnership
    codes: dict[str, str]
    jo: Member
    chris: Member
    sam: Member
    mary: Member

    def entries(self) -> str:
        """Return how many entries the record holds."""
        record = self.jo.page.context.request.get(f"{self.jo.base}{self.there.address}record/")
        found = re.search(r"([\d,]+) entries", record.text())
        assert found
        return found[1]


NOT_YET = (  # the reason, and what would mend it
    "Not yet",
    "At least two of the members who draw on care and support must be in the room.",
    "In the room now: 1 of 3. Written in: Terms of reference, part 4.",
    "Ask one more of the members who draw on care and support to come",
)


def a_board(name: str, *, practice: bool = False) -> Partnership:
    """Open a partnership by the command, with a board, its places and its rules."""
    record = f"withus.example/{name}"
    day = "2026-11-01"  # before any day on which this is tried
    opened: dict[str, object] = {"name": name.capitalize(), "practice": practice}
    opened |= {"follows": None, "country": "england"}
    board: dict[str, object] = {"name": "Coming Home board", "level": "community", "parent": None}
    told: list[tuple[str, dict[str, object], dict[str, str]]] = [
        ("partnership.opened.v1", opened, {"about": "How people come home."}),
        ("board.opened.v1", {**board, "board": "@board", "formats": ["standard"]}, {}),
    ]
    for who, (capacity, chair) in PLACES.items():
        place = {
            "place": f"@{who}",
            "board": "@board",
            "capacity": capacity,
            "kind": "named",
            "tags": [],
            "chair": chair,
            "chosen_by": "self",
            "vote_from": None,
            "vote_until": None,
            "term_until": None,
            "paid_by": "nobody",
        }
        told.append(("place.made.v1", place, {"post": "Member"}))
    days = {"force": "terms", "source": SOURCE, "from": day, "until": None}
    rules: list[dict[str, object]] = [
        {**rule, **days, "id": f"rule-{number}"} for number, rule in enumerate(RULES)
    ]
    told.append(
        ("rules.set.v1", {"board": "@board", "rules": rules, "from_": day, "decision": None}, {})
    )
    lines = [{"type": kind, "clear": clear, "sealed": sealed} for kind, clear, sealed in told]
    entered = withus("enter", record, "-", given="\n".join(map(json.dumps, lines)))
    ids = entered["ids"]
    assert isinstance(ids, dict)
    address = f"/partnerships/{record.replace('/', '~')}/"
    seats = tuple(ids[f"@{who}"] for who in PLACES)
    return Partnership(
        name.capitalize(), record, address, seats, f"{address}boards/{ids['@board']}/"
    )


@contextmanager
def people(browser: Browser, served: str, way: str) -> Iterator[Board]:
    """Let four people come in by invitation, each at a browser of their own."""
    there = a_board(f"roundmere{WAYS.index(way)}")
    seats = dict(zip(PLACES, there.places, strict=True))
    codes = {who: a_code(there, NAMES[who], "--place", seats[who]) for who in NAMES}
    codes["jo"] = a_code(there, "Jo Bell", "--duty", "facilitator")
    with ExitStack() as opened:
        found = {}
        for who, code in codes.items():
            one = opened.enter_context(somebody(browser, served, way))
            found[who] = Member(one.page, served, way)
            if who == "jo":
                for duty in (LEAD, DATA):
                    be(one.page, served, duty, there)
                one.page.context.clear_cookies()
            comes_in(found[who], code)
            if who == "mary":
                codes[who] = one.page.locator(".card .big").inner_text()
        yield Board(there, codes, **found)


def is_called(board: Board) -> str:
    """Call the meeting, ask for an item from each side, and return where the meeting is."""
    jo, sam, chris = board.jo, board.sam, board.chris
    jo.page.goto(f"{jo.base}{board.there.board}")
    jo.look()
    jo.follows("Meetings")
    jo.look()
    jo.follows("Call a meeting")
    calls_a_meeting(jo, about_now())
    for who, title in ((sam, NIGHT), (chris, HOSPITAL)):
        who.page.goto(jo.page.url)
        asks_for(who, title)
    jo.page.reload()
    for title in (NIGHT, HOSPITAL):
        places(jo, title)
    return jo.page.url


def arrive(board: Board, meeting: str) -> None:
    """Let two people say that they are here; type a third, by phone; and open the meeting."""
    for who in (board.chris, board.sam):
        who.page.goto(meeting)
        who.follows("Go to the room")
        who.look()
        who.presses("I am here, in the room")
    jo = board.jo
    jo.follows("Go to the room")
    jo.look()
    jo.follows("Somebody came or left")
    jo.picks("Who", f"{NAMES['mary']} (Draws on care and support)")
    jo.chooses("They are there by phone")
    jo.goes_on("Enter it")
    jo.look()
    board.chris.page.reload()
    board.chris.follows("Open the meeting")
    board.chris.goes_on("Open the meeting")
    board.chris.look()


def stands(who: Member, motion: str) -> None:
    """Say that one agrees, on the page of what the board is asked."""
    who.page.goto(motion)
    who.look()
    who.presses("I agree")
    who.reads("Kept: I agree")


def is_put(board: Board, meeting: str) -> str:
    """Talk about the item, put a motion, and return where it is."""
    chris = board.chris
    chris.presses("Go to it")
    chris.look()
    chris.reads(f"Now: {NIGHT}")
    chris.page.goto(meeting)
    chris.look()
    chris.follows(f"Put something: {NIGHT}")
    chris.look()
    chris.chooses("Money")
    chris.types("What is the board asked to decide?", MOTION)
    chris.goes_on()
    chris.reads("At least two of the members who draw on care and support must be in the room")
    chris.goes_on("Yes, put it to the meeting")
    chris.look()
    return chris.page.url


def is_asked(board: Board, motion: str) -> None:
    """Let two say where they stand, and enter it for the one who is on the phone."""
    stands(board.sam, motion)
    stands(board.chris, motion)
    chris = board.chris
    chris.follows("Call the roll")
    chris.look()
    row = chris.page.get_by_role("group").filter(has_text="by phone")
    chris.marks(row.get_by_label("Agrees", exact=True))
    chris.presses("Keep this")


def sees(who: Member, words: str) -> None:
    """See in the room what another did: without showing the page again, where scripts run."""
    if who.way == "without scripts":
        who.follows("Look again")
    else:
        who.page.evaluate("window.dispatchEvent(new Event('online'))")
    who.reads(words)


def is_refused(board: Board, meeting: str) -> None:
    """Let one leave while the chair looks once more, and the chair then close the roll.

    It is refused, nothing is entered, and whoever begins anew is told the same before.
    """
    chris, sam = board.chris, board.sam
    chris.goes_on("Go on to close the roll")
    chris.look()
    sam.page.goto(meeting + "room/")
    sam.presses("I am leaving")
    sam.look()
    sees(board.jo, "2 of 6 places are in the room.")
    before = board.entries()
    chris.presses("Yes, close the roll")
    chris.look()
    chris.reads("The roll cannot be closed yet", *NOT_YET)
    expect(chris.page.get_by_role("alert")).to_have_count(0)  # that it changed is not the reason
    assert board.entries() == before
    chris.follows("Back to the roll-call")
    chris.look()
    chris.reads(*NOT_YET)


def is_objected_to(board: Board, meeting: str, motion: str) -> None:
    """Let them come again and object; the roll stays open until the objection is answered."""
    chris, sam = board.chris, board.sam
    sam.presses("I am here, in the room")
    sam.page.goto(motion)
    sam.types("Your reason", "Helpers must be chosen by those they help.")
    sam.goes_on("Object")
    sam.look()
    chris.page.goto(f"{motion}roll/")
    chris.goes_on("Go on to close the roll")
    chris.look()
    chris.reads("The roll cannot be closed yet", "one objection has not been answered", "Answer it")
    chris.page.goto(motion)
    chris.types("The answer", "Two of the people it is about choose them.")
    chris.goes_on("It was answered, and it stands")
    chris.look()
    stands(sam, motion)


def is_decided(board: Board, motion: str) -> str:
    """Close the roll, and return where the decision is: not settled, as one was typed for."""
    chris = board.chris
    chris.page.goto(f"{motion}roll/")
    chris.presses("Go on to close the roll")
    chris.reads("As people stand now, it is not settled.")
    chris.presses("Yes, close the roll")
    chris.look()
    chris.reads("It is not settled", "Two of the people it is about choose them.")
    expect(chris.page.get_by_text("Is this roll right?")).to_have_count(0)  # who entered it
    return chris.page.url


def is_confirmed(board: Board, decision: str) -> None:
    """Confirm what was typed: by another of the people it is about, or with one's own code."""
    sam, mary = board.sam, board.mary
    sam.page.goto(decision)
    sam.look()
    sam.reads("It hangs on one person for whom somebody else entered where they stand")
    if sam.way == "without scripts":
        mary.page.context.clear_cookies()
        mary.page.goto(f"{mary.base}{board.there.address}to-confirm/")
        mary.types("Your own code", board.codes["mary"])
        mary.presses("See what was typed for me")
        mary.presses("That is right")
    else:
        sam.presses("Yes, it is right")
        sam.look()
    sam.page.goto(decision)
    sam.reads("It was carried.")


def is_closed(board: Board, meeting: str) -> None:
    """Close the meeting, from its room."""
    chris = board.chris
    chris.page.goto(meeting + "room/")
    chris.look()
    chris.follows("Close the meeting")
    chris.goes_on("Close the meeting")
    chris.look()


def are_minuted(board: Board, meeting: str) -> None:
    """Write the minutes, as whoever was not there and cannot say that they are right."""
    jo = board.jo
    jo.page.goto(meeting)
    jo.look()
    jo.follows("Write the minutes")
    jo.adds("The minutes", NOTED)
    jo.goes_on("Save this version")
    jo.look()
    jo.reads("Not approved", MOTION, "Objection (Draws on care and support)", NOTED)
    expect(jo.page.get_by_role("button", name=RIGHT)).to_have_count(0)


def are_approved(board: Board, meeting: str) -> None:
    """Let those who were there say that the minutes are right: one is not enough, two are."""
    for who, so_far in ((board.sam, "Not approved"), (board.chris, "Approved")):
        who.page.goto(meeting)
        who.follows("Read the minutes")
        who.goes_on(RIGHT)
        who.look()
        who.reads("You have said that they are right.")
        expect(who.page.get_by_text(so_far, exact=True).first).to_be_visible()


@pytest.mark.parametrize("way", WAYS)
def test_it_may_not_decide_once_one_has_left_and_is_decided_and_settled_when_they_are_back(
    browser: Browser, served: str, way: str
) -> None:
    with people(browser, served, way) as board:
        meeting = is_called(board)
        arrive(board, meeting)
        motion = is_put(board, meeting)
        is_asked(board, motion)
        is_refused(board, meeting)
        is_objected_to(board, meeting, motion)
        decision = is_decided(board, motion)
        is_confirmed(board, decision)
        is_closed(board, meeting)
        are_minuted(board, meeting)
        are_approved(board, meeting)
