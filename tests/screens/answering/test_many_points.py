"""A list of a thousand points asks as little, and is as quick, as one of twelve."""

from __future__ import annotations

from time import process_time

import pytest

from tests.a_meeting import ORIGIN
from tests.core.facts.story import an_id
from tests.kept import a_record, write
from tests.screens.answering.at_a_work import POINTS, At, a_work_at
from tests.screens.meeting.people import anybody
from withus.core.facts import answering as a
from withus.core.words import PointWay, ShownAs
from withus.stores.record.append import Actor

pytestmark = a_record
MANY = 1_000
MOST_SECONDS = 0.1  # of a loaded machine; alone it is a fifth of that


def put_many(at: At, many: int) -> None:
    """Let Bo put many points in one go."""
    person = at.points.there.here.people["Bo"]
    facts = (
        a.PointPut(
            work=at.points.there.work,
            point=an_id(f"point {number}"),
            holding=an_id("Bo sits"),
            said_capacity=None,
            way=PointWay.TYPED,
            group_of=1,
            shown_as=ShownAs.NAMED,
            person=person,
            words=f"Point {number} of many.",
            attachment="",
        )
        for number in range(many)
    )
    write(*facts, now=at.points.by("Bo").now, origin=ORIGIN, by=Actor(person=person))


@pytest.fixture
def at(db: None) -> At:
    """A work with many points."""
    found = a_work_at()
    put_many(found, MANY)
    return found


def test_each_page_of_the_list_takes_few_statements_and_little_time(at: At) -> None:
    for path in ("", "?page=80", "?sort=old", "?stands=waits&page=9"):
        at.sees("Flo", path)
        assert len(at.sitting.as_("Flo").asked) <= 15
        began = process_time()
        at.sitting.as_("Flo").client.get(POINTS + path)
        assert process_time() - began < MOST_SECONDS
    anybody()(POINTS)


def test_a_point_among_many_is_found_by_its_words(at: At) -> None:
    page = at.sees("Flo", "?q=point+777+of")
    assert "1 point found." in page.text
    assert "Point 777 of many." in page.text


def test_an_act_among_many_points_is_as_quick_as_the_first(at: At) -> None:
    began = process_time()
    at.points.put("Di", "One more.")
    assert process_time() - began < 5 * MOST_SECONDS
