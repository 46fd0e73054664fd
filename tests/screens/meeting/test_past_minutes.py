"""Minutes of meetings before: read, put right, kept beside the record, and taken away."""

from __future__ import annotations

import json

import pytest

from tests.a_meeting import BOARD, ORIGIN
from tests.kept import a_record
from tests.screens.checking.flow import DEVON, carried, texts
from tests.screens.conftest import Page, Visit
from tests.screens.meeting.people import AMBLEFORD, MEETINGS, Sitting, anybody, sitting
from withus.actions.keeping import erase_person
from withus.actions.meeting import By
from withus.actions.past_minutes import keep, put_right, take_away
from withus.core.minutes.checkfile import Check
from withus.core.minutes.series import read_series
from withus.core.minutes.text import numbered
from withus.core.rules.situation import NotAllowed
from withus.core.words import ErasedGround
from withus.stores.meeting.models import PastMinutes
from withus.stores.meeting.past_minutes import find, of_board
from withus.stores.people.models import Forgetting
from withus.stores.record.read import find_log

pytestmark = a_record
PAST = f"{AMBLEFORD}boards/{BOARD}/past-minutes/"
MINUTES = """Getting About board: meeting held on 3 March 2025
Present
Jo Bloggs, Service Manager, Ambleford Council
Nan Quill, Expert by experience
Pat Froome, Parent carer
Rae Ottery, Blossom and Bean
Apologies
Lee Marsh, Director
"""


@pytest.fixture
def at(db: None) -> Sitting:
    """The board with its people at their browsers."""
    return sitting()


def put_in(visit: Visit, *minutes: str) -> Page:
    """Go through the pages until what was read is kept."""
    page = visit.post(f"{PAST}put-in/", {"minutes": list(minutes or (MINUTES,))}, status=200)
    page = visit.post(f"{PAST}check/", carried(page), status=200)
    visit.post(f"{PAST}keep/", carried(page), status=302)
    return visit(PAST)


def the_one() -> PastMinutes:
    """Return the row of what was put in."""
    return PastMinutes.objects.get()


def test_a_member_puts_minutes_in_and_the_board_sees_who_was_there(at: Sitting) -> None:
    page = put_in(at.as_("Di"))
    for name in ("Di", "Fay", "Gus"):
        page = at.as_(name)(PAST)
        assert "1 meeting, 3 March 2025" in page.text
        assert "not part of the record of decisions" in page.text
        row = [cell.text for cell in page.tree.xpath("//tbody/tr/*")]
        assert row[:3] == ["3 March 2025", "1", "1"]
        assert row[-2:] == ["4", "4"]
        assert "Cannot tell" in page.text
    assert "You put them in on" in at.as_("Di")(PAST).text
    assert "Minutes of earlier meetings can be put in." in at.as_("Gus")(MEETINGS).text


def test_nobody_else_sees_them_or_that_there_are_any(at: Sitting) -> None:
    put_in(at.as_("Di"))
    for name in ("Olu", "Una", "Sam", "Dot"):
        at.as_(name)(PAST, status=403)
        assert "earlier meetings" not in at.as_(name)(MEETINGS).text
    anybody()(PAST, status=302)
    assert "earlier meetings" not in anybody()(MEETINGS).text


def test_no_name_and_no_line_is_kept_and_what_is_kept_is_sealed(at: Sitting) -> None:
    page = at.as_("Di").post(f"{PAST}put-in/", {"minutes": [MINUTES]}, status=200)
    assert (
        "Rae Ottery" in page.response.content.decode()
    )  # to whoever pasted it, and to nobody else
    page = at.as_("Di").post(f"{PAST}check/", carried(page), status=200)
    assert not PastMinutes.objects.exists()  # until they say so
    at.as_("Di").post(f"{PAST}keep/", carried(page), status=302)
    found = find(ORIGIN, BOARD, the_one().id)
    assert found is not None
    told = json.dumps([str(found.check), page.text])
    for name in ("Bloggs", "Quill", "Froome", "Ottery", "Marsh", "Blossom"):
        assert name not in told
        assert name.encode() not in bytes(the_one().sealed)
    assert b"Manager" not in bytes(the_one().sealed)


def test_nothing_of_it_is_an_entry_or_in_a_figure(at: Sitting) -> None:
    board = f"{AMBLEFORD}boards/{BOARD}/"
    size, before = find_log(ORIGIN).size, anybody()(board).text
    put_in(at.as_("Di"), *texts(DEVON[:3]))
    assert find_log(ORIGIN).size == size
    assert anybody()(board).text == before


def test_what_was_read_wrong_is_put_right_later_by_anybody_on_the_board(at: Sitting) -> None:
    put_in(at.as_("Di"))
    kept = the_one().id
    page = at.as_("Bo")(f"{PAST}{kept}/put-right/")
    assert "Nothing is changed until you say so" in page.text
    select = page.tree.xpath("//select[starts-with(@name, 'capacity-')]")[0].get("name")
    sent = {**carried(page), "kept": kept, select: "unpaid_carers"}
    page = at.as_("Bo").post(f"{PAST}people/", sent, status=200)
    assert page.tree.xpath("//input[@name='kept']/@value") == [kept]
    page = at.as_("Bo").post(f"{PAST}check/", {**carried(page), "kept": kept}, status=200)
    at.as_("Bo").post(f"{PAST}keep/", {**carried(page), "kept": kept}, status=302)
    assert PastMinutes.objects.count() == 1
    page = at.as_("Di")(PAST)
    assert "1 thing was put right by hand." in page.text
    assert [cell.text for cell in page.tree.xpath("//tbody/tr/*")][2] == "2"


@pytest.mark.parametrize("name", ["Di", "Fay"])
def test_whoever_put_it_in_takes_it_away_after_a_last_look_and_so_does_a_facilitator(
    at: Sitting, name: str
) -> None:
    put_in(at.as_("Di"))
    row = the_one()
    address = f"{PAST}{row.id}/take-away/"
    assert "It cannot be brought back" in at.as_(name)(address).text.replace("and it", "It")
    assert PastMinutes.objects.exists()
    at.as_(name).post(address, status=302)
    assert not PastMinutes.objects.exists()
    assert Forgetting.objects.filter(key=row.key).exists()
    at.as_(name)(address, status=404)


def test_another_member_cannot_take_it_away(at: Sitting) -> None:
    put_in(at.as_("Di"))
    address = f"{PAST}{the_one().id}/take-away/"
    assert "Take it away" not in at.as_("Bo")(PAST).text
    page = at.as_("Bo").post(address, status=403)
    assert "Only whoever put these minutes in" in page.text
    assert PastMinutes.objects.exists()


def test_what_was_taken_away_meanwhile_is_not_brought_back_by_putting_it_right(
    at: Sitting,
) -> None:
    put_in(at.as_("Di"))
    kept = the_one().id
    page = at.as_("Bo")(f"{PAST}{kept}/put-right/")
    at.as_("Di").post(f"{PAST}{kept}/take-away/", status=302)
    page = at.as_("Bo").post(f"{PAST}keep/", {**carried(page), "kept": kept}, status=422)
    assert "Somebody took these minutes away meanwhile." in page.text
    assert not PastMinutes.objects.exists()


def test_the_act_itself_refuses_whoever_is_not_on_the_board(at: Sitting) -> None:
    check = Check(read_series([numbered(MINUTES)]))
    for name in ("Olu", "Una"):
        by = By(ORIGIN, at.here.people[name], at.here.now)
        for act in (
            lambda by=by: keep(BOARD, check, by=by),
            lambda by=by: put_right(BOARD, "none", check, by=by),
            lambda by=by: take_away(BOARD, "none", by=by),
        ):
            with pytest.raises(NotAllowed, match="not_yours_to_do"):
                act()
    assert not PastMinutes.objects.exists()


def test_what_cannot_be_read_is_said_and_what_was_pasted_stays_in_the_box(at: Sitting) -> None:
    page = at.as_("Di").post(f"{PAST}put-in/", {"minutes": ["Buses. Nothing else."]}, status=422)
    assert page.tree.xpath("string(//textarea)").strip() == "Buses. Nothing else."
    assert page.tree.xpath("//textarea/@aria-invalid") == ["true"]
    assert "There is a problem" in page.text or page.tree.xpath("//*[@role='alert']")


def test_erasing_whoever_put_it_in_leaves_what_was_read_and_not_by_whom(at: Sitting) -> None:
    put_in(at.as_("Di"))
    erase_person(
        record=ORIGIN, person=at.here.people["Di"], ground=ErasedGround.ASKED, now=at.here.now
    )
    assert the_one().by == ""
    assert "1 meeting, 3 March 2025" in at.as_("Fay")(PAST).text


def test_the_page_asks_as_little_of_a_hundred_as_of_four(at: Sitting) -> None:
    check = Check(read_series([numbered(text) for text in texts(DEVON)]))
    by = By(ORIGIN, at.here.people["Di"], at.here.now)
    asked = []
    for many in (4, 96):
        for _ in range(many):
            keep(BOARD, check, by=by)
        at.as_("Di")(PAST)
        asked.append(len(at.as_("Di").asked))
    assert asked[0] == asked[1]
    assert len(of_board(ORIGIN, BOARD, start=0, end=200)) == 100
