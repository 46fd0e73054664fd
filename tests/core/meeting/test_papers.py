"""Papers are due five whole working days before a meeting, in every form that is needed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from tests.core.facts.story import an_id
from withus.core.days import working_days_between
from withus.core.facts.meeting import ItemAsked, MeetingCalled, PaperOut
from withus.core.history.state import AgendaItem, Meeting
from withus.core.history.told import Told
from withus.core.meeting.papers import all_in_time, clear_days_before, due_on, papers_of
from withus.core.words import Country, Paper, Way
from withus.stores.bank_holidays import bank_holidays

TUESDAY = date(2026, 12, 1)  # the day before is a bank holiday in Scotland alone
DUE = date(2026, 11, 23)
NEEDED = (Paper.STANDARD, Paper.EASY_READ)
MEETING, AGENDA_ITEM = an_id("a meeting"), an_id("an item")


def told(fact: Any, entry: int) -> Told[Any]:
    return Told(fact, entry, datetime(2026, 11, 1, tzinfo=UTC), "who", None, None)


def an_agenda_item(*out: tuple[Paper, date, str | None]) -> AgendaItem:
    asked = ItemAsked(meeting=MEETING, item=AGENDA_ITEM, capacity=None, title="")
    papers = {
        f"paper {n}": told(
            PaperOut(
                paper=f"paper {n}",
                item=AGENDA_ITEM,
                form_of=of,
                format=form,
                day=day,
                title="",
                digest="",
            ),
            10 + n,
        )
        for n, (form, day, of) in enumerate(out)
    }
    return AgendaItem(told(asked, 1), papers=papers)


@pytest.mark.parametrize(
    ("country", "due"),
    [(Country.ENGLAND, DUE), (Country.SCOTLAND, date(2026, 11, 22))],
)
def test_five_whole_working_days_lie_between(country: Country, due: date) -> None:
    closed = bank_holidays(country, about=TUESDAY)
    assert clear_days_before(TUESDAY, 5, closed=closed) == due
    assert working_days_between(due, date(2026, 11, 30), closed=closed) == 5


def test_the_day_is_worked_out_from_when_the_meeting_is_now() -> None:
    starts = datetime(2026, 12, 1, 10, tzinfo=UTC)
    called = MeetingCalled(
        meeting=MEETING,
        board=an_id("a board"),
        starts=starts,
        ends=starts.replace(hour=12),
        ways=frozenset({Way.ROOM}),
        called_by=None,
        where="",
    )
    meeting = Meeting(called=told(called, 0))
    assert due_on(meeting, closed=frozenset()) == DUE
    closed = frozenset({date(2026, 11, 30), date(2026, 11, 27)})
    assert due_on(replace(meeting), closed=closed) == date(2026, 11, 19)


def test_each_form_of_a_paper_has_the_first_day_it_was_out_and_its_last_file() -> None:
    one = an_agenda_item(
        (Paper.STANDARD, DUE, None),
        (Paper.EASY_READ, TUESDAY, "paper 0"),
        (Paper.STANDARD, TUESDAY, "paper 0"),
        (Paper.AUDIO, DUE, "paper 0"),
    )
    (seen,) = papers_of(one, NEEDED, due=DUE)
    forms = {each.form: (each.day, each.paper, each.in_time) for each in seen.forms}
    assert forms == {
        Paper.STANDARD: (DUE, "paper 2", True),
        Paper.EASY_READ: (TUESDAY, "paper 1", False),
        Paper.AUDIO: (DUE, "paper 3", True),
    }
    assert [each.form for each in seen.forms][:2] == [Paper.STANDARD, Paper.EASY_READ]
    assert all_in_time([seen], NEEDED) == {Paper.STANDARD: True, Paper.EASY_READ: False}


def test_a_form_that_is_needed_and_not_out_may_still_come() -> None:
    (seen,) = papers_of(an_agenda_item((Paper.STANDARD, DUE, None)), NEEDED, due=DUE)
    assert [each.day for each in seen.forms] == [DUE, None]
    assert all_in_time([seen], NEEDED) == {Paper.STANDARD: True, Paper.EASY_READ: None}


def test_where_there_is_no_paper_nothing_is_told() -> None:
    assert papers_of(an_agenda_item(), NEEDED, due=DUE) == ()
    assert all_in_time((), NEEDED) == {}
