"""What may be said of a meeting, at each stage of it: every refusal is reached."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.core.facts.story import an_id
from tests.core.meeting import a_room as here
from tests.core.meeting.a_record import BOARD, Record, meeting_called, sits, takes
from tests.core.meeting.a_room import MEETING, STAGES, come, deputy, noted, room
from withus.core.facts import deciding as d
from withus.core.facts import joining as f
from withus.core.facts import keeping as k
from withus.core.facts import meeting as m
from withus.core.facts.fact import Fact, layout
from withus.core.history.told import may_be_corrected
from withus.core.rules.entering import NEEDS
from withus.core.rules.joining import check_may_happen
from withus.core.rules.meeting import CHECKS
from withus.core.rules.situation import NotAllowed
from withus.core.words import (
    Capacity,
    ConfirmedHow,
    Ended,
    NeedsMet,
    Placed,
    Way,
)

Says = Callable[[Record], Fact]
ANY_TIME = {"called", "open", "closed"}
WHEN: dict[str, tuple[set[str], str]] = {
    "moved": ({"called"}, "Fay"),
    "cancelled": ({"called"}, "Fay"),
    "opened": ({"called"}, "Fay"),
    "closed": ({"open"}, "Cy"),
    "asked": ({"called", "open"}, "Fay"),
    "placed": ({"called", "open"}, "Fay"),
    "refused": (ANY_TIME, "Fay"),
    "not reached": (ANY_TIME, "Fay"),
    "paper": (ANY_TIME, "Fay"),
    "needs": (ANY_TIME, "Fay"),
    "company": (ANY_TIME, "Fay"),
    "comes": ({"called", "open"}, "Flo"),
    "paused": ({"open"}, "Flo"),
    "interest": ({"called", "open"}, "Flo"),
    "drafted": ({"closed"}, "Fay"),
    "put": ({"called", "open"}, "Cy"),
    "before": ({"called", "open"}, "Flo"),
    "objects": ({"called", "open"}, "Flo"),
    "exception": ({"open"}, "Cy"),
}


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("said", WHEN)
def test_each_has_its_stages_and_at_any_other_the_stage_is_the_reason(
    said: str, stage: str
) -> None:
    stages, by = WHEN[said]
    record = room(stage)
    told = record.refused(here.of_the_room(record)[said], by=by)
    assert told == ("" if stage in stages else f"meeting_{stage}")


def otherwise(said: str, **fields: Any) -> Says:
    """Return one of the facts with some of its fields otherwise."""
    return lambda record: replace(here.of_the_room(record)[said], **fields)


def called(**fields: Any) -> Says:
    """Return a second meeting called, with some of its fields otherwise."""
    return lambda record: replace(meeting_called(record, "meeting 2"), **fields)


def of_time(**moved: timedelta) -> Says:
    """Return the meeting moved to another time."""

    def says(record: Record) -> Fact:
        fact = here.moved(record)
        given = {name: getattr(fact, name) + by for name, by in moved.items()}
        return replace(fact, **given)

    return says


WEEKS = timedelta(days=-14)
REFUSED: dict[str, tuple[str, Says, str, str]] = {
    "ends as it begins": (
        "called",
        of_time(ends=timedelta(hours=-1)),
        "Fay",
        "until_before_from",
    ),
    "has gone by": ("called", of_time(starts=WEEKS, ends=WEEKS), "Fay", "time_gone_by"),
    "no way to take part": ("called", otherwise("moved", ways=frozenset()), "Fay", "no_way"),
    "called for a time no way leads to": ("called", called(ways=frozenset()), "Fay", "no_way"),
    "called from a place one has not": (
        "called",
        called(called_by=Capacity.ELECTED),
        "Fay",
        "not_your_capacity",
    ),
    "nobody in the chair": ("called", otherwise("opened", chairs=frozenset()), "Fay", "no_chair"),
    "somebody in the chair without a place": (
        "called",
        otherwise("opened", chairs=frozenset({an_id("nobody")})),
        "Fay",
        "not_in_a_place",
    ),
    "somebody in the chair who is not there": (
        "called",
        otherwise("opened", chairs=frozenset({sits("Eve")})),
        "Fay",
        "chair_not_here",
    ),
    "refused without a reason": (
        "called",
        otherwise("refused", reason=" "),
        "Fay",
        "reason_needed",
    ),
    "a form of no paper": (
        "called",
        otherwise("paper", form_of=an_id("none")),
        "Fay",
        "no_such_paper",
    ),
    "out tomorrow": (
        "called",
        lambda record: here.paper(day=record.now.date() + timedelta(days=1)),
        "Fay",
        "day_to_come",
    ),
    "comes for nobody": ("open", lambda _: noted("Nobody"), "Flo", "not_in_a_place"),
    "no such deputy": ("open", lambda _: noted("Bo", deputy=an_id("none")), "Bo", "no_such_deputy"),
    "leaves without having come": ("open", lambda _: noted("Bo", came=False), "Bo", "not_here"),
    "says to have typed it": (
        "open",
        lambda _: noted("Bo", self_entered=False),
        "Bo",
        "self_entered_differs",
    ),
    "an interest of nobody": ("open", lambda _: here.interest("Nobody"), "Flo", "not_in_a_place"),
    "minutes out of turn": ("closed", lambda _: here.drafted(2), "Fay", "version_differs"),
    "yes to no minutes": ("closed", lambda _: here.approved("Bo"), "Bo", "version_differs"),
    "turns of one who was not there": (
        "closed",
        lambda _: here.turns("Bo", "Cy", "Di", "Eve", "Flo"),
        "Fay",
        "turns_of_all",
    ),
    "turns without one who was": ("closed", lambda _: here.turns("Bo"), "Fay", "turns_of_all"),
}


@pytest.mark.parametrize("row", REFUSED.values(), ids=REFUSED)
def test_what_makes_no_sense_is_refused(row: tuple[str, Says, str, str]) -> None:
    stage, says, by, code = row
    record = room(stage)
    assert record.refused(says(record), by=by) == code


def test_what_is_about_no_meeting_no_item_and_no_board_is_refused() -> None:
    record = room()
    for fact in (here.moved(record, meeting=an_id("none")), here.paper(item=an_id("none"))):
        assert record.refused(fact, by="Fay") == "no_such_id"
    record.take(f.BoardClosed(board=BOARD))
    assert record.refused(meeting_called(record, "meeting 2"), by="Fay") == "board_closed"
    assert record.refused(m.ItemPaused(meeting=MEETING), by="Bo") == "board_closed"


def test_an_item_of_another_meeting_is_none_of_this_one() -> None:
    record = room()
    fact = here.placed(item=an_id("unknown"))
    where = replace(record.situation(here.placed()), meeting=record.meeting(MEETING))
    with pytest.raises(Exception, match="no_such_item"):
        CHECKS[m.ItemPlaced](fact, where)
    with pytest.raises(Exception, match="no_such_meeting"):
        CHECKS[m.ItemPlaced](fact, replace(where, meeting=Record().meeting(MEETING)))


def test_somebody_comes_once_goes_once_and_may_come_another_way() -> None:
    record = room()
    come(record, "Bo")
    assert record.refused(noted("Bo"), by="Bo") == "here_already"
    assert record.refused(noted("Bo", way=Way.LINK), by="Bo") == ""
    come(record, "Bo", came=False)
    assert record.refused(noted("Bo", came=False), by="Bo") == "not_here"
    assert record.refused(noted("Bo"), by="Bo") == ""


@pytest.mark.parametrize(
    ("named", "code"),
    [
        (deputy(), ""),
        (deputy(meeting=MEETING), ""),
        (deputy(meeting=an_id("another meeting")), "no_such_deputy"),
        (deputy("Di", deputy=an_id("Bo's deputy")), "no_such_deputy"),
    ],
)
def test_a_deputy_comes_for_whoever_chose_them_to_the_meeting_they_were_chosen_for(
    named: f.DeputyNamed, code: str
) -> None:
    record = room()
    record.say(named, by="Di" if named.place == an_id("Di's place") else "Bo")
    stands_in = noted("Bo", deputy=named.deputy)
    assert record.refused(stands_in, by="Bo") == code


def test_a_deputy_who_is_one_no_more_does_not_come() -> None:
    record = room()
    record.say(deputy(), by="Bo")
    record.say(f.DeputyEnded(deputy=an_id("Bo's deputy")), by="Bo")
    assert record.refused(noted("Bo", deputy=an_id("Bo's deputy")), by="Bo") == "no_such_deputy"


def test_whoever_has_the_place_next_did_not_choose_the_deputy() -> None:
    record = room()
    record.say(deputy(), by="Bo")
    record.say(f.PlaceLeft(holding=sits("Bo"), how=Ended.RESIGNED, early=True), by="Bo")
    record.say(takes("Gus", "Bo's place"))
    assert record.refused(noted("Gus", deputy=an_id("Bo's deputy")), by="Gus") == "no_such_deputy"
    assert record.refused(noted("Bo"), by="Bo") == "not_yours_to_do"


def test_an_item_not_reached_keeps_who_asked() -> None:
    record = room("closed")
    record.say(here.placed(outcome=Placed.NOT_REACHED), by="Cy")
    item = record.meeting(MEETING).items[here.ITEM]
    assert item.asked.fact.capacity is Capacity.DRAWS_ON_SERVICES
    assert item.placed is not None
    assert item.placed.fact.outcome is Placed.NOT_REACHED


def test_minutes_are_right_when_most_who_were_there_say_so_one_it_is_about_among_them() -> None:
    record = room("closed")  # Bo, Cy, Di and Eve were there
    record.say(here.drafted(), by="Fay")
    assert record.refused(here.approved("Flo"), by="Flo") == "not_present"
    for name in ("Cy", "Bo"):
        record.say(here.approved(name), by=name)
    record.say(here.drafted(2), by="Fay")
    for name in ("Cy", "Bo", "Di"):
        assert record.refused(here.approved(name), by=name) == "version_differs"
        record.say(here.approved(name, version=2), by=name)
    assert record.refused(here.drafted(3), by="Fay") == "minutes_approved"


def test_the_facilitator_alone_approves_nothing_by_typing_for_everybody() -> None:
    record = room("closed")
    record.say(here.drafted(), by="Fay")
    typed = [
        record.say(here.approved(name), by=name, typed_by="Fay") for name in ("Bo", "Cy", "Di")
    ]
    assert record.refused(here.drafted(2), by="Fay") == ""
    typed = [
        record.say(here.approved(name, version=2), by=name, typed_by="Fay")
        for name in ("Bo", "Cy", "Di")
    ]
    for name, entry in zip(("Bo", "Cy", "Di"), typed, strict=True):
        said = k.EntryConfirmed(entry=entry, how=ConfirmedHow.OWN_CODE, right=True)
        assert record.refused(said, by="Fay") == "not_about_you"
        record.say(said, by=name)
    assert record.refused(here.drafted(3), by="Fay") == "minutes_approved"


def test_minutes_are_for_those_who_were_there_even_if_their_place_is_anothers_now() -> None:
    record = room("closed")
    record.say(here.drafted(), by="Fay")
    record.say(f.PlaceLeft(holding=sits("Bo"), how=Ended.RESIGNED, early=True), by="Bo")
    record.say(takes("Gus", "Bo's place"))
    assert record.refused(here.approved("Bo"), by="Gus") == "not_your_own"


def test_nothing_that_happened_in_a_meeting_is_written_anew() -> None:
    record = room("closed")
    for kind in (*m.FACTS, *d.FACTS):
        if kind not in (m.PaperOut, d.DecisionSigned, d.DecisionReported):
            assert not any(may_be_corrected(kind, name=name) for name in layout(kind).clear)
    told = k.EntryCorrected(entry=placed_at(record), field="order", value=2)
    assert record.refused(told, by="Fay") == "not_correctable"
    before = record.meeting(MEETING)
    came = before.presence[sits("Bo")][0]
    record.take(k.EntryCorrected(entry=came.entry, field="came", value=False))
    assert record.meeting(MEETING).presence == before.presence


def placed_at(record: Record) -> int:
    """Tell the entry by which the item was put on the agenda."""
    told = record.meeting(MEETING).items[here.ITEM].placed
    assert told is not None
    return told.entry


def test_every_fact_of_a_meeting_has_its_rule_and_its_right() -> None:
    assert set(CHECKS) == set(m.FACTS) <= set(NEEDS)
    answered = m.NeedsLookedAt(meeting=MEETING, answer=NeedsMet.WENT_ON)
    assert room().refused(answered, by="Bo") == "not_yours_to_do"


def test_nobody_opens_a_meeting_or_is_in_its_room_long_before_its_day() -> None:
    record = room("called")
    record.say(meeting_called(record, "later"), by="Fay")
    later = an_id("later")
    chosen = m.MeetingOpened(meeting=later, chairs=frozenset({sits("Cy")}))
    record.say(noted("Cy", meeting=later), by="Cy")
    record.now -= timedelta(hours=7)  # it is called for six hours from now
    assert record.refused(noted("Bo", meeting=later), by="Bo") == "too_early"
    assert record.refused(chosen, by="Cy") == "too_early"
    record.now += timedelta(hours=1)
    assert record.refused(noted("Bo", meeting=later), by="Bo") == ""
    assert record.refused(chosen, by="Cy") == ""


def test_nobody_stops_what_is_stopped_and_nothing_is_decided_meanwhile() -> None:
    record = room()
    come(record, "Bo", "Cy", "Di", "Eve")
    where = record.situation(m.ItemPaused(meeting=MEETING), by="Bo")
    said = here.roll("Bo", "Cy", "Di", "Eve")
    for fact in (m.ItemPaused(meeting=MEETING), here.taken(record, said)):
        check_may_happen(fact, replace(where, roll=said))
        with pytest.raises(NotAllowed, match="stopped"):
            check_may_happen(fact, replace(where, roll=said, stopped=True))
