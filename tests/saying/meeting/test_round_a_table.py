"""The room drawn: everybody apart, the people it is about at the head, the ring open or closed."""

from __future__ import annotations

import math
from itertools import combinations

import pytest

from withus.core.words import Capacity
from withus.saying.meeting.round_a_table import HEIGHT, NUMBERED, SIZE, WIDTH, Table, drawn

D, S = Capacity.DRAWS_ON_SERVICES, Capacity.SERVICES


def seats(affected: int, others: int) -> list[tuple[Capacity, bool]]:
    return [(D, True)] * affected + [(S, True)] * others


def middles(table: Table) -> list[tuple[float, float]]:
    return [(float(mark.x) + SIZE / 2, float(mark.y) + SIZE / 2) for mark in table.marks]


@pytest.mark.parametrize("count", [1, 2, 6, 12, 18, 19, 40, 60, 96])
def test_no_mark_touches_another_or_leaves_the_picture(count: int) -> None:
    table = drawn(seats(count // 3, count - count // 3))
    found = middles(table)
    assert all(math.dist(one, other) >= SIZE for one, other in combinations(found, 2))
    wide, high = float(table.width), float(table.height)
    assert all(SIZE / 2 <= x <= wide - SIZE / 2 for x, _ in found)
    assert all(SIZE / 2 <= y <= high - SIZE / 2 for _, y in found)


def test_the_people_it_is_about_sit_at_the_head() -> None:
    found = middles(drawn(seats(3, 9)))
    assert max(y for _, y in found[:3]) < min(y for _, y in found[3:])
    assert found[1][0] == pytest.approx(WIDTH / 2, abs=1)


def test_whoever_is_not_there_has_a_broken_outline() -> None:
    table = drawn([(D, True), (D, False), (S, True), (S, False)])
    assert [mark.shape for mark in table.marks] == [
        "m-draws_on_services", "m-empty", "m-services", "e-square",
    ]  # fmt: skip
    assert [mark.number for mark in table.marks] == [1, 2, 3, 4]


def test_marks_are_numbered_while_the_figures_can_be_read() -> None:
    assert drawn(seats(3, NUMBERED - 3)).numbered
    larger = drawn(seats(3, NUMBERED))
    assert not larger.numbered
    assert float(larger.width) > WIDTH
    assert float(larger.height) > HEIGHT
    part = float(larger.sizes[0]) / float(larger.width)
    assert part == pytest.approx(34 / WIDTH, abs=0.001), "the figure in the middle grows with it"


def test_the_ring_is_closed_or_open_at_those_who_lack_or_is_not_there() -> None:
    assert drawn(seats(3, 3)).ring == ()
    assert len(drawn(seats(3, 3), lacking=[]).ring) == 1
    one = drawn(seats(3, 3), lacking=[0])
    assert len(one.ring) == 1
    assert one.ring != drawn(seats(3, 3), lacking=[]).ring
    assert len(drawn(seats(3, 3), lacking=[0, 2, 4]).ring) == 3
    assert drawn(seats(30, 30), lacking=range(60)).ring == ()  # nobody is there


def test_an_empty_board_is_an_empty_table() -> None:
    assert drawn([]).marks == ()
