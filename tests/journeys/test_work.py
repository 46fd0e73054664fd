"""Journey 3, up to the plan: a work from a blank page, with a question, points, drafts and answers.

Given a board of an invented town, when a question is framed together and agreed at a meeting, six
people put twelve points by five routes, two write the plan at once and bring both texts together,
and the points are answered, then each of the six is told by their own route, and the timeline
tells it all in the order of the record. A plan begun in a practice run is told of as a proposal
once it is live.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html import unescape
from itertools import count
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys import at_a_work as do
from tests.journeys.at_a_meeting import Member, about_now, asks_for, calls_a_meeting, places
from tests.journeys.at_a_work import Working, at_works
from tests.journeys.test_invited import WAYS

pytestmark = pytest.mark.browser
NAME, ITEM = "Getting home", "What do we ask?"
FIRST_ASK, SECOND_ASK = "Why do buses stop at nine?", "Who waits in the dark?"
ASK = "How does everybody get home after nine?"
SAMS = ("Buses stop too soon.", "The driver should wait.", "Late buses cost too much.")
CHRISES = ("We have two drivers at night.", "The depot is open until eleven.")
MARYS = ("I wait alone in the dark.", "No light at the chapel stop.")
KITS = "I cannot read the timetable."
GROUPS = "Let us ring for a bus together."
CARDS = ("Buses should run until eleven.", "A taxi would do.", "There should be a light.")
SAID = (("Yes", "Every day."), ("Not sure", "With a driver I know."), ("Yes", "At each stop."))
LATE, DARK = "Late buses", "Dark stops"
MAYBE_LATER, TWO_LAMPS = "Two drivers can drive until eleven.", "The council pays for two lamps."
BY_CALL, BY_POST = "01632 960124", "3 Mill Lane, Elmsmere"
THROUGH = "Gwen Price at Our Say"
DRAFT = "# Getting home\n\nBuses stop at nine.\n\nPeople wait alone in the dark."
OTHER_WORDS = "Nobody waits alone in the dark."
ELEVEN, MIDNIGHT = "Buses run until eleven.", "Buses run until midnight."
BOTH = f"# Getting home\n\n{ELEVEN} On Saturdays they run until midnight.\n\n{OTHER_WORDS}"
ALL_POINTS = 12
THINGS = ("question", "revision", "suggestion", "point", "theme", "motion", "decision")
OF_A_WORK = (
    *("work.", "scope.", "step.", "question.", "revision.", "suggestion.", "point", "joining."),
    *("contributor.", "motion.put", "decision.", "entry."),
)
Kept = dict[str, Any]


def is_framed(at: Working, work: str) -> None:
    """Say whom it is about, promise, and let three propose questions, the last out of both."""
    do.says_whom(at.sam, work)
    do.says_whom(at.olly, work)
    at.olly.reads("All who draw on care and support")
    do.promises(at.olly, "Co-production", "Elmsmere Council")
    do.proposes(at.sam, work, FIRST_ASK)
    do.proposes(at.mary, work, SECOND_ASK)
    do.proposes(at.chris, work, ASK, joins=(FIRST_ASK, SECOND_ASK))
    at.chris.reads("Out of 2 proposals", "Joined with others since")


def are_meeting(at: Working) -> None:
    """Call a meeting with one item, come to it, and open it."""
    jo, chris = at.jo, at.chris
    jo.page.goto(f"{jo.base}{at.there.board}meetings/call/")
    calls_a_meeting(jo, about_now())
    chris.page.goto(jo.page.url)
    asks_for(chris, ITEM)
    jo.page.reload()
    places(jo, ITEM)
    for who in at.members:
        who.page.goto(jo.page.url)
        who.follows("Go to the room")
        who.presses("I am here, in the room")
    chris.follows("Open the meeting")
    chris.presses("Open the meeting")
    chris.presses("Go to it")


def is_asked(at: Working, work: str) -> None:
    """Put the question that brings both together to the meeting; it is carried, and agreed."""
    chris = at.chris
    chris.page.goto(work)
    expect(chris.page.get_by_role("link", name="Put it to the meeting")).to_have_count(1)
    chris.follows("Put it to the meeting that is open now")
    chris.goes_on("Go on")
    chris.reads(ASK)
    chris.goes_on("Yes, put it to the meeting")
    motion = chris.page.url
    for who in at.members:
        who.page.goto(motion)
        who.presses("I agree")
    chris.page.goto(f"{motion}roll/")
    chris.presses("Go on to close the roll")
    chris.presses("Yes, close the roll")
    chris.look()
    chris.reads("It was carried.")
    chris.page.goto(work)
    chris.look()
    expect(chris.page.locator("#question blockquote")).to_have_text(ASK)
    chris.reads("Agreed on", "2 other proposals")


@dataclass(frozen=True)
class Put:
    """Where two of the points are, and the code with which a third person comes back."""

    letter: str
    group: str
    code: str


def put_points(at: Working, work: str) -> Put:
    """Put twelve points by five routes."""
    for who, some in ((at.sam, SAMS), (at.chris, CHRISES)):
        for words in some:
            do.puts(who, work, words)
    for words in MARYS:
        told = {"came": "by phone", "member": "Mary Neill", "route": "A call", "where": BY_CALL}
        do.types_for(at.jo, work, words, **told)
        at.jo.reads("Nobody needs a code for this point")
    told = {"came": "by letter", "name": "Kit Lane", "route": "A letter", "where": BY_POST}
    letter = do.types_for(at.jo, work, KITS, **told)
    (slip,) = do.slips(at.jo)
    do.says_it_is_right(at.kit, slip)
    group = do.enters_for_a_group(at.jo, work, GROUPS, number=6, through=THROUGH)
    for code in do.slips(at.jo)[:2]:
        do.says_it_is_right(at.kit, code)
    back = do.answers_cards(at.ash, do.makes_a_link(at.jo, work, CARDS), SAID)
    at.jo.page.goto(group)
    at.jo.look()
    at.jo.reads(GROUPS, "6", "2")
    at.jo.page.goto(f"{work}points/")
    at.jo.look()
    expect(at.jo.page.locator("main ul.list > li")).to_have_count(ALL_POINTS)
    return Put(letter, group, back)


def is_written(at: Working, work: str) -> None:
    """Write a first draft, take in a suggestion, and let two write the next one at once."""
    chris, sam, mary = at.chris, at.sam, at.mary
    do.saves(chris, work, DRAFT)
    sam.page.goto(f"{work}plan/")
    sam.follows("Suggest other words")
    sam.follows("for passage 3")
    sam.types("Your words for it", OTHER_WORDS)
    sam.goes_on("Suggest it")
    sam.look()
    chris.page.goto(f"{work}plan/suggestions/")
    chris.look()
    chris.follows("Read it")
    chris.goes_on("Put it into the plan as it is")
    for who in (sam, mary):
        do.opens_the_box(who, work)
        expect(who.page.get_by_label("The text", exact=True)).to_have_value(
            re.compile(re.escape(OTHER_WORDS))
        )
    written = sam.page.get_by_label("The text", exact=True).input_value()
    sam.types("The text", written.replace("Buses stop at nine.", ELEVEN))
    mary.types("The text", written.replace("Buses stop at nine.", MIDNIGHT))
    sam.goes_on("Save it for everybody")
    clash(mary)
    do.opens_the_box(sam, work)
    expect(sam.page.get_by_label("The text", exact=True)).to_have_value(BOTH)


def clash(mary: Member) -> None:
    """Save over a text that another saved meanwhile: see both, and bring them together."""
    mary.goes_on("Save it for everybody")
    mary.look()
    mary.reads("What they changed", "What you changed", "Both changed the same passage")
    for words in ("eleven", "midnight"):
        expect(mary.page.locator(".card ins", has_text=words)).to_have_count(1)
    box = mary.page.get_by_label("The text", exact=True)
    expect(box).to_have_value(re.compile(rf"{ELEVEN}.*{MIDNIGHT}", re.DOTALL))
    mary.types("The text", BOTH)
    mary.goes_on("Save it for everybody")
    mary.look()
    mary.reads(f"{ELEVEN} On Saturdays they run until midnight.", OTHER_WORDS, "Draft 4")


def are_answered(at: Working, work: str, put: Put) -> None:
    """Bring ten points together in two themes, answer each theme, and two points on their own."""
    late = do.brings_together(at.jo, work, LATE, (*SAMS, *CHRISES, CARDS[0], CARDS[1]))
    dark = do.brings_together(at.jo, work, DARK, (*MARYS, CARDS[2]))
    for theme in (late, dark):
        do.agrees(at.sam, theme)
    for theme, outcome, why in (
        (late, "Part of it is taken up", MAYBE_LATER),
        (dark, "It is taken up", TWO_LAMPS),
    ):
        at.jo.page.goto(theme)
        do.answers(at.jo, outcome, why)
    at.jo.page.goto(put.group)
    at.jo.follows("Say where it went")
    at.jo.picks("It went into", at.jo.page.locator("#to option").last.inner_text())
    at.jo.goes_on("It went there")
    at.jo.follows("Answer it")
    do.answers(at.jo, "It is not taken up", "Ringing for a bus would cost a driver.")
    at.jo.page.goto(put.letter)
    at.jo.follows("Answer it")
    do.answers(at.jo, "It is taken up", "The timetable is printed large from March.")


def are_told(at: Working, work: str, back: str) -> None:
    """Tell each of the six: two on their page, one with a code, three by hand, and nobody twice."""
    for who in (at.sam, at.chris):
        who.page.goto(f"{who.base}{at.there.address.replace('partnerships', 'me')}said/")
        who.look()
        who.reads(MAYBE_LATER)
        who.goes_on("I have read it")
        expect(who.page.get_by_role("button", name="I have read it")).to_have_count(0)
    at.ash.page.context.clear_cookies()
    do.comes_with(at.ash, back)
    do.fits(at.ash)
    at.ash.reads(MAYBE_LATER, TWO_LAMPS)
    jo = at.jo
    jo.page.goto(f"{work}points/to-tell/")
    jo.look()
    rows = jo.page.locator("main ul.list > li")
    for where, waits in ((BY_CALL, len(MARYS)), (BY_POST, 1), (THROUGH, 1)):
        expect(rows.filter(has_text=where)).to_have_count(waits)
    expect(rows).to_have_count(4)
    jo.follows("Letters to post")
    jo.look()
    jo.reads("Dear Kit Lane,", BY_POST, KITS, "The timetable is printed large from March.")
    jo.page.go_back()
    for left in (3, 2, 1):
        jo.presses("They were told")
        expect(rows).to_have_count(left)
    jo.presses("They were told")
    jo.look()
    jo.reads("Everybody whose point is answered was told.")


def on_the_timeline(who: Member, work: str) -> list[tuple[int, str]]:
    """Return what the timeline tells, page after page: each entry by number, and what it was."""
    told: list[tuple[int, str]] = []
    for page in count(1):
        who.page.goto(f"{work}timeline/?page={page}")
        who.look()
        found = [
            (int(number), " ".join(line.locator("p").first.inner_text().split()))
            for line in who.page.locator("main ol.list > li").all()
            for number in re.findall(r"entries/(\d+)/", line.inner_html())
        ]
        if found == told[-len(found) :]:
            break
        told += found
        if not who.page.get_by_role("link", name="Next").count():
            break
    return told


def in_the_record(who: Member, at: Working, since: int) -> dict[int, tuple[str, Kept]]:
    """Return every entry of the record from one on: what happened, and how it is kept."""
    told: dict[int, tuple[str, Kept]] = {}
    for index in count(since):
        address = f"{who.base}{at.there.address}record/entries/{index}/"
        answer = who.page.context.request.get(address)
        if not answer.ok:
            break
        text = answer.text()
        happened = re.search(r"<dt>What happened</dt><dd>(.*?)</dd>", text, re.DOTALL)
        kept = re.findall(r'<pre class="code">(.*?)</pre>', text, re.DOTALL)
        assert happened and kept
        told[index] = " ".join(unescape(happened[1]).split()), json.loads(unescape(kept[-1]))
    return told


def of_the_work(record: dict[int, tuple[str, Kept]], work: str) -> list[int]:
    """Return which entries name a work, or what an entry before named with it; in their order."""
    known: set[str] = {work.rstrip("/").rpartition("/")[2]}
    told: list[int] = []
    for index, (_, kept) in record.items():
        clear = kept["clear"]
        named = {one for one in clear.values() if isinstance(one, str)}
        if kept["type"].startswith(OF_A_WORK) and (named & known or clear.get("entry") in told):
            known |= {clear[each] for each in THINGS if clear.get(each)}
            told.append(index)
    return told


def is_in_order(at: Working, work: str) -> None:
    """Hold the timeline, as anybody sees it, to the record's own entries about the work."""
    anybody = at.ash
    anybody.page.context.clear_cookies()
    told = on_the_timeline(anybody, work)
    record = in_the_record(anybody, at, told[0][0])
    assert [index for index, _ in told] == of_the_work(record, work)
    for index, what in told:
        said, *_ = record[index]
        assert what.startswith(said)


@pytest.mark.parametrize("way", WAYS)
def test_a_work_from_a_blank_page_to_a_plan_of_which_each_hears_what_came(
    browser: Browser, served: str, way: str
) -> None:
    with at_works(browser, served, way, name="elmsmere") as at:
        work = do.begins(at.jo, at.there, NAME)
        is_framed(at, work)
        are_meeting(at)
        is_asked(at, work)
        put = put_points(at, work)
        is_written(at, work)
        are_answered(at, work, put)
        are_told(at, work, put.code)
        is_in_order(at, work)


@pytest.mark.parametrize("way", WAYS)
def test_a_plan_begun_in_practice_is_told_of_with_its_day_once_it_is_live(
    browser: Browser, served: str, way: str
) -> None:
    with at_works(browser, served, way, name="ashmere", practice=True) as at:
        work = do.begins(at.jo, at.there, NAME)
        do.saves(at.chris, work, DRAFT)
        day = re.search(r"saved on ([\w ]+)\.", at.chris.page.locator("main").inner_text())
        assert day
        at.ash.page.goto(work)
        expect(at.ash.page.get_by_text(NAME)).to_have_count(0)
        olly = at.olly
        olly.page.goto(f"{olly.base}{at.there.address}practice/")
        olly.follows("Look before going live")
        olly.goes_on("Yes, go live")
        live = olly.page.url
        for who in (at.ash, at.chris):
            who.page.goto(live)
            who.follows(NAME)
            who.look()
            who.reads("A proposal", f"Begun in the practice run, on {day[1]}.")
        expect(at.ash.page.get_by_text("Buses stop at nine.")).to_have_count(0)
        at.ash.follows("What happened, step by step")
        at.ash.look()
        at.ash.reads(f"There was a proposal, begun in the practice run on {day[1]}.")
