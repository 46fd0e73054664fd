"""B1: how many of the members are the people it is about."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from tests.core.boards import CARER, DRAWS, OFFICER, board, meeting, room, seen, some_boards
from withus.core.findings import Evidence, Measured
from withus.core.findings.members_and_heads import members_and_heads
from withus.core.minutes.series import Series
from withus.core.minutes.sightings import Sighting
from withus.core.words import Standing


def measured(series: Series) -> Measured:
    found = members_and_heads(series)
    assert isinstance(found, Measured)
    return found


def with_one_more(series: Series, who: Sighting) -> Series:
    """Tell a series with somebody more at its first meeting."""
    first, *others = series.meetings
    more = replace(first, sightings=(*first.sightings, who))
    return replace(series, meetings=(more, *others))


def test_two_of_eleven_members_with_fifteen_in_the_room() -> None:
    found = measured(board(meeting(*room(affected=2, others=9, support=4))))
    assert (found.count, found.of, found.count_at_most, found.of_at_most) == (2, 11, None, None)
    assert found.rows == ((1, 2, 0, 11, 11, 15),)


def test_two_perhaps_three_where_one_could_not_be_placed() -> None:
    found = measured(board(meeting(*room(affected=2, unsure=1, others=8))))
    assert (found.count, found.count_at_most, found.of) == (2, 3, 11)


def test_somebody_who_only_looks_like_support_makes_the_members_a_range() -> None:
    perhaps = replace(seen(), standing=Standing.PERHAPS_IN_SUPPORT)
    found = measured(board(meeting(*room(affected=2, others=9), perhaps)))
    assert (found.of, found.of_at_most) == (11, 12)
    assert found.rows == ((1, 2, 0, 11, 12, 12),)


def test_a_supporter_beside_one_of_the_people_is_never_counted() -> None:
    found = measured(board(meeting(seen(DRAWS), seen(), seen(DRAWS, support=True))))
    assert (found.count, found.of) == (1, 2)


def test_several_meetings_are_added_and_their_lines_named() -> None:
    first = meeting(seen(CARER, line=4), seen(line=5))
    second = meeting(seen(line=2), seen(DRAWS, line=3), seen(line=9), number=2)
    found = measured(board(first, second))
    assert (found.count, found.of) == (2, 5)
    assert found.evidence == (Evidence(1, 4), Evidence(2, 3))


@given(series=some_boards())
@settings(max_examples=40, deadline=None)
def test_one_more_of_the_people_never_lowers_the_count(series: Series) -> None:
    before = members_and_heads(series)
    after = measured(with_one_more(series, seen(CARER)))
    assert after.count == 1 + (before.count if isinstance(before, Measured) else _affected(series))


def _affected(series: Series) -> int:
    return sum(one.affected for one in series.meetings)


@given(series=some_boards())
@settings(max_examples=40, deadline=None)
def test_one_more_officer_raises_members_and_listed_and_nothing_else(series: Series) -> None:
    before = measured(with_one_more(series, seen(CARER)))
    after = measured(with_one_more(with_one_more(series, seen(CARER)), seen(OFFICER)))
    assert (after.count, after.count_at_most) == (before.count, before.count_at_most)
    assert after.of == before.of + 1
    assert after.evidence == before.evidence
    first, *others = after.rows
    number, affected, perhaps, members, most, listed = before.rows[0]
    assert first == (number, affected, perhaps, members + 1, most + 1, listed + 1)
    assert tuple(others) == before.rows[1:]


@given(series=some_boards())
@settings(max_examples=40, deadline=None)
def test_one_more_in_support_raises_only_the_room(series: Series) -> None:
    before = measured(with_one_more(series, seen(CARER)))
    after = measured(with_one_more(with_one_more(series, seen(CARER)), seen(support=True)))
    assert replace(after, rows=()) == replace(before, rows=())
    assert after.rows[0] == (*before.rows[0][:-1], before.rows[0][-1] + 1)
