"""Boards on screens: each with its places and rules; opened under one here or elsewhere."""

from __future__ import annotations

from tests.core.facts.story import DAY, an_id
from tests.example_record import CARE, HOME, ORIGIN, opening, sign
from tests.kept import a_record, write_story
from tests.screens.mine.somebody import (
    LATER,
    MINE,
    THORNMERE,
    Somebody,
    a_member,
    signed_in,
)
from withus.actions.joining import enter
from withus.core.facts.joining import AboveForm, BoardOpened, DutyGiven
from withus.core.words import Duty
from withus.questions.changing_places import where_it_stands
from withus.questions.changing_rules import board_here
from withus.questions.joining import board
from withus.stores.people.identity import add_person
from withus.stores.record.append import THE_HOST
from withus.stores.record.read import entries, find_log

pytestmark = a_record
BOARDS, OPEN = f"{THORNMERE}boards/", f"{THORNMERE}open-a-board/"
ANSWERS = {
    "name": "Ward Nine board",
    "level": "community",
    "above": HOME,
    "formats": ["standard", "easy_read"],
}


def newest() -> BoardOpened:
    """Return the board that was opened last."""
    log = find_log(ORIGIN)
    fact = next(entries(log, start=log.size - 1, end=log.size)).fact
    assert isinstance(fact, BoardOpened)
    return fact


def test_from_ones_own_page_one_comes_to_each_boards_places_and_rules(
    facilitator: Somebody,
) -> None:
    assert facilitator.visit(MINE).tree.xpath(f"//main//a[@href='{BOARDS}']")
    links = facilitator.visit(BOARDS).tree.xpath("//main//a/@href")
    for each in (HOME, CARE):
        assert f"{BOARDS}{each}/places/" in links
        assert f"{BOARDS}{each}/rules/" in links


def test_a_member_without_such_a_duty_is_led_to_their_deputies_alone(db: None) -> None:
    wren = a_member()
    page = wren.visit(MINE)
    assert not page.tree.xpath(f"//a[@href='{BOARDS}']")
    assert page.tree.xpath(f"//a[@href='{BOARDS}{HOME}/deputies/']")


def test_a_board_is_opened_under_another_after_a_last_look(facilitator: Somebody) -> None:
    size = find_log(ORIGIN).size
    page = facilitator.visit.post(OPEN, ANSWERS)
    assert "The board above itComing Home board" in page.text
    assert "ordinary print and Easy Read" in page.text
    assert find_log(ORIGIN).size == size
    answer = facilitator.visit.post(OPEN, {**ANSWERS, "step": "open"}, status=302).response
    fact = newest()
    assert (fact.name, fact.parent, fact.level.value) == ("Ward Nine board", HOME, "community")
    assert {each.value for each in fact.formats} == {"standard", "easy_read"}
    assert answer["Location"] == f"{BOARDS}{fact.board}/places/"
    assert "It has 0 places." in facilitator.visit(answer["Location"]).text


def test_a_board_is_opened_under_one_in_another_record(facilitator: Somebody) -> None:
    stands = where_it_stands(board_here(ORIGIN, CARE))
    assert stands in facilitator.visit(f"{BOARDS}{CARE}/places/").text
    assert AboveForm().read(stands) == stands
    elsewhere = stands.replace("thornmere", "wexcombe")
    sent = {**ANSWERS, "above": "elsewhere", "elsewhere": elsewhere}
    assert elsewhere in facilitator.visit.post(OPEN, sent).text
    facilitator.visit.post(OPEN, {**sent, "step": "open"}, status=302)
    assert newest().parent == elsewhere
    above = board(ORIGIN, newest().board, on=DAY).above
    assert above.elsewhere == "withus.example/wexcombe"


def test_a_board_stands_nowhere_before_a_head_that_holds_it_is_signed(
    facilitator: Somebody,
) -> None:
    facilitator.visit.post(OPEN, {**ANSWERS, "step": "open"}, status=302)
    new = newest().board
    assert where_it_stands(board_here(ORIGIN, new)) == ""
    sign()
    stands = where_it_stands(board_here(ORIGIN, new))
    assert stands.startswith(f"{ORIGIN}#{find_log(ORIGIN).size - 1}@{find_log(ORIGIN).size},")


WRONG: dict[str, tuple[dict[str, str], str]] = {
    "name": ({"name": " "}, "Give the board a name"),
    "name ": ({"name": "a" * 121}, "Give the board a name"),
    "level": ({"level": "galaxy"}, "Choose how near to a person’s own life it decides."),
    "above": ({"above": "another"}, "Choose the board above it, or that there is none."),
    "elsewhere": ({"above": "elsewhere", "elsewhere": HOME}, "Paste where that board stands"),
    "elsewhere ": ({"above": "elsewhere", "elsewhere": "x#9@9,root"}, "Paste where that board"),
}


def test_what_makes_no_board_is_told_at_its_field(facilitator: Somebody) -> None:
    for name, (answers, said) in WRONG.items():
        page = facilitator.visit.post(OPEN, {**ANSWERS, **answers, "step": "open"}, status=422)
        (link,) = page.tree.xpath("//*[@role='alert']//a")
        assert said in link.text
        assert link.get("href") == f"#{name.strip()}"


PRACTISES = "withus.example/practice"


def test_in_a_practice_run_boards_places_and_rules_are_made_as_in_earnest(db: None) -> None:
    write_story(PRACTISES, facts=[opening(practice=True)])
    person = add_person(PRACTISES, "Fay Green").person
    given = DutyGiven(
        given=an_id("practice duty"),
        duty=Duty.FACILITATOR,
        board=None,
        from_=DAY,
        until=None,
        person=person,
    )
    enter(given, record=PRACTISES, by=THE_HOST, now=LATER)
    fay, start = signed_in(person, origin=PRACTISES), "/partnerships/withus.example~practice/"
    sent = {"name": "Ward Nine board", "level": "community", "above": "none", "step": "open"}
    places = fay.visit.post(f"{start}open-a-board/", sent, status=302).response["Location"]
    made = {"capacity": "unpaid_carers", "many": "3", "kind": "drawn", "chosen_by": "roll"}
    fay.visit.post(f"{places}add/", {**made, "paid_by": "nobody", "step": "make"}, status=302)
    rules = places.replace("/places/", "/rules/")
    rule = {"kind": "present", "who": '"all"', "bound": "at_least", "amount": "2"}
    kept = fay.visit.post(f"{rules}rule/", {**rule, "force": "promise", "step": "keep"})
    (carried,) = kept.tree.xpath("//main//form[1]/input[@name='rules']/@value")[:1]
    answer = fay.visit.post(
        f"{rules}check/", {"rules": carried, "over": "", "step": "set"}, status=302
    )
    page = fay.visit(answer.response["Location"])
    assert page.h1 == "Ward Nine board"
    assert "At least two of all members must be in the room." in page.text
