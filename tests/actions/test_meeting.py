"""What is done about a meeting asks the rules wherever it comes from: no page stands before it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.a_meeting import BOARD, ORIGIN, STARTS, Here, a_board
from tests.core.facts.story import an_id
from tests.kept import a_record
from withus.actions import bringing
from withus.actions import meeting as act
from withus.core.errors import Refusal
from withus.core.facts.joining import DutyEnded
from withus.core.facts.meeting import MeetingCalled, MeetingMoved
from withus.core.meeting.needs import NeedAnswer
from withus.core.words import Paper, Way
from withus.stores.meeting import notices
from withus.stores.meeting.models import Need, NeedsAt, Notice, PaperFile
from withus.stores.meeting.papers import Kept
from withus.stores.record.read import find_log

pytestmark = a_record


def by(here: Here, name: str) -> act.By:
    return act.By(ORIGIN, here.people[name], here.now)


def wanted(**changed: object) -> MeetingCalled:
    fact = MeetingCalled(
        meeting="",
        board=BOARD,
        starts=STARTS,
        ends=STARTS.replace(hour=12),
        ways=frozenset({Way.ROOM}),
        called_by=None,
        where="The old chapel",
    )
    return replace(fact, **changed)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["Bo", "Cy", "Olu", "Una", "Sam"])
def test_nobody_but_whoever_runs_the_work_does_what_is_theirs(name: str) -> None:
    here = a_board()
    meeting, who = here.call(), by(here, name)
    moved = MeetingMoved(
        meeting=meeting,
        starts=STARTS,
        ends=STARTS.replace(hour=12),
        ways=frozenset({Way.ROOM}),
        where="Elsewhere",
        reason="",
    )
    size = find_log(ORIGIN).size
    for does in (
        lambda: act.call(wanted(), starts=[(STARTS, STARTS.replace(hour=12))], by=who),
        lambda: act.move(moved, by=who),
        lambda: act.cancel(meeting, "Snow.", by=who),
        lambda: act.note_needs(meeting, {here.people["Bo"]: NeedAnswer.MET}, by=who),
        lambda: act.note_posted(meeting, by=who),
    ):
        with pytest.raises(Refusal, match="not_yours_to_do"):
            does()
    assert find_log(ORIGIN).size == size
    assert not Notice.objects.exists()
    assert not NeedsAt.objects.exists()


def test_a_notice_is_told_once_whoever_comes_first() -> None:
    here = a_board()
    act.call(wanted(), starts=[(STARTS, STARTS.replace(hour=12))], by=by(here, "Fay"))
    one = Notice.objects.all()[0]
    assert [notices.take(one, now=here.now) for _ in range(2)] == [True, False]


def test_of_several_meetings_all_are_called_or_none() -> None:
    here = a_board()
    size = find_log(ORIGIN).size
    right, wrong = (STARTS, STARTS.replace(hour=12)), (STARTS, STARTS)
    with pytest.raises(Refusal, match="until_before_from"):
        act.call(wanted(), starts=[right, wrong], by=by(here, "Fay"))
    assert find_log(ORIGIN).size == size
    assert not Notice.objects.exists()


def test_a_paper_that_is_refused_is_not_kept() -> None:
    here = a_board()
    item = here.item(here.call())
    late = here.now.date().replace(year=2099)
    out = act.ToPutOut(item, None, Paper.STANDARD, late, "Buses", Kept(link="https://a.example/"))
    with pytest.raises(Refusal, match="day_to_come"):
        act.put_out(out, by=by(here, "Fay"))
    assert not PaperFile.objects.exists()


def test_words_are_not_taken_in_where_nobody_guards_those_who_write() -> None:
    here = a_board()
    for duty in ("safeguarding", "data"):
        here.act(DutyEnded(given=an_id(f"duty {duty}"), until=here.now.date()))
    with pytest.raises(Refusal, match="no_one_to_guard"):
        act.say_needs([], "A chair by the door", by=by(here, "Bo"))
    act.say_needs(["breaks"], "", by=by(here, "Bo"))
    assert Need.objects.count() == 1


def test_nothing_is_brought_from_a_meeting_that_may_yet_come_to_it() -> None:
    here = a_board()
    first, later = here.call(), here.call(STARTS.replace(year=STARTS.year + 1))
    item = here.item(first)
    with pytest.raises(Refusal, match="no_such_item"):
        bringing.bring(item, of=first, into=later, by=by(here, "Fay"))
