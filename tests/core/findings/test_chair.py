"""B4: meetings chaired by one of the people it is about."""

from __future__ import annotations

from dataclasses import replace

from tests.core.boards import CARER, DRAWS, OFFICER, UNSURE, board, meeting, room, seen
from withus.core.findings import Evidence, Measured, NotEnough
from withus.core.findings.chair import chair
from withus.core.minutes.sightings import Meeting
from withus.core.words import Capacity


def chaired(by: Capacity | None, number: int = 1) -> Meeting:
    return replace(meeting(*room(affected=1, others=3), number=number), chair=by)


def test_one_of_three_meetings_was_chaired_by_one_of_them() -> None:
    found = chair(board(chaired(CARER), chaired(OFFICER, 2), chaired(Capacity.ELECTED, 3)))
    assert isinstance(found, Measured)
    assert (found.count, found.of, found.count_at_most) == (1, 3, None)
    assert found.rows == ((1, 1), (2, 0), (3, 0))


def test_a_chair_not_said_may_have_been_one_of_them() -> None:
    found = chair(board(chaired(OFFICER), chaired(None, 2), chaired(UNSURE, 3)))
    assert isinstance(found, Measured)
    assert (found.count, found.count_at_most, found.of) == (0, 2, 3)


def test_nobody_chairing_in_a_known_capacity_is_not_enough() -> None:
    found = chair(board(chaired(None), chaired(UNSURE, 2)))
    assert isinstance(found, NotEnough)
    assert found.rows == ((1, -1), (2, -1))


def test_the_line_of_whoever_chaired_is_the_evidence() -> None:
    who = replace(seen(DRAWS, line=12), chair=True)
    found = chair(board(replace(meeting(who, seen(line=3)), chair=DRAWS)))
    assert isinstance(found, Measured)
    assert found.evidence == (Evidence(1, 12),)
