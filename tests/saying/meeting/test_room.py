"""What is said of a room: the count of each capacity, how somebody is there, and no names."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

from withus.core.words import Capacity, MeetingStage
from withus.saying.meeting import room as saying

D, E, S = Capacity.DRAWS_ON_SERVICES, Capacity.UNPAID_CARERS, Capacity.SERVICES
PLACES = Counter({D: 3, E: 1, S: 5})


def test_how_many_are_there_is_told_in_all_and_of_those_it_is_about() -> None:
    here = Counter({D: 1, S: 2})
    assert saying.how_many(here, PLACES) == "3 of 9 places are in the room."
    assert saying.how_many(Counter({D: 1}), PLACES) == "1 of 9 places is in the room."
    about = "Draws on care and support: 1 of 3. Unpaid carer: 0 of 1."
    assert saying.of_those_it_is_about(here, PLACES) == about
    assert saying.of_those_it_is_about(here, Counter({S: 5})) == ""


def test_the_clock_is_the_one_on_the_wall_in_summer_and_in_winter() -> None:
    assert saying.clock(datetime(2026, 7, 1, 9, 30, tzinfo=UTC)) == "10:30"
    assert saying.clock(datetime(2026, 12, 1, 9, 30, tzinfo=UTC)) == "09:30"


def test_every_stage_is_told() -> None:
    starts = datetime(2026, 12, 1, 10, 30, tzinfo=UTC)
    told = {each: saying.how_it_stands(each, starts, starts) for each in MeetingStage}
    assert told[MeetingStage.CALLED] == "It is to begin at 10:30 on 1 December 2026."
    assert len(set(told.values())) == len(MeetingStage)


def test_company_is_welcome_and_nobody_is_counted_where_nobody_is() -> None:
    assert saying.company(0, 0) == ""
    told = "Here too: 2 supporters and 1 interpreter. They are welcome, and are not counted."
    assert saying.company(2, 1) == told
    assert "1 supporter." in saying.company(1, 0)


def test_stops_and_turns_are_told_as_counts() -> None:
    assert saying.pauses(0) == ""
    assert saying.pauses(1) == "It was stopped once, to make something clear."
    assert "3 times" in saying.pauses(3)
    assert saying.turns(1, 4) == "1 of 4 who were here has spoken or signed."
