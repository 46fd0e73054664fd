"""Several who write at once: none fails, nothing is lost, and the order has no gap."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta

from django.db import connections

from tests.core.facts.story import BOARD, ORIGIN, START, an_id, place_made, place_taken
from tests.kept import committed
from tests.stores.record.acts import ELSEWHERE, begin, make_board, person, with_a_duty
from withus.actions.joining import enter, open_partnership
from withus.core.errors import Refusal
from withus.core.facts.encoding import decode
from withus.core.facts.joining import PartnershipOpened
from withus.core.proofs.merkle import root_over
from withus.core.proofs.tree import Tree
from withus.core.words import Capacity, Country
from withus.stores.record.append import THE_HOST, Actor
from withus.stores.record.check import check
from withus.stores.record.hashes import Stored
from withus.stores.record.models import Leaf, SealedValue
from withus.stores.record.read import find_log, leaves
from withus.stores.record.states import board_state

pytestmark = committed
WRITERS, TURNS = 4, 12


def at_once(work: Callable[[int], object]) -> list[object]:
    """Let several do something at the same time, each by a connection of their own."""

    def alone(number: int) -> object:
        try:
            return work(number)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(WRITERS) as people:
        return list(people.map(alone, range(WRITERS)))


def test_four_who_write_at_once_to_one_record_all_succeed() -> None:
    begin()
    make_board()
    who = [Actor(person=with_a_duty(f"Person {n}"), commanded=True) for n in range(WRITERS)]

    def write(number: int) -> None:
        for turn in range(TURNS):
            seat = place_made(f"seat {number} {turn}", Capacity.SERVICES)
            now = START + timedelta(seconds=turn)
            enter(seat, record=ORIGIN, by=who[number], now=now)

    at_once(write)
    log = find_log(ORIGIN)
    indexes = Leaf.objects.order_by("index").values_list("index", flat=True)
    assert list(indexes) == list(range(2 + WRITERS + WRITERS * TURNS))
    wanted = {an_id(f"seat {n} {turn}") for n in range(WRITERS) for turn in range(TURNS)}
    assert set(board_state(log, BOARD).places) == wanted
    assert SealedValue.objects.count() == 1 + WRITERS + WRITERS * TURNS
    assert Tree(Stored(log), size=log.size).root() == root_over(leaves(log)).root
    assert not list(check(log))
    said = [decode(each, index=n).circumstances for n, each in enumerate(leaves(log))]
    times = [one.at for one in said if isinstance(one.at, datetime)]
    assert times == sorted(times)
    assert len({one.by for one in said} - {None}) == WRITERS + 1


def test_four_who_write_at_once_to_records_of_their_own_all_succeed() -> None:
    origins = [f"{ELSEWHERE}/{n}" for n in range(WRITERS)]
    for origin in origins:
        begin(origin)
        make_board(origin)

    def write(number: int) -> None:
        for turn in range(TURNS):
            seat = place_made(f"seat {turn}", Capacity.SERVICES)
            enter(seat, record=origins[number], by=THE_HOST, now=START)

    at_once(write)
    for origin in origins:
        assert find_log(origin).size == 2 + TURNS
        assert not list(check(find_log(origin)))


def test_of_four_who_open_the_same_partnership_one_does() -> None:
    opening = PartnershipOpened(
        name="Thornmere Together",
        practice=False,
        follows=None,
        country=Country.ENGLAND,
        about="How people come home from hospital.",
    )

    def begin_it(number: int) -> object:
        try:
            return open_partnership(record=ORIGIN, by=THE_HOST, now=START, opening=opening)
        except Refusal as refused:
            return refused.code

    assert sorted(map(str, at_once(begin_it))) == ["(0,)", *["record_exists"] * 3]


def test_of_four_who_give_the_same_id_one_does() -> None:
    begin()
    make_board()

    def make(number: int) -> object:
        seat = place_made("the one seat", Capacity.SERVICES)
        try:
            return enter(seat, record=ORIGIN, by=THE_HOST, now=START)
        except Refusal as refused:
            return refused.code

    assert sorted(map(str, at_once(make))) == ["(2,)", *["id_taken"] * 3]


def test_of_four_who_take_the_same_place_one_does() -> None:
    begin()
    make_board()
    enter(place_made("seat", Capacity.SERVICES), record=ORIGIN, by=THE_HOST, now=START)
    people = [person(f"Person {n}") for n in range(WRITERS)]

    def take(number: int) -> object:
        taken = replace(place_taken("seat", f"holding {number}", "x"), person=people[number])
        try:
            return enter(taken, record=ORIGIN, by=THE_HOST, now=START)
        except Refusal as refused:
            return refused.code

    assert sorted(map(str, at_once(take))) == ["(3,)", *["place_held"] * 3]
