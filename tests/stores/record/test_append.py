"""The one writer: everything of an act or nothing, in order, and never a time that goes back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from unittest.mock import patch

import pytest

from tests.core.facts.story import BOARD, ORIGIN, START, an_id, place_made, place_taken
from tests.kept import FACTS, a_record, enter_story, write, write_story
from tests.stores.record.acts import ELSEWHERE, begin, kept_rows, make_board, with_a_duty
from withus.actions.joining import enter
from withus.core.errors import Refusal
from withus.core.facts import joining as f
from withus.core.facts import keeping as k
from withus.core.facts.encoding import encode
from withus.core.facts.fact import Fact
from withus.core.proofs.base64_strict import to_base64
from withus.core.proofs.merkle import root_over
from withus.core.proofs.tree import Tree
from withus.core.words import Capacity, ConfirmedHow, ErasedGround, OrganisationKind
from withus.stores.keys.models import Key
from withus.stores.record import append
from withus.stores.record.append import THE_HOST, Actor, FitsNothing, writing
from withus.stores.record.hashes import Growing, Stored
from withus.stores.record.models import Errand, Indexed, Leaf, Log, Subtree
from withus.stores.record.read import entries, find_log, leaves
from withus.stores.record.tables import VERSION, RebuildNeeded

pytestmark = a_record


def organisation(name: str) -> f.OrganisationJoined:
    """Return a body that joins, the shortest of facts."""
    return f.OrganisationJoined(organisation=an_id(name), name=name, kind=OrganisationKind.CHARITY)


def join(name: str, *, at: datetime = START) -> int:
    """Enter a body and return its entry."""
    (index,) = enter(organisation(name), record=ORIGIN, by=THE_HOST, now=at)
    return index


def test_entries_stand_in_the_order_in_which_they_were_made() -> None:
    write_story()
    log = find_log(ORIGIN)
    assert [each.index for each in entries(log)] == list(range(len(FACTS)))
    assert [type(each.fact) for each in entries(log)] == [type(fact) for fact in FACTS]
    assert log.size == len(FACTS) == Leaf.objects.count() == Indexed.objects.count()


def test_a_clock_that_goes_back_does_not_take_the_log_with_it() -> None:
    begin()
    ahead = join("first", at=START + timedelta(days=2))
    back = join("second", at=START + timedelta(days=1))
    later = join("third", at=START + timedelta(days=3))
    times = {each.index: each.circumstances.at for each in entries(find_log(ORIGIN))}
    assert times[back] == times[ahead] == START + timedelta(days=2)
    assert times[later] == START + timedelta(days=3)


def test_a_day_alone_does_not_go_back_either_nor_tells_the_hour() -> None:
    begin()
    erased = k.PersonErased(ground=ErasedGround.ASKED, openings=0)
    write(erased, now=START + timedelta(days=1, minutes=7))
    head = find_log(ORIGIN).last_at
    assert head == datetime(2026, 11, 3, tzinfo=UTC)
    assert Errand.objects.order_by("entry").last().made_at == head  # type: ignore[union-attr]
    index = join("next", at=START)
    assert [each.day for each in entries(find_log(ORIGIN), start=index)] == [head.date()]


def test_a_time_without_its_zone_is_refused() -> None:
    begin()
    with pytest.raises(ValueError, match="zone"):
        join("naive", at=START.replace(tzinfo=None))


def test_a_rule_that_refuses_the_second_of_two_leaves_nothing_of_the_first() -> None:
    begin()
    make_board()
    ada = with_a_duty("Ada")
    before = kept_rows()
    first = place_made("seat 1", Capacity.SERVICES)
    for second in (
        f.DeputyEnded(deputy=an_id("nobody")),
        place_taken("seat 1", "holding", "somebody unknown"),
        place_made("seat 1", Capacity.SERVICES),
    ):
        with pytest.raises(Refusal):
            enter(first, second, record=ORIGIN, by=Actor(person=ada), now=START)
        assert kept_rows() == before


def test_no_key_is_made_for_an_act_that_is_refused() -> None:
    begin()
    make_board()
    keys = Key.objects.count()
    with pytest.raises(Refusal):
        enter(
            place_made("seat 1", Capacity.SERVICES),
            f.PlaceEnded(place=an_id("seat 2")),
            record=ORIGIN,
            by=THE_HOST,
            now=START,
        )
    assert Key.objects.count() == keys
    enter(place_made("seat 1", Capacity.SERVICES), record=ORIGIN, by=THE_HOST, now=START)
    assert Key.objects.count() == keys + 1


def test_a_refusal_that_is_caught_inside_an_act_leaves_nothing_behind() -> None:
    begin()
    size = find_log(ORIGIN).size
    with writing(log=ORIGIN, by=THE_HOST, now=START) as pen:
        for odd in (f.BoardClosed(board=BOARD), f.PlaceEnded(place=an_id("seat 1"))):
            with pytest.raises(FitsNothing):
                pen.append(odd)
        assert pen.append(organisation("kept")) == (size,)
    assert find_log(ORIGIN).size == size + 1 == Leaf.objects.count() == Indexed.objects.count()


@pytest.mark.parametrize(
    "odd",
    [
        f.BoardClosed(board=BOARD),
        f.PlaceEnded(place=an_id("seat 1")),
        k.EntryConfirmed(entry=99, how=ConfirmedHow.LETTER, right=True),
        k.LogContinued(origin=ELSEWHERE, size=4, root=to_base64(bytes(32)), kept=3),
    ],
    ids=lambda fact: fact.TYPE,
)
def test_a_fact_that_fits_nothing_is_refused_whatever_the_rules_say(odd: Fact) -> None:
    begin()
    before = kept_rows()
    with pytest.raises(FitsNothing), writing(log=ORIGIN, by=THE_HOST, now=START) as pen:
        pen.append(odd)
    assert kept_rows() == before


def test_an_id_is_given_once() -> None:
    begin()
    make_board()
    join("twice")
    before = kept_rows()
    for again in (
        organisation("twice"),
        place_made("twice", Capacity.SERVICES),
        place_made("board", Capacity.SERVICES),
    ):
        with pytest.raises(Refusal) as refused:
            enter(again, record=ORIGIN, by=THE_HOST, now=START)
        assert refused.value.code == "id_taken"
    assert kept_rows() == before


def test_tables_of_another_version_are_not_written_to() -> None:
    begin()
    Log.objects.update(tables=0)
    with pytest.raises(RebuildNeeded) as refused:
        join("late")
    assert refused.value.code == "rebuild_needed"
    assert refused.value.parameters == {"found": 0, "expected": VERSION}


def test_the_bytes_of_a_leaf_are_those_that_encoding_gave() -> None:
    given: list[bytes] = []

    def noted(*args: Any, **named: Any) -> Any:
        found = encode(*args, **named)
        given.append(found[0])
        return found

    with patch.object(append, "encode", noted):
        enter_story(ORIGIN, FACTS, by=THE_HOST, start=START)
    assert given == list(leaves(find_log(ORIGIN)))
    assert len(set(given)) == len(FACTS)


def test_the_root_from_what_is_kept_is_the_root_over_the_leaves() -> None:
    write_story()
    log = find_log(ORIGIN)
    contents = list(leaves(log))
    right = root_over(contents)
    for hashes in (Stored(log), Growing(log)):
        tree = Tree(hashes, size=log.size)
        assert (tree.size, tree.root()) == (right.size, right.root)
    stored = Tree(Stored(log), size=log.size)
    assert all(stored.root(n) == root_over(contents[:n]).root for n in range(1, log.size))
    assert Subtree.objects.filter(level=0).count() == log.size


def test_two_records_are_wholly_apart() -> None:
    write_story()
    before = kept_rows()
    write_story(ELSEWHERE)
    both = kept_rows()
    assert all(set(before[name]) <= set(both[name]) for name in before)
    here, there = find_log(ORIGIN), find_log(ELSEWHERE)
    assert here.size == there.size == len(FACTS)
    assert here.peaks != there.peaks
    assert not set(leaves(here)) & set(leaves(there))


def test_each_act_leaves_one_errand_at_its_last_entry() -> None:
    begin()
    make_board()
    first, last = enter(
        organisation("one"), organisation("two"), record=ORIGIN, by=THE_HOST, now=START
    )
    assert (first, last) == (last - 1, find_log(ORIGIN).size - 1)
    assert list(Errand.objects.values_list("entry", flat=True).order_by("entry")) == [0, 1, last]


def test_an_act_that_appends_nothing_leaves_nothing() -> None:
    begin()
    before = kept_rows()
    assert enter(record=ORIGIN, by=THE_HOST, now=START) == ()
    assert kept_rows() == before
