"""Pseudonyms: the same on a board, others on other boards, random, and told by the person alone."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from tests.core.facts.story import BOARD, ORIGIN, START, an_id, place_made
from tests.kept import a_record, write
from tests.stores.record.acts import ELSEWHERE, begin, make_board, person
from withus.core.facts.circumstances import HOST
from withus.core.facts.joining import OrganisationJoined, PlaceMade
from withus.core.history.streams import PARTNERSHIP
from withus.core.words import Capacity, OrganisationKind
from withus.stores.keys.locker import forget_keys
from withus.stores.people.identity import Acquaintances, NotKnown, identities, identity
from withus.stores.people.models import Person
from withus.stores.record.append import THE_HOST, Actor
from withus.stores.record.models import Indexed, Leaf
from withus.stores.record.read import entries, find_log

pytestmark = a_record


def seat(number: int) -> PlaceMade:
    """Return a place by its number."""
    return place_made(f"seat {number}", Capacity.SERVICES)


def by_whom(index: int) -> tuple[str | None, str | None]:
    """Return who made an entry and who typed it, as its leaf says."""
    said = next(entries(find_log(ORIGIN), start=index, end=index + 1)).circumstances
    row = Indexed.objects.get(index=index, log__origin=ORIGIN)
    assert (row.by, row.typed_by) == (said.by, said.typed_by)
    return said.by, said.typed_by


def enter_by(actor: Actor, number: int) -> int:
    """Enter a place by somebody and return its entry."""
    return write(seat(number), by=actor, now=START)[0]


def test_somebody_is_called_the_same_on_a_board_each_time() -> None:
    begin()
    make_board()
    ada, bo = (
        Actor(person=person("Ada"), commanded=True),
        Actor(person=person("Bo"), commanded=True),
    )
    first, second = by_whom(enter_by(ada, 1)), by_whom(enter_by(ada, 2))
    assert first == second
    assert by_whom(enter_by(bo, 3))[0] != first[0]


def test_somebody_is_called_otherwise_in_each_stream_and_each_record() -> None:
    begin()
    make_board()
    ada = person("Ada")
    on_the_board = by_whom(enter_by(Actor(person=ada, commanded=True), 1))[0]
    joined = OrganisationJoined(
        organisation=an_id("o"), name="Our Say", kind=OrganisationKind.CHARITY
    )
    (index,) = write(joined, by=Actor(person=ada), now=START)
    in_the_whole = by_whom(index)[0]
    assert on_the_board != in_the_whole
    assert identity(ORIGIN, ada).pseudonyms == {BOARD: on_the_board, PARTNERSHIP: in_the_whole}


def test_a_pseudonym_is_drawn_and_not_worked_out() -> None:
    begin()
    drawn = {Acquaintances(ORIGIN).pseudonym(person("Ada"), BOARD) for _ in range(20)}
    assert len(drawn) == 20
    assert not drawn & set(Person.objects.values_list("id", flat=True))


def test_what_was_drawn_is_kept_for_good() -> None:
    begin()
    ada = person("Ada")
    drawn = Acquaintances(ORIGIN).pseudonym(ada, BOARD)
    other = Acquaintances(ORIGIN).pseudonym(ada, PARTNERSHIP)
    assert Acquaintances(ORIGIN).pseudonym(ada, BOARD) == drawn != other


def test_whoever_typed_for_somebody_is_told_beside_them() -> None:
    begin()
    make_board()
    ada, bo = person("Ada"), person("Bo")
    mine = by_whom(enter_by(Actor(person=ada, commanded=True), 1))
    typed = by_whom(enter_by(Actor(person=ada, typed_by=bo, commanded=True), 2))
    assert mine == (Acquaintances(ORIGIN).pseudonym(ada, BOARD), None)
    assert typed == (mine[0], Acquaintances(ORIGIN).pseudonym(bo, BOARD))


def test_the_host_acts_under_no_name() -> None:
    begin()
    make_board()
    bo = person("Bo")
    assert by_whom(enter_by(THE_HOST, 1)) == (HOST, None)
    assert by_whom(enter_by(Actor(typed_by=bo, commanded=True), 2)) == (
        HOST,
        Acquaintances(ORIGIN).pseudonym(bo, BOARD),
    )


def test_a_claimed_time_is_kept_with_its_zone_beside_the_logs_own() -> None:
    begin()
    make_board()
    claimed = datetime(2026, 10, 30, 19, 30, tzinfo=timezone(timedelta(hours=1)))
    index = enter_by(Actor(claimed_at=claimed), 1)
    said = next(entries(find_log(ORIGIN), start=index)).circumstances
    assert said.claimed_at is not None
    assert said.claimed_at.isoformat() == "2026-10-30T19:30:00+01:00"
    assert said.at == START
    assert b'"claimed_at":"2026-10-30T19:30:00+01:00"' in bytes(
        Leaf.objects.get(index=index).content
    )


@pytest.mark.parametrize("erased", [False, True], ids=["elsewhere", "erased"])
def test_nobody_acts_who_is_not_known_here(erased: bool) -> None:
    begin()
    make_board()
    begin(ELSEWHERE)
    ada = person("Ada", ORIGIN if erased else ELSEWHERE)
    if erased:
        forget_keys([identity(ORIGIN, ada).key])
    for actor in (Actor(person=ada, commanded=True), Actor(typed_by=ada, commanded=True)):
        with pytest.raises(NotKnown):
            enter_by(actor, 1)


def test_names_are_read_for_those_whose_key_is_there() -> None:
    begin()
    ada, bo = person("Ada"), person("Bo")
    assert {one.name for one in identities(ORIGIN).values()} == {"Ada", "Bo"}
    forget_keys([identity(ORIGIN, ada).key])
    assert set(identities(ORIGIN)) == {bo}
    assert not identities(ELSEWHERE)
