"""B12, as far as minutes show it: decisions, and who of the people was there."""

from __future__ import annotations

from tests.core.boards import board, meeting, room
from withus.core.findings import Evidence, Measured
from withus.core.findings.whose_meeting import whose_meeting


def test_decisions_are_counted_by_how_many_of_the_people_were_there() -> None:
    found = whose_meeting(
        board(
            meeting(*room(affected=2, others=5), decided=3),
            meeting(*room(others=5), number=2, decided=2),
            meeting(*room(affected=2), number=3, decided=1),
            meeting(*room(affected=9), number=4),
        )
    )
    assert isinstance(found, Measured)
    assert (found.count, found.of, found.count_at_most) == (4, 6, None)
    assert found.rows == ((0, 2), (2, 4))
    assert found.evidence[0] == Evidence(1, 100)
    assert len(found.evidence) == found.of


def test_somebody_unsure_makes_it_a_range() -> None:
    unsure = meeting(*room(unsure=1, others=5), decided=2)
    found = whose_meeting(board(unsure, meeting(*room(others=5), number=2, decided=1)))
    assert isinstance(found, Measured)
    assert (found.count, found.count_at_most, found.of) == (0, 2, 3)


def test_somebody_unsure_beside_one_of_the_people_changes_nothing() -> None:
    found = whose_meeting(board(meeting(*room(affected=1, unsure=1), decided=2)))
    assert isinstance(found, Measured)
    assert (found.count, found.count_at_most, found.of) == (2, None, 2)
