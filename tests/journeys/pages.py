"""What to visit to try each address for access by all, and the steps that lead there.

A row: the name of the address, and how a person gets to a page that it answers with.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from tests.journeys.insiders import (
    DATA,
    LEAD,
    MEMBER,
    OFFICER,
    a_code,
    a_partnership,
    a_place,
    be,
    guarded,
    run_the_work,
)
from tests.journeys.meetings import CASES as MEETINGS
from tests.journeys.setting_up import CASES as SETTING_UP

MINUTES = Path(__file__).parents[1] / "data" / "minutes" / "published"
DEVON = sorted((MINUTES / "devon-send-board").glob("*.txt"))
OTHERS = [
    MINUTES / "older-grouped" / "2005-03-10.txt",
    MINUTES / "council-roll-call" / "2021-09-14.txt",
]

Way = Callable[[Page, str], None]


def press(page: Page, name: str) -> None:
    """Press a button and wait for the page it leads to."""
    with page.expect_navigation():
        page.get_by_role("button", name=name).first.click()


def follow(page: Page, name: str) -> None:
    """Follow a link and wait for the page it leads to."""
    with page.expect_navigation():
        page.get_by_role("link", name=name).first.click()


def at(path: str) -> Way:
    """Go straight to an address."""

    def go(page: Page, base: str) -> None:
        page.goto(base + path)

    return go


def read(page: Page, base: str) -> None:
    """Paste a meeting and come to the page of people."""
    page.goto(base + "/check/")
    page.get_by_label("The minutes").fill(DEVON[0].read_text("utf-8"))
    press(page, "See who was in the room")


def change(page: Page, base: str) -> None:
    """Come to the page about one place."""
    read(page, base)
    page.get_by_text("All 14 places listed").click()
    press(page, "Change Chief Executive")


def result(page: Page, base: str) -> None:
    """Come to the result."""
    read(page, base)
    press(page, "See the result")


def letters(page: Page, base: str) -> None:
    """Come to the letters."""
    result(page, base)
    press(page, "Write to the board")


def letter(page: Page, base: str) -> None:
    """Come to a letter made a page."""
    letters(page, base)
    press(page, "Make a page to print")


def refused(page: Page, base: str) -> None:
    """Come to the first page with something to put right."""
    page.goto(base + "/check/")
    press(page, "See who was in the room")


def wrong_file(page: Page, base: str) -> None:
    """Open a file that is no check."""
    page.goto(base + "/check/")
    page.get_by_label("Your file").set_input_files(
        {"name": "other.json", "mimeType": "application/json", "buffer": b"{}"}
    )
    press(page, "Open it")


PARTNERSHIP = "/partnerships/withus.example~thornmere/"
RECORD = f"{PARTNERSHIP}record/"


def board(page: Page, base: str) -> None:
    """Come to a board's page by its name."""
    page.goto(base + PARTNERSHIP)
    follow(page, "Coming Home board")


def easy_read(page: Page, base: str) -> None:
    """Come to a board in short words and pictures."""
    board(page, base)
    follow(page, "Short words and pictures")


def no_code(page: Page, base: str) -> None:
    """Send nothing where a check-code is asked for."""
    page.goto(base + RECORD)
    press(page, "Check this code")


def other_code(page: Page, base: str) -> None:
    """Send a check-code that cannot be one of this record."""
    page.goto(base + RECORD)
    page.get_by_label("An old check-code").fill("20" + " acorn" * 12)
    press(page, "Check this code")


def no_receipt(page: Page, base: str) -> None:
    """Send something that is no receipt."""
    page.goto(base + RECORD)
    page.get_by_label("A receipt").fill("Dear Sam")
    press(page, "Check this receipt")


def newest_code(page: Page, base: str) -> str:
    """Read the newest code in the mail on this machine, on a page of its own."""
    other = page.context.new_page()
    other.goto(base + "/sign-in/outbox/")
    found = re.search(r"\b\d{4} \d{4}\b", other.locator("main").inner_text())
    other.close()
    assert found
    return found[0]


def code_asked_for(page: Page, base: str) -> None:
    """Come to where the code from the e-mail is typed."""
    page.context.clear_cookies()
    page.goto(base + "/sign-in/")
    page.get_by_label("Your e-mail address").fill("visitor@example.org")
    press(page, "Send me a code")


def signed_in(page: Page, base: str) -> None:
    """Come to the page of one's ways in, signed in; once is enough for all that follow."""
    page.goto(base + "/sign-in/ways/")
    if "/ways/" not in page.url:
        code_asked_for(page, base)
        page.get_by_label("The code from the e-mail").fill(newest_code(page, base))
        press(page, "Sign in")


def second_check(page: Page, base: str) -> None:
    """Come to where the second check is set up."""
    signed_in(page, base)
    press(page, "Turn on a second check")


def new_address(page: Page, base: str) -> None:
    """Come to where the code sent to a new address is typed."""
    signed_in(page, base)
    page.get_by_label("Add an address").fill("new@example.org")
    press(page, "Send a code to it")


def paper(page: Page, base: str) -> None:
    """Come to a new code on paper."""
    signed_in(page, base)
    press(page, "Make a new code")


def no_passkey(page: Page, base: str) -> None:
    """Come to where a passkey is added, signed in."""
    signed_in(page, base)
    follow(page, "Add a passkey")


def no_own_code(page: Page, base: str) -> None:
    """Send nothing where the code on paper is typed."""
    page.goto(base + "/sign-in/own-code/")
    press(page, "Sign in")


def practising(path: str = "") -> Way:
    """Go to a page of a practice run, as the host's officer."""

    def go(page: Page, base: str) -> None:
        there = a_partnership("oakmere")
        be(page, base, OFFICER, there)
        page.goto(f"{base}{there.address}practice/{path}")

    return go


def not_ready(page: Page, base: str) -> None:
    """Try to go live before anybody guards the people in it."""
    practising("go-live/")(page, base)
    press(page, "Yes, go live")


def in_people(path: str = "") -> Way:
    """Go to a page that somebody who runs the work sees."""

    def go(page: Page, base: str) -> None:
        there = a_partnership("aldmere")
        run_the_work(page, base, there)
        page.goto(f"{base}{there.address}people/{path}")

    return go


def inviting(page: Page, base: str) -> None:
    """Come to the form for an invitation, with something to put right."""
    in_people("?show=vacant")(page, base)
    follow(page, "Invite")
    press(page, "Go on")


def invited(page: Page, base: str) -> None:
    """Come to an invitation, made if there is none yet."""
    in_people("?q=Sam")(page, base)
    if not page.get_by_role("link", name="Invited to").count():
        inviting(page, base)
        page.get_by_label("The name they go by").fill("Sam Ward")
        page.get_by_label("By letter").check()
        page.get_by_label("A number to ring").fill("01632 960123")
        press(page, "Go on")
        press(page, "Invite")
    else:
        follow(page, "Invited to")


def typing(page: Page, base: str) -> None:
    """Come to the page where something is typed for somebody."""
    invited(page, base)
    follow(page, "type the answer for them")


def wrong_code(page: Page, base: str) -> None:
    """Type a code that does not work."""
    page.goto(base + "/in/")
    page.get_by_label("Your code").fill("ABCD")
    press(page, "Go on")


def offered(page: Page, base: str) -> None:
    """Come to what somebody is invited to."""
    page.goto(base + "/in/")
    place = ("--place", a_place("aldmere"))
    page.get_by_label("Your code").fill(a_code(a_partnership("aldmere"), "Kim Reed", *place))
    press(page, "Go on")


def typed_for_somebody(page: Page, base: str) -> None:
    """Come to what was typed for somebody, by the code of their letter; nobody is signed in."""
    there = a_partnership("aldmere")
    code = a_code(there, "Pat Low", "--place", a_place("aldmere"))
    in_people("?q=Pat")(page, base)
    follow(page, "Type for them")
    page.get_by_label("“Yes, I take it.”").check()
    press(page, "Go on")
    press(page, "Enter it")
    page.get_by_label("Your own code").fill(code)
    press(page, "See what was typed for me")


def come_in(page: Page, base: str) -> None:
    """Come in, in a browser where somebody may be in already."""
    offered(page, base)
    own = page.get_by_label("No, for somebody else")
    if own.count():
        own.check()
    press(page, "Yes, I take the place")


def my(path: str = "", what: str = MEMBER) -> Way:
    """Go to a page of one's own, in a partnership where one can write."""

    def go(page: Page, base: str) -> None:
        there = guarded(page, base, "brackmere")
        be(page, base, what, there)
        page.goto(f"{base}/me/{there.address.split('/')[2]}/{path}")

    return go


def of_mine(link: str) -> Way:
    """Follow a link about a place on one's own page."""

    def go(page: Page, base: str) -> None:
        my()(page, base)
        follow(page, link)

    return go


def ask_nothing(page: Page, base: str) -> None:
    """Ask about one's information without a choice."""
    my("asks/")(page, base)
    press(page, "Ask this")


def asked(page: Page, base: str) -> None:
    """Ask to be erased, or come to where it was asked."""
    my("asks/")(page, base)
    if not page.get_by_role("link", name="To be erased").count():
        my("erase/")(page, base)
        press(page, "Ask to be erased")
    else:
        follow(page, "To be erased")


def on_duty(path: str, what: str) -> Way:
    """Go to a page of a partnership as whoever has a duty."""

    def go(page: Page, base: str) -> None:
        there = guarded(page, base, "brackmere")
        be(page, base, what, there)
        page.goto(f"{base}{there.address}{path}")

    return go


def one_ask(page: Page, base: str) -> None:
    """Come to an ask, as the data contact, with an answer to put right."""
    asked(page, base)
    on_duty("asks/", DATA)(page, base)
    follow(page, "To be erased")
    press(page, "Send this answer")


def an_order(page: Page, base: str) -> None:
    """Come to where an erasure is ordered."""
    one_ask(page, base)
    follow(page, "Read it, then order it")


def looked_and_stopped(page: Page, base: str) -> None:
    """Look as a member, with the button to stop on the page; then stop."""
    on_duty("as-a-member/", OFFICER)(page, base)
    press(page, "Look as a member")
    press(page, "Stop looking as a member")


def check_duty(page: Page, base: str) -> None:
    """Come to look once more at who is to have a duty."""
    on_duty("duties/give/", OFFICER)(page, base)
    page.get_by_label("Facilitator").check()
    press(page, "Go on")


def end_duty(page: Page, base: str) -> None:
    """Come to where a duty is ended."""
    on_duty("duties/", OFFICER)(page, base)
    follow(page, "End this duty")


def worry(page: Page, base: str) -> None:
    """Come to the doors and the box below them, with nothing written."""
    on_duty("worry/", MEMBER)(page, base)
    press(page, "Send")


def worried(page: Page, base: str) -> None:
    """Tell a worry."""
    on_duty("worry/", MEMBER)(page, base)
    page.get_by_label("What happened, or what worries you?").fill("Somebody shouted at me.")
    press(page, "Send")


def one_worry(page: Page, base: str) -> None:
    """Come to a worry, as the safeguarding lead."""
    worried(page, base)
    on_duty("worries/", LEAD)(page, base)
    follow(page, "A worry")


def on_board(path: str, what: str = OFFICER) -> Way:
    """Go to a page about a board of a partnership as whoever has a duty, or as a member."""

    def go(page: Page, base: str) -> None:
        there = guarded(page, base, "brackmere")
        be(page, base, what, there)
        page.goto(f"{base}{there.board}{path}")

    return go


def a_rule(page: Page, base: str) -> None:
    """Come to the form for a rule, with something to put right."""
    on_board("rules/")(page, base)
    press(page, "Add a rule")
    page.get_by_label("Who must agree").check()
    press(page, "Go on")
    press(page, "Keep this rule")


def check_rules(page: Page, base: str) -> None:
    """Come to look once more at all the rules."""
    on_board("rules/")(page, base)
    press(page, "Add a rule")
    page.get_by_label("Whose objection stops a decision").check()
    press(page, "Go on")
    page.get_by_label("Of whom?").select_option(label="all members")
    page.get_by_label("It is our own promise.").check()
    press(page, "Keep this rule")
    press(page, "Look at them all, then set them")


def on_places(link: str, path: str = "places/") -> Way:
    """Follow a link about a place of a board."""

    def go(page: Page, base: str) -> None:
        there = guarded(page, base, "brackmere")
        be(page, base, MEMBER, there)  # one place is held
        be(page, base, OFFICER, there)
        page.goto(f"{base}{there.board}{path}")
        follow(page, link)

    return go


def no_place(page: Page, base: str) -> None:
    """Come to the form for places, with something to put right."""
    on_board("places/add/")(page, base)
    press(page, "Go on")


def no_board(page: Page, base: str) -> None:
    """Come to the form for a board, with something to put right."""
    on_duty("open-a-board/", OFFICER)(page, base)
    press(page, "Go on")


def a_deputy(page: Page, base: str) -> None:
    """Come to look once more at whom one chooses as a deputy."""
    on_board("deputies/", MEMBER)(page, base)
    page.get_by_label("The name they go by").fill("Dee Stand")
    press(page, "Go on")


def end_deputy(page: Page, base: str) -> None:
    """Come to where a deputy is ended."""
    a_deputy(page, base)
    press(page, "Yes, choose them")
    press(page, "End")


def a_mandate(page: Page, base: str) -> None:
    """Come to the form for a mandate, with something to put right; it stays without one."""
    on_places("Type one in", "mandates/")(page, base)
    press(page, "Go on")


def end_mandate(page: Page, base: str) -> None:
    """Come to where a mandate is ended, typed in if there is none."""
    on_board("mandates/")(page, base)
    if not page.get_by_role("link", name="It has ended").count():
        a_mandate(page, base)
        page.get_by_label("Whom do they speak for?").fill("Members of a group")
        page.get_by_label("By ballot").check()
        page.get_by_label("From which day").fill("2026-11-02")
        page.get_by_label("How often do they report back?").select_option("90")
        page.get_by_label("can recall them?").fill("1/5")
        press(page, "Go on")
        press(page, "Yes, enter it")
    follow(page, "It has ended")
    press(page, "Yes, it has ended")


ACCESSIBILITY_CASES: dict[str, Way] = {
    "home": at("/"),
    "signing_in:start": at("/sign-in/"),
    "signing_in:code": code_asked_for,
    "signing_in:own-code": no_own_code,
    "signing_in:passkey": at("/sign-in/passkey/"),
    "signing_in:second": second_check,  # the page asked for later has the same form
    "signing_in:council": at("/sign-in/"),  # none is set here: it leads elsewhere
    "signing_in:council-back": at("/sign-in/"),
    "signing_in:who": signed_in,  # nobody shares this account: it leads on
    "signing_in:ways": signed_in,
    "signing_in:address-add": new_address,
    "signing_in:address-code": new_address,
    "signing_in:address-drop": signed_in,
    "signing_in:own-code-new": paper,
    "signing_in:everywhere": signed_in,
    "signing_in:passkey-add": no_passkey,
    "signing_in:passkey-change": no_passkey,  # the page has the same form
    "signing_in:passkey-drop": signed_in,
    "signing_in:second-set-up": second_check,
    "signing_in:second-begin": second_check,
    "signing_in:second-off": signed_in,
    "signing_in:spare-codes": signed_in,
    "signing_in:out": at("/sign-in/out/"),
    "signing_in:outbox": at("/sign-in/outbox/"),
    "api_keys:keys": at("/me/keys/"),
    "api_keys:end": at("/me/keys/"),  # leads back there
    "checking:start": refused,
    "checking:open": wrong_file,
    "checking:example": at("/check/example/"),
    "checking:wrong": at("/check/wrong/"),
    "checking:people": read,
    "checking:place": change,
    "checking:result": result,
    "checking:save": result,  # a file, and no page: the page it is on
    "checking:letters": letters,
    "checking:letter": letter,
    "inviting:start": wrong_code,
    "inviting:place": offered,
    "inviting:people": in_people(),
    "inviting:invitations": in_people("invitations/?show=all"),
    "inviting:invite": inviting,
    "inviting:invitation": invited,
    "inviting:again": invited,  # sends on to the page it is on
    "inviting:revoke": invited,
    "inviting:letters": in_people("letters/"),
    "inviting:type": typing,
    "inviting:no": at("/in/no/"),
    "inviting:to-confirm": in_people("../to-confirm/"),
    "inviting:confirm": typed_for_somebody,
    "inviting:done": come_in,
    "joining:partnerships": at("/partnerships/"),
    "joining:partnership": at(PARTNERSHIP),
    "joining:board": board,
    "joining:easy-read": easy_read,
    "pack:index": on_duty("pack/", OFFICER),
    "pack:paper": on_duty("pack/terms-of-reference/", OFFICER),
    "looking:begin": on_duty("as-a-member/", OFFICER),
    "looking:stop": looked_and_stopped,
    "mine:page": my(),
    "mine:here": my(),
    "mine:acting": my(),  # sends on to the page it is on
    "mine:shown": of_mine("Change how I am shown"),
    "mine:leave": of_mine("Leave this place"),
    "mine:name": my("name/"),
    "mine:held": my("held/"),
    "mine:part": my("held/places/"),
    "mine:sheet": my("held/print/here/"),
    "mine:copy": my("held/"),  # a file, and no page: the page it is on
    "mine:asks": ask_nothing,
    "mine:asked": asked,
    "mine:erase": my("erase/"),
    "asking:every": on_duty("asks/", DATA),
    "asking:one": one_ask,
    "asking:hold": one_ask,  # these two send on to the page they are on
    "asking:go-on": one_ask,
    "asking:erase": an_order,
    "deciding:rules": on_board("rules/"),
    "deciding:rule": a_rule,
    "deciding:check": check_rules,
    "places:boards": on_duty("boards/", OFFICER),
    "places:open-board": no_board,
    "places:every": on_board("places/"),
    "places:add": no_place,
    "places:end": on_places("End"),
    "places:deputies": on_board("deputies/", MEMBER),
    "places:deputy-end": end_deputy,
    "places:mandates": on_board("mandates/"),
    "places:mandate-add": a_mandate,
    "places:mandate-end": end_mandate,
    **MEETINGS,
    "duties:every": on_duty("duties/", OFFICER),
    "duties:give": on_duty("duties/give/", OFFICER),
    "duties:check": check_duty,
    "duties:end": end_duty,
    "practising:about": practising(),
    "practising:go-live": not_ready,
    "practising:throw-away": practising("throw-away/"),
    "practice-gone": at("/practice/gone/"),
    "worrying:doors": worry,
    "worrying:told": worried,
    "worrying:every": on_duty("worries/", LEAD),
    "worrying:one": one_worry,
    **SETTING_UP,
    "keeping:record": no_code,
    "keeping:copy": at(RECORD),  # a file, and no page: the page it is on
    "keeping:check-code": other_code,
    "keeping:check-receipt": no_receipt,
    "keeping:entry": at(f"{RECORD}entries/31/"),
    "keeping:receipt": at(f"{RECORD}entries/56/"),  # a file: an entry that has none yet
}
