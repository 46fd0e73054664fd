"""Minutes: begun by the record, put right by people, approved by those who were there."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.a_meeting import ORIGIN
from tests.actions.test_meeting_rules import take
from tests.core.facts.story import an_id
from tests.kept import a_record
from tests.screens.meeting.people import Sitting, anybody, page_of, sitting
from withus.actions.joining import enter
from withus.core.facts import deciding as d
from withus.core.facts import keeping as k
from withus.core.facts import meeting as m
from withus.core.facts.joining import PlaceLeft
from withus.core.history.state import Meeting
from withus.core.meeting.minutes import are_approved, who_approved
from withus.core.words import ConfirmedHow, Ended, ObjectionOutcome, WithdrawnGround
from withus.stores.keys.locker import new_id
from withus.stores.record.append import Actor
from withus.stores.record.read import find_log
from withus.stores.record.states import board_state, meeting_state

pytestmark = a_record


@dataclass
class Met:
    """A meeting that is over, and its people at their browsers."""

    at: Sitting
    meeting: str

    @property
    def here(self) -> str:
        """Tell the address of its minutes."""
        return f"{page_of(self.meeting)}minutes/"

    @property
    def state(self) -> Meeting:
        """Tell how it stands."""
        return meeting_state(find_log(ORIGIN), self.meeting)

    def write(
        self, text: str = "# Buses\n- One more bus", after: int = 0, status: int = 302
    ) -> str:
        """Let Fay save a version."""
        sent = {"text": text, "after": str(after)}
        page = self.at.as_("Fay").post(f"{self.here}write/", sent, status=status)
        return page.text if status != 302 else ""

    def approve(self, name: str, version: int = 1, status: int = 302) -> str:
        """Let somebody say that it is right."""
        sent = {"version": str(version)}
        page = self.at.as_(name).post(f"{self.here}approve/", sent, status=status)
        return page.text if status != 302 else ""

    def approved(self) -> bool:
        """Tell whether the minutes are approved."""
        called = self.state.called
        assert called is not None
        return are_approved(self.state, board_state(find_log(ORIGIN), called.fact.board))


@pytest.fixture
def met(db: None) -> Met:
    """A meeting at which something was decided, with an objection answered; Bo, Cy, Di, Flo."""
    at = sitting()
    here = at.here
    meeting = here.call()
    item = here.item(meeting)
    motion = here.motion(item)
    here.open(meeting)
    here.comes(meeting, "Bo", "Cy", "Di", "Flo")
    objection = new_id()
    made = d.ObjectionMade(
        motion=motion, objection=objection, holding=an_id("Flo sits"), reason="It is too dear."
    )
    here.act(made, by="Flo")
    answered = d.ObjectionAnswered(
        objection=objection, outcome=ObjectionOutcome.KEPT, answer="The grant pays."
    )
    here.act(answered, by="Cy")
    take(here, meeting, motion, "Bo", "Cy", "Di", "Flo")
    here.act(m.ItemPaused(meeting=meeting), by="Di")
    here.act(m.MeetingClosed(meeting=meeting), by="Cy")
    return Met(at, meeting)


def test_the_record_begins_the_minutes_by_capacity_and_without_a_name(met: Met) -> None:
    text = met.at.as_("Fay")(f"{met.here}write/").tree.xpath("string(//textarea)")
    for said in (
        "Members: 4 of 6.",
        "- Draws on care and support: 2",
        "Away: Unpaid carer 1, Elected member 1.",
        "In the chair: Community organisation.",
        "# 1. Night buses",
        "Asked for by a member: draws on care and support.",
        "The board was asked: One more bus",
        "- Objection (Paid to run services): It is too dear.",
        "Answer: The grant pays.",
        "It was carried.",
        "- Draws on care and support: agreed 2",
        "By this rule: At least two of the members who draw on care and support must be",
        "It was said 1 time. Nobody notes by whom.",
    ):
        assert said in text
    for name in ("Bo", "Cy", "Di", "Flo"):
        assert f"{name} " not in text and f"{name}." not in text


def test_those_who_were_there_approve_them_and_then_everybody_reads_them(met: Met) -> None:
    met.write("# Buses\n- One more bus\nWe agreed.")
    page = met.at.as_("Eve")(met.here)
    assert "We agreed." in page.text
    assert "You were there" not in page.text
    assert "We agreed." not in anybody()(met.here).text
    for name in ("Cy", "Flo"):
        met.approve(name)
    assert not met.approved()
    page = met.at.as_("Di")(met.here)
    assert "2 of the 4 who were there" in page.text
    assert "one of the people it is about among them" in page.text
    assert "You were there. Is it right?" in page.text
    met.approve("Di")
    seen = anybody()(met.here)
    assert "We agreed." in seen.text
    assert "They are approved." in seen.text
    assert [one.text for one in seen.tree.xpath("//h2")][:1] == ["Buses"]


@pytest.mark.parametrize("name", ["Eve", "Fay", "Una"])
def test_nobody_approves_who_was_not_there(met: Met, name: str) -> None:
    met.write()
    met.approve(name, status=422 if name == "Eve" else 403)
    assert not met.state.approvals


def test_whoever_was_there_and_left_their_place_since_reads_and_approves_them(met: Met) -> None:
    met.write("# Buses\n- One more bus\nWe agreed.")
    left = PlaceLeft(holding=an_id("Di sits"), how=Ended.RESIGNED, early=False)
    met.at.here.act(left, by="Di")
    page = met.at.as_("Di")(met.here)
    assert "We agreed." in page.text
    assert "You were there. Is it right?" in page.text
    for name in ("Cy", "Flo", "Di"):
        met.approve(name)
    assert met.approved()


def test_whoever_left_their_place_and_was_not_there_reads_and_approves_nothing(met: Met) -> None:
    met.write("# Buses\n- One more bus\nWe agreed.")
    left = PlaceLeft(holding=an_id("Eve sits"), how=Ended.RESIGNED, early=False)
    met.at.here.act(left, by="Eve")
    assert "We agreed." not in met.at.as_("Eve")(met.here).text
    met.approve("Eve", status=403)
    assert not met.state.approvals


def test_only_whoever_runs_the_work_writes_them(met: Met) -> None:
    for name in ("Bo", "Cy", "Una"):
        sent = {"text": "Mine", "after": "0"}
        met.at.as_(name).post(f"{met.here}write/", sent, status=403)
    assert not met.state.drafts


def test_what_was_typed_for_somebody_counts_once_they_say_so(met: Met) -> None:
    met.write()
    for name in ("Cy", "Di"):
        met.approve(name)
    page = met.at.as_("Fay")(met.here)
    assert "Somebody told you that they are right" in page.text
    sent = {"version": "1", "holding": an_id("Bo sits")}
    met.at.as_("Fay").post(f"{met.here}approve-for-another/", sent, status=302)
    assert not met.approved()
    assert "For 1 more, somebody typed" in met.at.as_("Fay")(met.here).text
    entry = met.state.approvals[-1].entry
    said = k.EntryConfirmed(entry=entry, how=ConfirmedHow.OWN_CODE, right=True)
    enter(said, record=ORIGIN, by=Actor(met.at.here.people["Bo"]), now=met.at.here.now)
    assert met.approved()


@pytest.mark.parametrize("holding", ["", "nobody", an_id("Eve sits"), an_id("Cy sits")])
def test_a_yes_is_typed_for_those_who_were_there_and_have_not_said_so(
    met: Met, holding: str
) -> None:
    met.write()
    met.approve("Cy")
    sent = {"version": "1", "holding": holding}
    page = met.at.as_("Fay").post(f"{met.here}approve-for-another/", sent, status=422)
    assert "Choose who told you" in page.text
    assert who_approved(met.state) == {an_id("Cy sits")}


def test_put_right_they_are_a_new_version_and_whoever_said_yes_is_asked_again(met: Met) -> None:
    met.write()
    met.approve("Bo")
    page = met.at.as_("Fay")(f"{met.here}write/")
    assert "One more bus" in page.tree.xpath("string(//textarea)")
    assert "Members: 4" in met.at.as_("Fay")(f"{met.here}write/?from=record").text
    met.write("# Buses\nTwo more", after=1)
    assert not who_approved(met.state)
    assert "There is a later version" in met.approve("Cy", status=422)
    shown = met.at.as_("Bo")
    assert "Two more" in shown(met.here).text
    assert "One more bus" in shown(f"{met.here}?version=1").text


@pytest.mark.parametrize(
    ("text", "after", "said"),
    [
        (" \n", 0, "Nothing stands in the box"),
        ("a" * 20_001, 0, "at most 20,000 characters"),
        ("Mine", 1, "Somebody else saved another version"),
        ("Mine", -1, "Somebody else saved another version"),
    ],
)
def test_what_cannot_be_saved_stays_in_the_box(met: Met, text: str, after: int, said: str) -> None:
    page = met.write(text, after, status=422)
    assert said in page
    assert text.strip() in page
    assert not met.state.drafts


def test_approved_they_are_written_no_more(met: Met) -> None:
    met.write()
    for name in ("Bo", "Cy", "Di"):
        met.approve(name)
    assert "Put something right" not in met.at.as_("Fay")(met.here).text
    assert "These minutes are approved" in met.write("Other", after=1, status=422)


def test_there_are_no_minutes_before_the_meeting_is_over(db: None) -> None:
    at = sitting()
    meeting = Met(at, at.here.call())
    assert "There are no minutes before the meeting is over." in anybody()(meeting.here).text
    page = at.as_("Fay")(f"{meeting.here}write/")
    assert "There are no minutes before the meeting is over." in page.text
    assert not page.tree.xpath("//textarea")
    assert "The meeting has not begun." in meeting.write(status=422)
    assert not meeting.state.drafts


def test_the_page_of_the_meeting_says_how_its_minutes_stand(met: Met) -> None:
    fay, bo = met.at.as_("Fay"), met.at.as_("Bo")
    assert "Write the minutes" in fay(page_of(met.meeting)).text
    assert "Write the minutes" not in bo(page_of(met.meeting)).text
    met.write()
    assert "0 of the 4 who were there" in bo(page_of(met.meeting)).text
    assert "Read the minutes" in bo(page_of(met.meeting)).text
    assert "Read the minutes" not in anybody()(page_of(met.meeting)).text


def test_no_words_of_minutes_are_shown_that_were_taken_from_view(met: Met) -> None:
    met.write("Somebody is named here")
    entry = met.state.drafts[-1].entry
    withdrawn = k.TextWithdrawn(
        entry=entry,
        path="text",
        ground=WithdrawnGround.PRIVATE,
        appeal_by=met.at.here.now.date(),
        reason="It names somebody.",
    )
    met.at.here.act(withdrawn, by="Fay")
    page = met.at.as_("Bo")(met.here)
    assert "Somebody is named here" not in page.text
    assert "no longer shown" in page.text
