"""What people need is said once, seen by those who run the work, and there or not at a meeting."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.a_meeting import ORIGIN, STARTS
from tests.kept import a_record
from tests.screens.meeting.people import AMBLEFORD, Sitting, page_of, sitting
from withus.actions.keeping import erase_person
from withus.core.words import ErasedGround, NeedsMet
from withus.stores.meeting.models import Need, NeedsAt
from withus.stores.record.read import find_log
from withus.stores.record.states import meeting_state

pytestmark = a_record
MINE = f"{AMBLEFORD}what-i-need/"


@pytest.fixture
def at(db: None) -> Sitting:
    """Ambleford's board, with two who said what they need."""
    at = sitting()
    at.as_("Bo").post(MINE, {"needs": ["bsl", "breaks"], "words": ""}, status=302)
    at.as_("Di").post(MINE, {"needs": [], "words": "A chair by the door"}, status=302)
    return at


@pytest.fixture
def meeting(at: Sitting) -> str:
    """A meeting to come."""
    return at.here.call(STARTS.replace(year=STARTS.year + 4))


def noted(at: Sitting, meeting: str, **answers: str) -> None:
    """Let Fay note what is there for whom."""
    sent = {f"need-{at.here.people[name]}": told for name, told in answers.items()}
    at.as_("Fay").post(f"{page_of(meeting)}needs/", sent, status=302)


def entered(meeting: str) -> list[NeedsMet]:
    return [each.fact.answer for each in meeting_state(find_log(ORIGIN), meeting).needs]


def test_it_is_said_once_and_seen_at_each_meeting_by_who_runs_it(at: Sitting, meeting: str) -> None:
    text = at.as_("Fay")(f"{page_of(meeting)}needs/").text
    assert "A British Sign Language interpreter and breaks" in text
    assert "A chair by the door" in text
    assert "2 members of the Getting About board said what they need." in text
    for name in ("Bo", "Cy", "Olu"):
        at.as_(name)(f"{page_of(meeting)}needs/", status=403)


def test_who_said_it_sees_whether_it_is_there(at: Sitting, meeting: str) -> None:
    assert "Not known yet" in at.as_("Bo")(MINE).text
    noted(at, meeting, Bo="met")
    assert "It is there" in at.as_("Bo")(MINE).text
    assert "It is there" not in at.as_("Di")(MINE).text.replace("Is it there", "")


def test_the_record_says_of_the_whole_meeting_alone_whether_it_was_there(
    at: Sitting, meeting: str
) -> None:
    noted(at, meeting, Bo="met")
    assert entered(meeting) == []
    noted(at, meeting, Bo="met", Di="met")
    noted(at, meeting, Di="not_met")
    noted(at, meeting, Di="not_met")
    noted(at, meeting, Di="went_on")
    assert entered(meeting) == [NeedsMet.ALL_MET, NeedsMet.NOT_ALL_MET, NeedsMet.WENT_ON]
    assert all(each.by is None for each in meeting_state(find_log(ORIGIN), meeting).needs)
    assert "said to go on" in at.as_("Flo")(page_of(meeting)).text


def test_whoever_misses_something_says_themselves_that_it_may_go_on(
    at: Sitting, meeting: str
) -> None:
    there = f"{page_of(meeting)}needs/go-on/"
    noted(at, meeting, Bo="not_met", Di="met")
    assert at.as_("Bo")(MINE).tree.xpath(f"//form[@action='{there}']")
    assert not at.as_("Di")(MINE).tree.xpath(f"//form[@action='{there}']")
    at.as_("Di").post(there, status=302)
    at.as_("Bo").post(there, status=302)
    assert "you said to go on" in at.as_("Bo")(MINE).text
    at.as_("Fay").post(there, status=403)
    noted(at, meeting)
    assert entered(meeting) == [NeedsMet.NOT_ALL_MET, NeedsMet.WENT_ON]


def test_nobody_notes_needs_of_somebody_who_said_none(at: Sitting, meeting: str) -> None:
    noted(at, meeting, Flo="not_met")
    assert not NeedsAt.objects.exists()


def test_what_is_needed_is_sealed_and_goes_with_an_erasure(at: Sitting, meeting: str) -> None:
    noted(at, meeting, Bo="met")
    assert all(b"bsl" not in bytes(row.sealed) for row in Need.objects.all())
    now, person = datetime.now(UTC), at.here.people["Bo"]
    erase_person(record=ORIGIN, person=person, ground=ErasedGround.ASKED, now=now)
    assert not Need.objects.filter(person=person).exists()
    assert not NeedsAt.objects.filter(person=person).exists()
    assert Need.objects.count() == 1


def test_saying_nothing_takes_back_what_was_said(at: Sitting) -> None:
    at.as_("Bo").post(MINE, {"words": ""}, status=302)
    assert Need.objects.count() == 1
    assert "2,000" not in at.as_("Bo")(MINE).text
    at.as_("Bo").post(MINE, {"needs": ["no such need"], "words": ""}, status=302)
    assert Need.objects.count() == 1


def test_too_many_words_are_refused_and_stay_in_the_box(at: Sitting) -> None:
    page = at.as_("Bo").post(MINE, {"needs": ["bsl"], "words": "a" * 2_001}, status=422)
    assert page.tree.xpath("//input[@value='bsl']/@checked")
    assert "a" * 2_001 in page.tree.xpath("string(//textarea)")
