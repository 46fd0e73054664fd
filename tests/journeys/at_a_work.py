"""People at a work, each at a browser of their own: they ask, put points, write, answer, tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, expect

from tests.journeys.access import sideways
from tests.journeys.at_a_meeting import Member, comes_in
from tests.journeys.insiders import DATA, LEAD, OFFICER, Partnership, a_code, be
from tests.journeys.test_invited import WAYS, somebody
from tests.journeys.test_meeting import a_board

PHONE = {"width": 320, "height": 640}
NAMES = {"chris": "Chris Hope", "sam": "Sam Ward", "mary": "Mary Neill"}
DUTIES = {"jo": ("Jo Bell", "facilitator"), "olly": ("Olly Office", OFFICER)}


@dataclass(frozen=True)
class Working:
    """A work, and who is at it: members, who runs it, the host's officer, and two from outside."""

    there: Partnership
    chris: Member
    sam: Member
    mary: Member
    jo: Member
    olly: Member
    ash: Member  # on a phone, with nothing but a link
    kit: Member  # at home, with what came by post

    @property
    def members(self) -> tuple[Member, ...]:
        """Return who holds a place."""
        return self.chris, self.sam, self.mary


@contextmanager
def at_works(
    browser: Browser, served: str, way: str, *, name: str, practice: bool = False
) -> Iterator[Working]:
    """Let three members, who runs the work and the host's officer come in; two stay outside."""
    there = a_board(f"{name}{WAYS.index(way)}", practice=practice)
    seats = dict(zip(("chris", "sam", "mary"), there.places, strict=False))
    codes = {who: a_code(there, NAMES[who], "--place", seats[who]) for who in NAMES}
    codes |= {who: a_code(there, called, "--duty", duty) for who, (called, duty) in DUTIES.items()}
    with ExitStack() as opened:
        found = {}
        for who in (*codes, "ash", "kit"):
            one = opened.enter_context(somebody(browser, served, way))
            found[who] = Member(one.page, served, way)
            if who == "jo":
                for duty in (LEAD, DATA):
                    be(one.page, served, duty, there)
                one.page.context.clear_cookies()
            if who in codes:
                comes_in(found[who], codes[who])
        found["ash"].page.set_viewport_size(PHONE)  # type: ignore[arg-type]
        yield Working(there, **found)


def begins(jo: Member, there: Partnership, name: str) -> str:
    """Come from the partnership to its works, begin one, and return where it is."""
    jo.page.goto(f"{jo.base}{there.address}")
    jo.look()
    jo.follows("Works")
    jo.look()
    jo.follows("Begin a piece of work")
    jo.types("What is it called?", name)
    jo.goes_on("Begin it")
    assert jo.look() == name
    return jo.page.url


def says_whom(who: Member, work: str) -> None:
    """Say whom a work is about, from one's own side."""
    who.page.goto(work)
    who.follows("Say whom it is about")
    who.goes_on("Yes, this is whom it is about")
    who.look()


def promises(olly: Member, step: str, body: str) -> None:
    """Promise how far power is shared, from the page of the work."""
    olly.follows("Promise how far power is shared")
    olly.chooses(step)
    olly.types("Which body promises it?", body)
    olly.types("What that means here, in your own words", "It is not decided without you.")
    olly.goes_on("Promise it")
    olly.look()
    olly.reads(f"{body} promised on", f": {step}.")


def proposes(who: Member, work: str, question: str, *, joins: tuple[str, ...] = ()) -> None:
    """Propose a question, on its own or out of others."""
    who.page.goto(work)
    who.follows("Propose a question")
    who.types("Your question", question)
    for each in joins:
        who.ticks(each)
    who.goes_on("Propose it")
    who.look()
    who.reads(question)


def puts(who: Member, work: str, words: str) -> None:
    """Put a point of one's own."""
    who.page.goto(work)
    who.follows("Put a point")
    who.types("The point", words)
    who.goes_on("Put it")
    who.look()
    who.reads(words, "It is not answered yet")


def types_for(jo: Member, work: str, words: str, **told: str) -> str:
    """Type what somebody told by phone or wrote, and how they wish to be told; return where."""
    jo.page.goto(f"{work}points/")
    jo.follows("Type a point for somebody")
    jo.chooses(told["came"])
    if "member" in told:
        jo.picks("Whose point is it?", told["member"])
    else:
        jo.types("Their name, if they are no member and wish to give one", told["name"])
    jo.types("The point", words)
    jo.chooses(told["route"])
    jo.types("Where that reaches them", told["where"])
    jo.goes_on("Type it for them")
    jo.look()
    return jo.page.url.removesuffix("codes/")


def slips(jo: Member) -> list[str]:
    """Return the codes that are shown to print."""
    return jo.page.locator(".post .big").all_inner_texts()


def enters_for_a_group(jo: Member, work: str, words: str, *, number: int, through: str) -> str:
    """Enter what a group agreed on; return where it is."""
    jo.page.goto(f"{work}points/")
    jo.follows("Enter what a group agreed")
    jo.types("How many people agreed?", str(number))
    jo.types("What the group is called, or who speaks for it", "Our Say, Tuesdays")
    jo.types("The point", words)
    jo.chooses("Through somebody I trust")
    jo.types("Where that reaches them", through)
    jo.goes_on("Enter it")
    jo.look()
    return jo.page.url.removesuffix("codes/")


def says_it_is_right(who: Member, code: str) -> None:
    """Say with the code of a slip that what was typed is right."""
    comes_with(who, code)
    who.presses("Yes, it is right")
    who.look()
    who.reads("You have said whether it is right. Thank you.")


def comes_with(who: Member, code: str) -> None:
    """Type a code that needs no account."""
    who.page.goto(f"{who.base}/say/")
    who.types("Your code", code)
    who.goes_on("Go on")
    who.look()


def makes_a_link(jo: Member, work: str, cards: tuple[str, ...]) -> str:
    """Make a link for anybody who has it, and return its code."""
    jo.page.goto(f"{work}points/")
    jo.follows("Links and letters")
    for label, card in zip(("First", "Second", "Third"), cards, strict=True):
        jo.types(label, card)
    jo.types("A number to ring", "01632 960123")
    jo.goes_on("Make it")
    jo.look()
    (code,) = slips(jo)
    return code


def fits(who: Member) -> None:
    """See that a screen of a narrow phone shows all of the page without going sideways."""
    who.look()
    assert sideways(who.page) == 0


def answers_cards(ash: Member, code: str, said: tuple[tuple[str, str], ...]) -> str:
    """Answer by a link, without an account, on a narrow phone; return the code to come back with.

    It is left in the middle, as a phone is when it rings, and nothing that was said is lost.
    """
    ash.page.goto(f"{ash.base}/say/{code}/")
    fits(ash)
    ash.presses("Begin")
    own = re.search(r"Your code: ([\w-]+)\.", ash.page.locator("main").inner_text())
    assert own
    for choice, words in said:
        ash.chooses(choice)
        ash.types("In your own words", words)
        fits(ash)
        ash.presses("Keep it and go on")
    ash.page.context.clear_cookies()
    comes_with(ash, own[1])
    expect(ash.page.get_by_label("In your own words")).to_have_value(said[0][1])
    for _ in said:
        ash.presses("Keep it and go on")
    sends(ash, [words for _, words in said])
    return own[1]


def sends(ash: Member, said: list[str]) -> None:
    """Say who may know, and how to be told; look at it all, and send it."""
    ash.chooses("Nobody. Count me")
    ash.chooses("Draws on care and support")
    fits(ash)
    ash.presses("Keep it and go on")
    ash.chooses("I come back here with my code")
    fits(ash)
    ash.presses("Keep it and go on")
    fits(ash)
    ash.reads(*said, "Nothing is sent yet.")
    ash.presses("Yes, send it")
    fits(ash)
    ash.reads("It is in the record of", *said)


def brings_together(jo: Member, work: str, title: str, points: tuple[str, ...]) -> str:
    """Bring points together, and return where their theme is."""
    jo.page.goto(f"{work}points/themes/")
    for each in points:
        jo.ticks(each)
    jo.types("What they have in common", title)
    jo.goes_on("Bring them together")
    jo.look()
    jo.reads("Nobody it is about has agreed yet", *points)
    return jo.page.url


def agrees(sam: Member, theme: str) -> None:
    """Agree that points belong together."""
    sam.page.goto(theme)
    sam.goes_on("I agree that they belong together")
    sam.look()
    sam.reads("Somebody it is about agreed that they belong together.")


def answers(jo: Member, outcome: str, why: str) -> None:
    """Answer a point or a theme, in the form that is open."""
    jo.marks(jo.page.get_by_role("radio", name=outcome, exact=True))
    jo.types("Why", why)
    jo.goes_on("Answer")
    jo.look()
    jo.reads(outcome, why)


def saves(who: Member, work: str, text: str) -> None:
    """Write a text of the plan in the box, and save it for everybody."""
    opens_the_box(who, work)
    who.types("The text", text)
    who.goes_on("Save it for everybody")
    who.look()


def opens_the_box(who: Member, work: str) -> None:
    """Come from the page of the work to the box in which its plan is written."""
    who.page.goto(f"{work}plan/")
    who.follows("Write")
    expect(who.page.get_by_role("heading", level=1)).to_have_text("Write the plan")
