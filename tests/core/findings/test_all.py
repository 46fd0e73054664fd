"""What holds of every finding, whatever the minutes say."""

from __future__ import annotations

import random
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.core.boards import board, meeting, room, some_boards
from withus.core.findings import FINDINGS, Finding, Measured, NotEnough
from withus.core.minutes.series import Series
from withus.core.minutes.sightings import Meeting

every_finding = pytest.mark.parametrize("finding", FINDINGS, ids=lambda one: one.id)


def figures(found: Measured | NotEnough) -> object:
    """Tell what a finding says, without where it says it is from or in what order."""
    if isinstance(found, NotEnough):
        return found.reason
    return found.count, found.of, found.count_at_most, found.of_at_most, found.share


def shuffled(series: Series, dice: random.Random) -> Series:
    """Tell the same meetings and people in another order."""
    meetings = [
        replace(one, sightings=tuple(dice.sample(one.sightings, len(one.sightings))))
        for one in series.meetings
    ]
    dice.shuffle(meetings)
    return replace(series, meetings=tuple(meetings))


def relabelled(one: Meeting) -> Meeting:
    """Tell a meeting with every post called something else, on another line."""
    seen = tuple(
        replace(who, role=f"Post {place}", organisation="Elsewhere", line=who.line + 7)
        for place, who in enumerate(one.sightings)
    )
    return replace(one, sightings=seen)


@every_finding
@given(series=some_boards(), dice=some.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_the_order_of_meetings_and_people_changes_nothing(
    finding: Finding, series: Series, dice: random.Random
) -> None:
    once, again = finding.compute(series), finding.compute(shuffled(series, dice))
    assert figures(once) == figures(again)
    assert sorted(once.rows) == sorted(again.rows)
    if isinstance(once, Measured) and isinstance(again, Measured):
        assert set(once.evidence) == set(again.evidence)


@every_finding
@given(series=some_boards())
@settings(max_examples=40, deadline=None)
def test_what_posts_are_called_changes_nothing(finding: Finding, series: Series) -> None:
    meetings = tuple(map(relabelled, series.meetings))
    renamed = replace(series, board="Another board", meetings=meetings)
    assert figures(finding.compute(series)) == figures(finding.compute(renamed))


@every_finding
@given(series=some_boards())
@settings(max_examples=40, deadline=None)
def test_a_range_holds_its_figure_and_a_share_is_exact(finding: Finding, series: Series) -> None:
    found = finding.compute(series)
    if isinstance(found, NotEnough):
        return
    count_most = found.count if found.count_at_most is None else found.count_at_most
    of_most = found.of if found.of_at_most is None else found.of_at_most
    assert 0 <= found.count <= count_most <= of_most
    assert found.count <= found.of <= of_most
    assert found.count_at_most != found.count
    assert found.of_at_most != found.of
    assert found.of > 0
    assert found.share == Fraction(found.count, found.of)
    assert isinstance(found.share, Fraction)


@every_finding
@given(series=some_boards())
@settings(max_examples=40, deadline=None)
def test_every_line_given_as_evidence_is_one_that_was_read(
    finding: Finding, series: Series
) -> None:
    found = finding.compute(series)
    lines = {(one.number, each.line) for one in series.meetings for each in one.sightings}
    lines |= {(one.number, each.line) for one in series.meetings for each in one.decisions}
    evidence = found.evidence if isinstance(found, Measured) else ()
    assert {(one.meeting, one.line) for one in evidence} <= lines


@pytest.mark.parametrize(
    ("id_", "series", "reason"),
    [
        ("B1", board(), "no_members"),
        ("B1", board(meeting()), "no_members"),
        ("B1", board(meeting(*room(support=3))), "no_members"),
        ("B1", board(meeting(*room(unsure=3, support=1))), "no_roles"),
        ("B4", board(), "chair_not_said"),
        ("B4", board(meeting(*room(affected=2))), "chair_not_said"),
        ("B8", board(), "none_came"),
        ("B8", board(meeting(*room(others=5))), "none_came"),
        ("B8", board(meeting(*room(others=5, unsure=1))), "none_came_surely"),
        ("B12", board(), "no_decisions_marked"),
        ("B12", board(meeting(*room(affected=1))), "no_decisions_marked"),
    ],
)
def test_thin_minutes_give_a_reason_and_never_a_nought(
    id_: str, series: Series, reason: str
) -> None:
    finding = next(one for one in FINDINGS if one.id == id_)
    found = finding.compute(series)
    assert isinstance(found, NotEnough)
    assert found.reason == reason


def test_each_finding_has_its_own_id_and_says_where_it_is_from() -> None:
    assert [one.id for one in FINDINGS] == ["B1", "B4", "B8", "B12"]
    assert all(one.source and one.version >= 1 and one.reads for one in FINDINGS)


def test_nothing_counted_of_has_no_share() -> None:
    assert Measured(0, 0, None, None, ()).share is None
