"""The page of a meeting brings together what each room tells of it, in few statements."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.kept import a_record
from tests.screens.meeting.people import Sitting, anybody, page_of, sitting
from withus.stores.record.remembered import forget

pytestmark = a_record


@pytest.fixture
def at(db: None) -> Sitting:
    """Ambleford's board."""
    return sitting()


@pytest.fixture
def meeting(at: Sitting) -> str:
    """A meeting under way, with two things put to it."""
    begins = timezone.now().replace(second=0, microsecond=0) - timedelta(minutes=10)
    meeting = at.here.call(begins.astimezone(tz=at.here.now.tzinfo))
    items = [at.here.item(meeting, by=name, title=f"{name}’s buses") for name in ("Bo", "Flo")]
    for item in items:
        at.here.motion(item)
    at.here.open(meeting)
    at.here.comes(meeting, "Bo", "Cy", "Di")
    return meeting


@pytest.mark.parametrize("name", ["Fay", "Cy", "Bo", "Una"])
def test_a_page_asks_no_more_than_it_may_also_when_nothing_is_remembered(
    at: Sitting, meeting: str, name: str
) -> None:
    forget()
    at.as_(name)(page_of(meeting))
    assert len(at.as_(name).asked) <= 15


def test_the_page_leads_to_the_room_and_to_what_is_put(at: Sitting, meeting: str) -> None:
    page = at.as_("Bo")(page_of(meeting))
    room = f"{page_of(meeting)}room/"
    assert page.tree.xpath(f"//a[@href='{room}']")
    assert "One more bus" in page.text
    assert "Under way" in page.text
    assert at.as_("Cy")(page_of(meeting)).tree.xpath("//a[contains(., 'Put something')]")


def test_anybody_sees_that_it_is_under_way_and_no_words(at: Sitting, meeting: str) -> None:
    visit = anybody()
    page = visit(page_of(meeting))
    assert "Under way" in page.text
    assert "buses" not in page.text
    assert "One more bus" not in page.text
    assert "room/" not in str(page.tree.xpath("//main//a/@href"))
    assert "keys: " not in "\n".join(visit.asked)
