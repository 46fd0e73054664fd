"""What a person put right: kept beside what was read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.core.boards import (
    CARER,
    DRAWS,
    OFFICER,
    board,
    meeting,
    place,
    seen,
    some_boards,
    some_corrections,
)
from withus.core.minutes.corrections import (
    BY_HAND,
    Correction,
    MeetingChaired,
    MeetingDated,
    PlaceAdded,
    PlaceLeftOut,
    PlaceMerged,
    PlaceRead,
    corrected,
    for_next_time,
    places,
    same_key,
)
from withus.core.minutes.series import Series
from withus.core.minutes.sightings import Doubt, Meeting
from withus.core.words import Standing

HEAD = place("Head of Carers", "County Council", line=3)
KEY = HEAD.key
TWICE = board(
    meeting(HEAD, place("Director", "NHS Trust", line=4), held=date(2025, 1, 9)),
    meeting(replace(HEAD, line=8), seen(line=9), number=2, held=date(2025, 2, 9)),
)


def by_number(series: Series) -> dict[int, Meeting]:
    return {one.number: one for one in series.meetings}


def test_a_place_is_read_otherwise_at_every_meeting_where_it_was_seen() -> None:
    right = corrected(TWICE, [PlaceRead(KEY, CARER)])
    for one in right.meetings:
        assert one.sightings[0].capacity is CARER
        assert one.sightings[0].standing is Standing.MEMBER
        assert one.sightings[0].why == (BY_HAND,)
        assert one.sightings[1].capacity is OFFICER


def test_a_place_is_read_otherwise_at_only_one_meeting() -> None:
    right = by_number(corrected(TWICE, [PlaceRead(KEY, CARER, member=False, meeting=2)]))
    assert right[1] == TWICE.meetings[0]
    assert right[2].sightings[0].standing is Standing.IN_SUPPORT
    assert right[2].listed == 2
    assert len(right[2].members) == 1


def test_a_line_with_no_words_is_put_right_by_its_number_alone() -> None:
    right = by_number(corrected(TWICE, [PlaceRead("", DRAWS, meeting=2, line=9)]))
    assert right[1] == TWICE.meetings[0]
    assert right[2].count(DRAWS) == 1
    wordless = board(meeting(seen(line=1), seen(line=2)))
    right = by_number(corrected(wordless, [PlaceRead("", DRAWS, meeting=1, line=2)]))
    assert [one.capacity for one in right[1].sightings] == [OFFICER, DRAWS]


def test_a_place_merged_with_another_takes_its_words_and_is_one_place() -> None:
    right = corrected(TWICE, [PlaceMerged(KEY, "Director", "NHS Trust")])
    assert right.meetings[0].sightings[0].key == same_key("Director", "NHS Trust")
    assert [len(one.listed) for one in places(right.meetings)] == [3, 1]
    assert [one.listed for one in right.meetings] == [2, 2]


def test_a_line_that_lists_nobody_is_left_out_at_every_meeting_or_at_one() -> None:
    everywhere = corrected(TWICE, [PlaceLeftOut(KEY)])
    assert [one.listed for one in everywhere.meetings] == [1, 1]
    once = corrected(TWICE, [PlaceLeftOut(KEY, meeting=1, line=3)])
    assert [one.listed for one in once.meetings] == [1, 2]
    elsewhere = corrected(TWICE, [PlaceLeftOut(KEY, meeting=1, line=4)])
    assert elsewhere == TWICE


def test_somebody_missed_is_added_to_one_meeting_on_no_line() -> None:
    added = PlaceAdded(2, "Expert by experience", "", DRAWS, member=True)
    right = by_number(corrected(TWICE, [added]))
    assert right[1] == TWICE.meetings[0]
    assert right[2].sightings[-1].line == 0
    assert (right[2].listed, right[2].affected) == (3, 1)


def test_a_day_typed_by_hand_moves_the_meeting_to_its_place() -> None:
    right = corrected(TWICE, [MeetingDated(1, date(2025, 12, 1))])
    assert [one.number for one in right.meetings] == [2, 1]
    assert right.meetings[1].held == date(2025, 12, 1)


def test_a_chair_told_by_hand_stays_when_another_place_is_put_right() -> None:
    told = MeetingChaired(1, DRAWS)
    right = by_number(corrected(TWICE, [told, PlaceRead(KEY, CARER), PlaceLeftOut(KEY)]))
    assert right[1].chair is DRAWS
    assert right[2].chair is None


def test_putting_right_who_chaired_puts_the_chair_right() -> None:
    chaired = replace(meeting(replace(HEAD, chair=True), seen()), chair=OFFICER)
    right = corrected(board(chaired), [PlaceRead(KEY, CARER)])
    assert right.meetings[0].chair is CARER


def test_of_two_who_chair_together_the_people_it_is_about_go_first() -> None:
    other = replace(place("Director", "NHS Trust"), chair=True)
    together = replace(meeting(other, replace(HEAD, chair=True)), chair=OFFICER)
    right = corrected(board(together), [PlaceRead(KEY, CARER)])
    assert right.meetings[0].chair is CARER


def test_leaving_out_the_line_of_the_chair_leaves_the_chair_unsaid() -> None:
    chaired = replace(meeting(replace(HEAD, chair=True), seen()), chair=OFFICER)
    assert corrected(board(chaired), [PlaceLeftOut(KEY)]).meetings[0].chair is None


def test_of_two_corrections_of_one_place_the_later_holds() -> None:
    right = corrected(TWICE, [PlaceRead(KEY, CARER), PlaceRead(KEY, DRAWS)])
    assert right.meetings[0].sightings[0].capacity is DRAWS


@given(series=some_boards(), facts=some.lists(some_corrections(), max_size=4))
@settings(max_examples=60, deadline=None)
def test_what_was_read_stays_and_taking_all_back_undoes_all(
    series: Series, facts: list[Correction]
) -> None:
    before = repr(series)
    once = corrected(series, facts)
    assert corrected(series, facts) == once
    assert repr(series) == before
    assert sorted(corrected(series, []).meetings, key=lambda one: one.number) == list(
        series.meetings
    )


@given(series=some_boards(), fact=some_corrections())
@settings(max_examples=60, deadline=None)
def test_a_correction_twice_is_as_good_as_once(series: Series, fact: Correction) -> None:
    once, again = corrected(series, [fact]), corrected(series, [fact, fact])
    if isinstance(fact, PlaceAdded):
        added = sum(one.number == fact.meeting for one in series.meetings)
        counts = [sum(one.listed for one in found.meetings) for found in (once, again)]
        assert counts[1] == counts[0] + added
    else:
        assert again == once


@given(series=some_boards(), fact=some_corrections())
@settings(max_examples=60, deadline=None)
def test_only_the_meeting_that_a_correction_names_changes(series: Series, fact: Correction) -> None:
    named = getattr(fact, "meeting", None)
    before, after = by_number(corrected(series, [])), by_number(corrected(series, [fact]))
    assert before.keys() == after.keys()
    assert all(before[n] == after[n] for n in before if named not in (None, n))


def test_what_a_place_is_holds_next_time_and_what_happened_once_does_not() -> None:
    kept: list[Correction] = [
        PlaceRead(KEY, CARER),
        PlaceMerged(KEY, "Director", "NHS Trust"),
        PlaceLeftOut(KEY),
    ]
    once: list[Correction] = [
        PlaceRead(KEY, CARER, meeting=1),
        PlaceRead("", CARER, line=9),
        PlaceRead("", CARER),
        PlaceLeftOut(KEY, line=9),
        PlaceAdded(1, "Director", "", OFFICER, member=True),
        MeetingDated(1, date(2025, 1, 1)),
        MeetingChaired(1, CARER),
    ]
    assert for_next_time([*once, *kept]) == kept


def test_a_place_kept_by_its_key_is_known_in_another_order_of_its_words() -> None:
    another = board(meeting(place("County Council Head of Carers", "")))
    right = corrected(another, for_next_time([PlaceRead(KEY, CARER)]))
    assert right.meetings[0].affected == 1


def test_the_same_place_at_several_meetings_is_one_place() -> None:
    found = places(TWICE.meetings)
    assert [one.listed for one in found] == [((1, 3), (2, 8)), ((1, 4),), ((2, 9),)]
    assert found[0].key == KEY


@pytest.mark.parametrize("other", [replace(HEAD, capacity=CARER), seen(line=5), seen(line=6)])
def test_a_place_read_otherwise_or_with_no_words_is_a_place_of_its_own(other: object) -> None:
    found = places([meeting(HEAD, seen(line=4), other)])  # type: ignore[arg-type]
    assert len(found) == 3


def doubted(*doubts: Doubt) -> Series:
    return board(replace(TWICE.meetings[0], doubts=doubts))


def test_a_line_left_out_closes_the_doubt_about_it() -> None:
    read = doubted(Doubt("no_name", 3, fewer=1), Doubt("no_name", 4, fewer=1))
    (one,) = corrected(read, [PlaceLeftOut(KEY)]).meetings
    assert one.doubts == (Doubt("no_name", 4, fewer=1),)
    assert (one.listed, one.listed_at_least, one.listed_at_most) == (1, 0, 1)


def test_somebody_added_is_one_of_those_who_were_missed() -> None:
    read = doubted(Doubt("more_names", 3, more=1), Doubt("people_below", 9, more=2))
    added = PlaceAdded(1, "Carer", "", CARER, member=True)
    (one,) = corrected(read, [added]).meetings
    assert one.doubts == (Doubt("people_below", 9, more=2),)
    (one,) = corrected(read, [added, added]).meetings
    assert one.doubts == (Doubt("people_below", 9, more=1),)
    unknown = doubted(Doubt("few_listed", 3, more=None))
    assert corrected(unknown, [added]).meetings[0].doubts == (Doubt("few_listed", 3, more=None),)


def test_a_place_put_right_closes_the_doubt_about_what_it_is_only() -> None:
    read = doubted(Doubt("affected_words", 3), Doubt("no_name", 4, fewer=1))
    (one,) = corrected(read, [PlaceRead(KEY, CARER)]).meetings
    assert one.doubts == (Doubt("no_name", 4, fewer=1),)
