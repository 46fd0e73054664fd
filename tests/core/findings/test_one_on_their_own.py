"""B8: meetings where one of the people it is about had nobody beside them."""

from __future__ import annotations

from tests.core.boards import board, meeting, room
from withus.core.findings import Measured
from withus.core.findings.one_on_their_own import one_on_their_own


def measured(*rooms: tuple[int, int]) -> Measured:
    """Tell the finding for meetings of so many of the people, and so many we could not place."""
    meetings = [
        meeting(*room(affected=there, unsure=unsure, others=6), number=number)
        for number, (there, unsure) in enumerate(rooms, 1)
    ]
    found = one_on_their_own(board(*meetings))
    assert isinstance(found, Measured)
    return found


def ranges(found: Measured) -> tuple[int, int | None, int, int | None]:
    return found.count, found.count_at_most, found.of, found.of_at_most


def test_one_alone_at_one_of_two_meetings_that_had_any() -> None:
    found = measured((1, 0), (2, 0), (0, 0))
    assert ranges(found) == (1, None, 2, None)
    assert found.rows == ((1, 1, 0), (2, 2, 0), (3, 0, 0))


def test_somebody_unsure_may_have_been_their_company() -> None:
    assert ranges(measured((1, 1), (2, 0))) == (0, 1, 2, None)


def test_somebody_unsure_may_have_been_there_alone() -> None:
    assert ranges(measured((2, 0), (0, 1))) == (0, 1, 1, 2)


def test_two_of_them_are_company_whoever_else_was_unsure() -> None:
    assert ranges(measured((2, 3))) == (0, None, 1, None)


def test_the_lines_are_those_of_meetings_that_had_any() -> None:
    assert {one.meeting for one in measured((1, 0), (0, 2), (3, 0)).evidence} == {1, 3}
