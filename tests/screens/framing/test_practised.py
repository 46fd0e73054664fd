"""A work begun in a practice run: going live says what becomes of it, and its page tells it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.a_meeting import ORIGIN
from tests.a_work import There, a_work
from tests.kept import a_record
from tests.screens.framing.test_page import PAGE
from tests.screens.meeting.people import AMBLEFORD, Sitting
from withus.actions.practising import go_live
from withus.stores.record.read import find_log

pytestmark = a_record
GO_LIVE = f"{AMBLEFORD}practice/go-live/"


@pytest.fixture
def there(db: None) -> There:
    """A work of a practice run, with a plan."""
    begun = a_work(practice=True)
    begun.revision()
    return begun


def test_before_going_live_it_is_said_that_a_plan_counts(there: There) -> None:
    page = Sitting(there.here).as_("Olu")(GO_LIVE)
    assert "1 piece of work goes on by its name" in page.text
    assert "told as a proposal, since the day of its first draft" in page.text
    assert page.tree.xpath("//input[@name='with_plans']/@type") == ["checkbox"]


def test_the_live_page_tells_that_it_was_begun_in_practice(there: There) -> None:
    assert there.here.now.date().isoformat() == "2026-11-23"
    at = there.here.now + timedelta(days=40)
    went = go_live(record=ORIGIN, by=there.here.people["Olu"], now=at, seen=find_log(ORIGIN).size)
    live = PAGE.replace("withus.example~ambleford", went.origin.replace("/", "~"))
    page = Sitting(there.here).as_("Olu")(live)
    assert "Begun in the practice run, on 23 November 2026" in page.text
