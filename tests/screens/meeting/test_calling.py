"""A meeting is called after a last look, moved and cancelled with a reason; everybody is told."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.a_meeting import BOARD, ORIGIN, a_board
from tests.kept import a_record
from tests.screens.meeting.people import (
    CALL,
    MEETINGS,
    Sitting,
    anybody,
    form,
    in_days,
    page_of,
    sitting,
)
from withus.actions.keeping import erase_person
from withus.core.deciding.reading import read_rule
from withus.core.words import ErasedGround
from withus.jobs.telling import post
from withus.saying.deciding.rules import sentence
from withus.stores.meeting.models import MeetingRow, Notice
from withus.stores.outbox.mail import waiting
from withus.stores.record.read import find_log
from withus.stores.worrying import worries

pytestmark = a_record


@pytest.fixture
def at(db: None) -> Sitting:
    """Ambleford's board, and nobody at a browser yet."""
    return sitting()


def called(at: Sitting, **answers: str | list[str]) -> str:
    """Call a meeting on the screens, and return the id of the first."""
    at.as_("Fay").post(CALL, form(**answers) | {"step": "call"}, status=302)
    return MeetingRow.objects.order_by("starts").values_list("ref", flat=True)[0]


def test_an_empty_list_says_what_to_do_to_each(at: Sitting) -> None:
    assert "Call one: everybody on the board is told" in at.as_("Fay")(MEETINGS).text
    assert "Whoever runs the work calls it" in at.as_("Bo")(MEETINGS).text
    assert "Call a meeting" not in at.as_("Bo")(MEETINGS).text


def test_a_meeting_is_called_after_a_last_look(at: Sitting) -> None:
    at.mailed("Bo", "Di")
    fay, size = at.as_("Fay"), find_log(ORIGIN).size
    page = fay.post(CALL, form())
    assert page.h1 == "Check before anybody is told"
    assert "2 members are told by mail" in page.text
    assert "4 members have no e-mail" in page.text
    assert find_log(ORIGIN).size == size
    meeting = called(at)
    page = fay(page_of(meeting))
    assert "14:00 to 16:00. In the room or by phone." in page.text
    assert "The library, 2 High Street" in page.text
    assert "By mail: 0 told, 2 on their way. By letter: 0 posted, 4 to post." in page.text


def test_a_meeting_that_comes_again_is_called_for_each_day_at_the_same_hour(at: Sitting) -> None:
    page = at.as_("Fay").post(CALL, form(every="month", many="6"))
    assert "6 meetings of the" in page.text
    called(at, every="month", many="6")
    rows = MeetingRow.objects.filter(board=BOARD)
    local = {row.starts.astimezone().strftime("%H:%M") for row in rows}
    assert (rows.count(), len({row.starts.date() for row in rows})) == (6, 6)
    assert len(local) == 1 or {row.starts.hour for row in rows} == {13, 14}
    assert "6 meetings are to come" in at.as_("Bo")(MEETINGS).text


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"day": ""}, "Choose the day of the meeting."),
        ({"day": "2020-01-01"}, "That day has gone by."),
        ({"starts": "9"}, "Type the time with hours and minutes"),
        ({"ends": "13:59"}, "It would end before it begins."),
        ({"ways": []}, "Choose one way to take part at least."),
        ({"where": " "}, "Say where it is"),
        ({"every": "week", "many": "99"}, "from 2 to 24"),
        ({"every": "daily"}, "Choose how often the board meets."),
    ],
)
def test_what_is_missing_is_said_at_its_field(
    at: Sitting, answers: dict[str, str], said: str
) -> None:
    size = find_log(ORIGIN).size
    page = at.as_("Fay").post(CALL, form(**answers) | {"step": "call"}, status=422)
    assert said in page.text
    assert find_log(ORIGIN).size == size


@pytest.mark.parametrize("name", ["Bo", "Cy", "Olu", "Una"])
def test_only_whoever_runs_the_work_calls_a_meeting(at: Sitting, name: str) -> None:
    size = find_log(ORIGIN).size
    page = at.as_(name).post(CALL, form() | {"step": "call"}, status=403)
    assert "It can be done by: the facilitator." in page.text
    assert find_log(ORIGIN).size == size


def test_the_others_see_when_it_is_and_not_where(at: Sitting) -> None:
    meeting = called(at)
    for visit in (anybody(), at.as_("Una")):
        page = visit(page_of(meeting))
        assert "14:00 to 16:00" in page.text
        assert "library" not in page.text
    visit = anybody()
    visit(page_of(meeting))
    assert "keys: " not in "\n".join(visit.asked)
    assert "library" not in anybody()(MEETINGS).text
    assert "library" in at.as_("Bo")(MEETINGS).text


def test_a_practice_run_is_nothing_to_those_outside_it(db: None) -> None:
    at = sitting(practice=True)
    meeting = called(at)
    anybody()(page_of(meeting), status=404)
    anybody()(MEETINGS, status=404)
    assert "14:00" in at.as_("Bo")(page_of(meeting)).text


def test_a_meeting_is_moved_with_a_reason_after_a_last_look(at: Sitting) -> None:
    meeting = called(at)
    there, fay = f"{page_of(meeting)}move/", at.as_("Fay")
    assert fay(there).tree.xpath("//input[@name='starts']/@value") == ["14:00"]
    sent = form(starts="10.30", ends="11:30am", day=in_days(37).isoformat())
    assert "Say why" in fay.post(there, sent, status=422).text
    sent["reason"] = "The library is shut."
    assert fay.post(there, sent).h1 == "Check before anybody is told"
    fay.post(there, sent | {"step": "move"}, status=302)
    page = at.as_("Bo")(page_of(meeting))
    assert "10:30 to 11:30" in page.text
    assert "It was moved: it was to be on" in page.text
    assert "The library is shut." in page.text
    assert "The library is shut." not in anybody()(page_of(meeting)).text


def test_a_meeting_is_cancelled_with_a_reason(at: Sitting) -> None:
    meeting = called(at)
    there, fay = f"{page_of(meeting)}cancel/", at.as_("Fay")
    assert "Say why" in fay.post(there, {"reason": " "}, status=422).text
    fay.post(there, {"reason": "Too few can come."}, status=302)
    assert "This meeting will not be held." in at.as_("Bo")(page_of(meeting)).text
    assert "The meeting was cancelled." in fay.post(there, {"reason": "Again"}, status=422).text
    assert "Cancelled" in at.as_("Bo")(f"{MEETINGS}?show=past").text


def test_each_is_told_once_by_their_own_route_and_the_calendar_is_kept_up(at: Sitting) -> None:
    at.mailed("Bo", "Di")
    meeting = called(at)
    now = datetime.now(UTC)
    assert [post(ORIGIN, meeting, now=now) for _ in range(2)] == [2, 0]
    first = {letter.address: letter for letter in waiting()}
    assert set(first) == {"bo@ambleford.example", "di@ambleford.example"}
    told = first["bo@ambleford.example"]
    assert "Dear Bo," in told.body
    assert "2 High Street" in told.body
    assert "METHOD:REQUEST" in told.calendar
    assert "SEQUENCE:0" in told.calendar
    assert f"UID:{meeting}@" in told.calendar.replace("\r\n ", "")
    assert "di@ambleford" not in told.calendar
    at.as_("Fay").post(f"{page_of(meeting)}cancel/", {"reason": "Snow."}, status=302)
    assert post(ORIGIN, meeting, now=now) == 2
    last = waiting()[0]
    assert {"METHOD:CANCEL\r", "SEQUENCE:1\r", "STATUS:CANCELLED\r"} <= set(
        last.calendar.split("\n")
    )
    assert "will not be held" in " ".join(last.body.split())


def test_those_without_an_address_have_letters_until_they_are_posted(at: Sitting) -> None:
    at.mailed("Bo")
    meeting = called(at)
    there, fay = f"{page_of(meeting)}letters/", at.as_("Fay")
    page = fay(there)
    assert page.h1 == "5 letters to post"
    assert "Dear Di," in page.text
    assert "Dear Bo," not in page.text
    fay(f"{there}?size=large")
    fay.post(f"{there}posted/", status=302)
    assert fay(there).h1 == "0 letters to post"
    assert Notice.objects.filter(route="letter", told=None).count() == 0
    at.as_("Bo")(there, status=403)
    at.as_("Bo").post(f"{there}posted/", status=403)


def test_the_calendar_entry_that_one_fetches_names_nobody(at: Sitting) -> None:
    meeting = called(at)
    answer = at.as_("Bo")(f"{page_of(meeting)}calendar.ics").response
    assert answer["Content-Type"].startswith("text/calendar")
    assert b"METHOD:PUBLISH" in answer.content
    assert b"mailto" not in answer.content
    at.as_("Una")(f"{page_of(meeting)}calendar.ics", status=403)
    anybody()(f"{page_of(meeting)}calendar.ics", status=302)


def test_an_erased_member_is_told_no_more(at: Sitting) -> None:
    at.mailed("Bo")
    meeting = called(at)
    person = at.here.people["Bo"]
    erase_person(record=ORIGIN, person=person, ground=ErasedGround.ASKED, now=datetime.now(UTC))
    assert post(ORIGIN, meeting, now=datetime.now(UTC)) == 0
    assert not Notice.objects.filter(person=person).exists()


MEMBERS_CALL = {
    "id": "two-call",
    "kind": "may_call",
    "what": "meeting",
    "any_of": [{"who": {"capacity": ["draws_on_services"]}, "at_least": 2}],
    "force": "terms",
    "source": "Terms of reference, part 6",
    "from": "2026-11-23",
    "until": None,
}


def test_who_else_may_have_a_meeting_called_is_told_in_the_rules_own_words(db: None) -> None:
    at = Sitting(a_board(MEMBERS_CALL))
    text = at.as_("Bo")(MEETINGS).text
    assert "Who else may have a meeting called" in text
    (rule,) = at.as_("Bo")(MEETINGS).tree.xpath("//main//ul[@class='flow']/li/text()")
    assert rule == sentence(read_rule(MEMBERS_CALL))
    assert "by this rule they must call it" in text
    at.as_("Bo")(CALL, status=403)


def test_a_long_list_asks_no_more_than_a_short_one(at: Sitting) -> None:
    fay = at.as_("Fay")
    for many in ("2", "24"):
        fay.post(CALL, form(every="week", many=many) | {"step": "call"}, status=302)
    fay(MEETINGS)
    fay(f"{MEETINGS}?page=1")
    first = len(fay.asked)
    assert "Page 3 of 3" in fay(f"{MEETINGS}?page=3").text
    assert len(fay.asked) == first


def test_what_a_worry_hides_is_not_shown(at: Sitting) -> None:
    meeting = called(at)
    entry = MeetingRow.objects.get(ref=meeting).entry
    worries.keep(ORIGIN, "Somebody is named there.", on=in_days(0), entry=entry, by="")
    assert "library" not in at.as_("Bo")(page_of(meeting)).text
    assert "library" not in at.as_("Bo")(MEETINGS).text
