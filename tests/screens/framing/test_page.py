"""The page of a work: where it stands, and who sees which part of it."""

from __future__ import annotations

import pytest

from tests.a_work import WORK, There, a_work
from tests.kept import a_record
from tests.screens.meeting.people import AMBLEFORD, Sitting, anybody
from withus.core.words import MotionKind
from withus.stores.record.remembered import forget

pytestmark = a_record
WORKS = f"{AMBLEFORD}works/"
PAGE = f"{WORKS}{WORK}/"


@pytest.fixture
def there(db: None) -> There:
    """A work of the board of Ambleford."""
    return a_work()


@pytest.fixture
def at(there: There) -> Sitting:
    """Its people at their browsers."""
    return Sitting(there.here)


def test_anybody_sees_its_name_its_board_and_how_far_it_has_come(there: There) -> None:
    page = anybody()(PAGE)
    assert page.h1 == "Getting home at night"
    assert "Getting About board answers for it." in page.text
    assert "Under way" in page.text
    assert "Not reached yet" in page.text


def test_the_path_tells_who_was_in_by_capacity(there: There) -> None:
    there.decided(there.revision(), MotionKind.TEXT)
    page = anybody()(PAGE)
    table = page.tree.xpath("//table[caption[contains(., 'Who was in')]]")[0]
    rows = [[cell.text_content() for cell in row] for row in table.xpath(".//tbody/tr")]
    assert rows[0] == ["Frame", "2", "1", "1", "1", "1"]
    assert [row[0] for row in rows] == ["Frame", "Design", "Decide", "Deliver"]


def test_a_work_about_one_person_is_nothing_to_outsiders(db: None) -> None:
    there = a_work(one_person=True)
    at = Sitting(there.here)
    anybody()(PAGE, status=404)
    at.as_("Una")(PAGE, status=404)  # who speaks for a user-led organisation, and is on no board
    assert at.as_("Bo")(PAGE).h1 == "Getting home at night"
    assert "Getting home" not in anybody()(WORKS).text
    assert "Getting home" not in at.as_("Una")(WORKS).text
    assert "Getting home" in at.as_("Bo")(WORKS).text


def test_a_work_of_a_practice_run_is_there_for_those_in_it_alone(db: None) -> None:
    there = a_work(practice=True)
    anybody()(PAGE, status=404)
    anybody()(WORKS, status=404)
    assert Sitting(there.here).as_("Bo")(PAGE).h1 == "Getting home at night"


@pytest.mark.parametrize("name", ["Fay", "Bo"])
def test_a_page_asks_no_more_than_it_may_also_when_nothing_is_remembered(
    at: Sitting, there: There, name: str
) -> None:
    there.decided(there.revision(), MotionKind.TEXT)
    for address in (PAGE, WORKS):
        forget()
        at.as_(name)(address)
        assert len(at.as_(name).asked) <= 15
