"""A room as a picture."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.core.boards import board, meeting, room, seen, some_boards
from withus.core.minutes.series import Series
from withus.core.words import AFFECTED, Capacity
from withus.saying.checking import picture
from withus.saying.checking.picture import BAR_WIDTH, WIDTH, Mark

members = some.lists(some.sampled_from(Capacity), min_size=1, max_size=40)
support = some.lists(some.sampled_from(Capacity), max_size=40)


def drawn(inside: list[Capacity], outside: list[Capacity]) -> picture.Room:
    who = [seen(code) for code in inside] + [seen(code, support=True) for code in outside]
    return picture.room(meeting(*who))


def middle(mark: Mark) -> tuple[float, float]:
    return mark.x + mark.size / 2, mark.y + mark.size / 2


@given(inside=members, outside=support)
@settings(max_examples=60, deadline=None)
def test_everybody_listed_has_one_mark_of_their_capacity(
    inside: list[Capacity], outside: list[Capacity]
) -> None:
    made = drawn(inside, outside)
    assert sorted(mark.capacity for mark in made.members) == sorted(inside)
    assert sorted(mark.capacity for mark in made.support) == sorted(outside)


@pytest.mark.parametrize("people", range(1, 41))
def test_no_two_members_marks_overlap(people: int) -> None:
    made = drawn([Capacity.SERVICES] * people, [])
    for one, two in combinations(made.members, 2):
        assert math.dist(middle(one), middle(two)) >= one.size


@given(inside=members, outside=support)
@settings(max_examples=60, deadline=None)
def test_everything_is_inside_the_picture_and_off_the_table(
    inside: list[Capacity], outside: list[Capacity]
) -> None:
    made = drawn(inside, outside)
    for mark in (*made.members, *made.support):
        assert mark.x >= 0 and mark.y >= 0
        assert mark.x + mark.size <= WIDTH
        assert mark.y + mark.size <= made.height
    left, top, wide, high = made.table
    for mark in made.members:
        x, y = middle(mark)
        assert not (left < x < left + wide and top < y < top + high)
    assert made.middle == pytest.approx(top + high / 2)


@given(inside=members, outside=support)
@settings(max_examples=60, deadline=None)
def test_people_in_support_sit_below_the_table_and_apart(
    inside: list[Capacity], outside: list[Capacity]
) -> None:
    made = drawn(inside, outside)
    lowest = max(mark.y + mark.size for mark in made.members)
    assert all(mark.y >= lowest for mark in made.support)
    for one, two in combinations(made.support, 2):
        assert abs(one.x - two.x) >= one.size or abs(one.y - two.y) >= one.size


@given(inside=members)
@settings(max_examples=60, deadline=None)
def test_the_people_it_is_about_sit_on_top(inside: list[Capacity]) -> None:
    made = drawn(inside, [])
    theirs = [mark.y for mark in made.members if mark.capacity in AFFECTED]
    others = [mark.y for mark in made.members if mark.capacity not in AFFECTED]
    if theirs and others:
        assert max(theirs) <= min(others) + 1


def test_an_empty_room_can_be_drawn() -> None:
    made = drawn([], [])
    assert (made.members, made.support, made.count, made.of) == ((), (), "0", "of 0")


def test_the_room_says_its_figures_in_words() -> None:
    made = picture.room(meeting(*room(affected=2, unsure=1, others=8, support=4)))
    assert (made.count, made.of) == ("2, perhaps 3", "of 11")
    assert made.title == "day not given: 11 members listed, 2 of them people it is about"


@given(series=some_boards())
@settings(max_examples=60, deadline=None)
def test_the_bar_is_filled_by_every_capacity_among_the_members(series: Series) -> None:
    made = picture.bar(series.meetings)
    among = {seen.capacity for one in series.meetings for seen in one.members}
    if made is None:
        assert not among
        return
    assert {segment.capacity for segment in made.segments} == among
    assert sum(segment.width for segment in made.segments) == pytest.approx(BAR_WIDTH, abs=0.5)
    assert made.segments[0].x == 0
    for one, two in zip(made.segments, made.segments[1:], strict=False):
        assert one.x + one.width == pytest.approx(two.x, abs=0.2)


def test_company_shows_a_mark_for_each_of_the_people_and_of_the_unsure() -> None:
    rows = picture.company(board(meeting(*room(affected=2, unsure=1, others=5))).meetings)
    assert [row.marks for row in rows] == [("unpaid_carers", "unpaid_carers", "unsure")]


def test_a_chair_not_said_is_drawn_as_unsure() -> None:
    assert [row.marks for row in picture.chairs([meeting()])] == [("unsure",)]
