"""What somebody is: told rightly whatever is remembered, and in four statements at most."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from tests.core.facts.story import BOARD, DAY, ORIGIN, START, an_id, place_made, place_taken
from tests.kept import a_record
from tests.stores.record.acts import ELSEWHERE, begin, make_board, person, with_a_duty
from withus.actions.joining import enter
from withus.core.facts import joining as f
from withus.core.facts.fact import Fact
from withus.core.history.streams import PARTNERSHIP
from withus.core.rules.rights import Role
from withus.core.words import Capacity, Duty, Ended, Level
from withus.questions.rights import roles_of, standing
from withus.stores.people.models import Person
from withus.stores.record.append import THE_HOST
from withus.stores.record.remembered import forget

pytestmark = a_record
OTHER = an_id("other board")


def entered(*facts: Fact, origin: str = ORIGIN) -> None:
    """Enter facts by the host."""
    enter(*facts, record=origin, by=THE_HOST, now=START)


def seated(who: str, name: str, capacity: Capacity, *, board: str = BOARD) -> str:
    """Seat somebody, and return their holding."""
    made = place_made(name, capacity, board=board, chair=capacity is Capacity.COMMUNITY)
    taken = replace(place_taken(name, f"{name} held", ""), person=who)
    entered(made, taken)
    return taken.holding


def two_boards() -> None:
    """Begin a partnership with two boards."""
    begin()
    make_board()
    other = f.BoardOpened(
        board=OTHER, name="Other", level=Level.COUNCIL, parent=None, formats=frozenset()
    )
    entered(other)


def test_roles_follow_from_places_and_duties_on_the_board_asked_for() -> None:
    two_boards()
    ada = with_a_duty("Ada", Duty.FACILITATOR, board=OTHER)
    seated(ada, "carer", Capacity.UNPAID_CARERS)
    seated(ada, "chair", Capacity.COMMUNITY, board=OTHER)
    here = roles_of(ORIGIN, ada, on=DAY, board=BOARD)
    there = roles_of(ORIGIN, ada, on=DAY, board=OTHER)
    assert here == {Role.MEMBER, Role.AFFECTED_MEMBER}
    assert there == {Role.MEMBER, Role.CHAIR, Role.FACILITATOR}
    assert roles_of(ORIGIN, ada, on=DAY) == (here | there) - {Role.FACILITATOR}


def test_of_one_board_no_entry_about_places_on_others_is_read() -> None:
    two_boards()
    ada = with_a_duty("Ada", Duty.FACILITATOR)
    for number in range(5):
        seated(ada, f"there {number}", Capacity.SERVICES, board=OTHER)
    seated(ada, "here", Capacity.SERVICES)
    found = {board: standing(ORIGIN, ada, board=board) for board in (None, BOARD, PARTNERSHIP)}
    read = {board: len(one.mine) for board, one in found.items() if one is not None}
    assert read == {None: 7, BOARD: 2, PARTNERSHIP: 1}


def test_a_role_ends_with_its_place_or_its_day() -> None:
    two_boards()
    bo = with_a_duty("Bo", Duty.HOST)
    holding = seated(bo, "seat", Capacity.SERVICES)
    assert roles_of(ORIGIN, bo, on=DAY) == {Role.OFFICER, Role.MEMBER}
    entered(f.PlaceLeft(holding=holding, how=Ended.RESIGNED, early=False))
    assert roles_of(ORIGIN, bo, on=DAY) == {Role.OFFICER}
    assert roles_of(ORIGIN, bo, on=DAY - timedelta(days=1)) == frozenset()
    entered(f.DutyEnded(given=an_id("Bo host"), until=DAY + timedelta(days=3)))
    assert roles_of(ORIGIN, bo, on=DAY + timedelta(days=2)) == {Role.OFFICER}
    assert roles_of(ORIGIN, bo, on=DAY + timedelta(days=3)) == frozenset()


def test_who_is_unknown_elsewhere_or_erased_is_nothing() -> None:
    begin()
    begin(ELSEWHERE)
    bo = with_a_duty("Bo", Duty.HOST)
    assert roles_of(ELSEWHERE, bo, on=DAY) == frozenset()
    assert roles_of("withus.example/unknown", bo, on=DAY) == frozenset()
    Person.objects.filter(id=bo).delete()  # as an erasure does
    assert roles_of(ORIGIN, bo, on=DAY) == frozenset()


@pytest.mark.parametrize("remembered", ["nothing", "all", "what was", "some"])
def test_it_takes_four_statements_at_most_and_tells_the_same(remembered: str) -> None:
    two_boards()
    ada = with_a_duty("Ada", Duty.ULO_CONTACT)
    seated(ada, "carer", Capacity.UNPAID_CARERS)
    expected = {Role.ULO_CONTACT, Role.MEMBER, Role.AFFECTED_MEMBER}
    for more in (0, 300):
        people = [person(f"More {more} {n}") for n in range(more // 10)]
        for number, each in enumerate(people):
            seated(each, f"more {more} {number}", Capacity.SERVICES)
        entered(*(place_made(f"extra {n} {more}", Capacity.SERVICES) for n in range(more)))
        if remembered in ("nothing", "some"):
            forget()
        if remembered != "nothing":
            roles_of(ORIGIN, ada, on=DAY, board=OTHER if remembered == "some" else None)
        if remembered != "all":
            entered(f.OrganisationJoined(organisation=an_id(f"o{more}"), name="O", kind="ulo"))  # type: ignore[arg-type]
            entered(place_made(f"last {more}", Capacity.SERVICES))
        if remembered == "nothing":
            forget()
        asked = 0
        for alias in connections:
            with CaptureQueriesContext(connections[alias]) as seen:
                assert roles_of(ORIGIN, ada, on=DAY) == expected
            asked += len(seen)
            with CaptureQueriesContext(connections[alias]) as seen:
                assert roles_of(ORIGIN, ada, on=DAY) == expected
            assert len(seen) <= 1
        assert asked <= 4
