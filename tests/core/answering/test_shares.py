"""How many were answered and told, and whose points are in: by count, share and entries."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.core.answering.telling import Telling, a_telling
from tests.core.facts.story import BOARD, an_id, place_made, place_taken
from withus.core.answering.shares import (
    NO_ANSWERS,
    NO_POINTS,
    Part,
    adopted_and_confirmed,
    answered_share,
    theirs,
    told_share,
    unanswered,
)
from withus.core.facts import answering as a
from withus.core.findings.finding import NotEnough
from withus.core.history.state import Board, Holding, Place
from withus.core.history.told import Told
from withus.core.words import Capacity, PointOutcome, PointSays


def seated(**capacities: Capacity) -> Board:
    """Return a board with a place for each, held by somebody called as their place."""
    places, place_of = {}, {}
    for name, capacity in capacities.items():
        made = Told(place_made(name, capacity), 0, None, None, None, None)  # type: ignore[arg-type]
        taken = Told(place_taken(name, f"{name} sits", name), 1, None, None, None, None)  # type: ignore[arg-type]
        places[an_id(name)] = Place(made=made, holdings=(Holding(taken),))
        place_of[an_id(f"{name} sits")] = an_id(name)
    return Board(places=places, place_of=place_of)


BOARDS = [seated(bo=Capacity.DRAWS_ON_SERVICES, flo=Capacity.SERVICES)]


@pytest.fixture
def told() -> Telling:
    """A work with a point of Bo's, one of Flo's and one of nobody's place."""
    found = a_telling()
    found.point("bo's", holding=an_id("bo sits"))
    found.point("flo's", holding=an_id("flo sits"))
    found.point("a card", said_capacity=Capacity.DRAWS_ON_SERVICES)
    return found


def test_without_points_there_is_no_share_and_not_nought() -> None:
    work = a_telling().work
    assert answered_share(work) == NotEnough(NO_POINTS)
    assert told_share(work) == NotEnough(NO_ANSWERS)


def test_the_answered_are_counted_of_those_that_somebody_stands_by(told: Telling) -> None:
    told.answer("bo's", PointOutcome.PARTLY)
    found = answered_share(told.work)
    assert isinstance(found, Part)
    assert (found.count, found.of, found.share, found.entries) == (1, 3, Fraction(1, 3), (1,))
    told(a.PointWithdrawn(point=an_id("a card")))
    assert answered_share(told.work) == Part(1, 2, (1,))
    assert unanswered(told.work) == (an_id("flo's"),)


def test_a_pasted_reason_is_no_answer_and_taking_it_up_needs_none(told: Telling) -> None:
    first = told.answer("bo's", PointOutcome.NOT)
    told.answer("flo's", PointOutcome.NOT, same=first)
    told.answer("a card", PointOutcome.ADOPTED, same=first)
    assert unanswered(told.work) == (an_id("flo's"),)


def test_told_is_of_those_who_were_answered_and_can_be_reached(told: Telling) -> None:
    told.answer("bo's", PointOutcome.ADOPTED)
    told.answer("a card", PointOutcome.NOT)
    told.tell("bo's")
    assert told_share(told.work) == Part(1, 2, (1,))
    assert told_share(told.work, reachable={an_id("bo's")}) == Part(1, 1, (1,))
    assert told_share(told.work, reachable=()) == NotEnough(NO_ANSWERS)


def test_a_point_is_theirs_by_the_place_and_never_by_what_somebody_says(told: Telling) -> None:
    assert theirs(told.work, BOARDS) == {
        Capacity.DRAWS_ON_SERVICES: (an_id("bo's"),),
        Capacity.SERVICES: (an_id("flo's"),),
    }


def test_a_point_is_in_once_whoever_put_it_says_so(told: Telling) -> None:
    for name in ("bo's", "flo's", "a card"):
        told.link(name)
        told.answer(name, PointOutcome.ADOPTED)
    assert adopted_and_confirmed(told.work, BOARDS) == ()
    for name in ("bo's", "flo's", "a card"):
        told.says(name, PointSays.PARTLY)
    assert adopted_and_confirmed(told.work, BOARDS) == (an_id("bo's"),)
    told.says("bo's", PointSays.NOT_THERE)
    assert adopted_and_confirmed(told.work, BOARDS) == ()


@pytest.mark.parametrize("left_out", ["link", "answer", "adopted", "before"])
def test_a_point_is_not_in_without_all_of_it(told: Telling, left_out: str) -> None:
    if left_out != "link":
        told.link("bo's")
    if left_out == "before":
        told.says("bo's", PointSays.THERE)
    if left_out != "answer":
        not_in = left_out == "adopted"
        told.answer("bo's", PointOutcome.NOT if not_in else PointOutcome.ADOPTED)
    if left_out != "before":
        told.says("bo's", PointSays.THERE)
    assert adopted_and_confirmed(told.work, BOARDS) == ()


def test_whose_place_it_was_is_found_on_a_board_that_takes_part(told: Telling) -> None:
    assert an_id(BOARD) not in told.work.points
    assert theirs(told.work, [Board(), *BOARDS]) == theirs(told.work, BOARDS)
