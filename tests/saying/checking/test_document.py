"""The JSON that others may build on."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from tests.core.boards import CARER, board, meeting, room, seen, some_boards, some_corrections
from tests.house.tree import SOURCE
from withus.core.minutes.checkfile import Check, from_json
from withus.core.minutes.corrections import Correction, MeetingDated, PlaceAdded
from withus.core.minutes.series import Series, read_series
from withus.core.minutes.text import numbered
from withus.core.words import Capacity
from withus.saying.checking.document import check_document, document

EXAMPLE = SOURCE / "screens" / "checking" / "example"
MEETING = """date listed listed_at_least listed_at_most members members_at_least members_at_most
in_attendance draws_on_services unpaid_carers community services elected other unsure apologies
chair places doubts""".split()
PLACE = ["role", "organisation", "capacity", "member", "why", "line"]
FINDING = "id title count count_at_most of of_at_most share reason sentence evidence".split()
COUNTED = MEETING[8:15]
FIGURES = ("count", "count_at_most", "of", "of_at_most", "share")
STEPS = re.compile(r"co.?produc|co.?design|consultation|engagement|user.led|token|ladder", re.I)

# date: listed, members from, members to, unpaid carers, elected, apologies; counted by hand.
DEVON = {
    "2024-02-08": (15, 11, 14, 2, 1, 3),
    "2025-03-27": (21, 14, 20, 2, 2, 1),
    "2025-04-22": (22, 14, 21, 2, 1, 3),
    "2025-11-04": (19, 12, 18, 1, 1, 3),
}


def texts() -> dict[str, str]:
    return {path.stem: path.read_text("utf-8") for path in sorted(Path(EXAMPLE).iterdir())}


def devon() -> Series:
    return read_series([numbered(text) for text in texts().values()])


@given(series=some_boards())
@settings(max_examples=60, deadline=None)
def test_it_holds_exactly_the_keys_that_are_promised(series: Series) -> None:
    told = document(series)
    assert list(told) == ["board", "meetings", "findings"]
    assert all(list(one) == MEETING for one in told["meetings"])
    assert all(list(one) == PLACE for one in places_of(told))
    assert all(sorted(one) == sorted(FINDING) for one in told["findings"])
    assert all(set(each) == {"meeting", "line"} for each in evidence_of(told))
    assert json.loads(json.dumps(told)) == told


@given(series=some_boards())
@settings(max_examples=60, deadline=None)
def test_the_figures_of_a_meeting_add_up(series: Series) -> None:
    for one in document(series)["meetings"]:
        assert one["members"] == sum(one[key] for key in COUNTED)
        assert one["listed"] == one["members"] + one["in_attendance"] == len(one["places"])
        assert one["members_at_least"] <= one["members"] <= one["members_at_most"]
        assert one["members"] == sum(place["member"] for place in one["places"])


@given(series=some_boards())
@settings(max_examples=60, deadline=None)
def test_findings_have_figures_or_a_reason_and_never_both(series: Series) -> None:
    for one in document(series)["findings"]:
        if one["reason"] is None:
            assert one["share"] and "/" in one["share"]
            assert one["count"] is not None and one["of"] is not None
        else:
            assert [one[key] for key in FIGURES] == [None] * len(FIGURES)
            assert one["evidence"] == []


@given(series=some_boards())
@settings(max_examples=60, deadline=None)
def test_evidence_points_to_meetings_of_the_document(series: Series) -> None:
    told = document(series)
    for each in evidence_of(told):
        assert 1 <= each["meeting"] <= len(told["meetings"])
        assert each["line"] is None or each["line"] >= 1


def test_independent_members_are_counted_among_others() -> None:
    independent = seen(Capacity.INDEPENDENT)
    told = document(board(meeting(independent, seen(Capacity.OTHER), seen(CARER))))
    assert told["meetings"][0]["other"] == 2


def test_somebody_added_by_hand_is_on_no_line() -> None:
    added = PlaceAdded(1, "Expert by experience", "", CARER, member=True)
    told = document(Check(board(meeting(*room(others=1))), (added,)).series)
    assert [one["line"] for one in places_of(told)] == [1, None]
    assert told["findings"][0]["evidence"] == [{"meeting": 1, "line": None}]


def test_evidence_follows_a_meeting_that_a_day_put_right_has_moved() -> None:
    first = meeting(seen(CARER, line=4), held=date(2025, 1, 9))
    second = meeting(seen(CARER, line=8), number=2, held=date(2025, 2, 9))
    moved = Check(board(first, second), (MeetingDated(1, date(2025, 3, 9)),))
    told = document(moved.series)
    assert told["meetings"][0]["date"] == "2025-02-09"
    evidence = told["findings"][0]["evidence"]
    assert evidence == [{"meeting": 1, "line": 8}, {"meeting": 2, "line": 4}]


def test_what_is_not_known_is_null() -> None:
    told = document(board(meeting(seen()), name=""))
    assert told["board"] is None
    only = told["meetings"][0]
    assert (only["date"], only["chair"]) == (None, None)
    assert (only["places"][0]["role"], only["places"][0]["organisation"]) == (None, None)


@given(series=some_boards(), fact=some_corrections())
@settings(max_examples=40, deadline=None)
def test_a_saved_check_holds_the_output_and_opens_again(series: Series, fact: Correction) -> None:
    check = Check(series, (fact,))
    saved = json.loads(json.dumps(check_document(check)))
    assert saved["output"] == document(check.series)
    assert from_json(saved) == check


def test_a_real_board_is_counted_within_its_bounds() -> None:
    told = document(devon())
    assert [one["date"] for one in told["meetings"]] == list(DEVON)
    for one in told["meetings"]:
        listed, least, most, carers, elected, apologies = DEVON[one["date"]]
        assert one["listed"] == listed
        assert least <= one["members_at_least"] <= one["members_at_most"] <= most
        assert (one["draws_on_services"], one["unpaid_carers"]) == (0, carers)
        assert (one["elected"], one["apologies"]) == (elected, apologies)


def test_evidence_of_a_real_board_points_to_lines_that_exist() -> None:
    told = document(devon())
    lengths = [len(text.splitlines()) for text in texts().values()]
    assert evidence_of(told)
    for each in evidence_of(told):
        assert 1 <= each["line"] <= lengths[each["meeting"] - 1]
    assert all(one["line"] for one in places_of(told))


def test_no_word_for_a_person_of_a_real_board_is_told() -> None:
    told = json.dumps(document(devon()))
    assert not re.search(r"Member \d\d", told)


def test_no_step_of_the_ladder_is_told_of_a_real_board() -> None:
    told = document(devon())
    said = [one[key] for one in told["findings"] for key in ("title", "sentence")]
    assert not STEPS.search(" ".join(said))
    keys = {*told, *told["meetings"][0], *told["findings"][0]}
    assert not keys & {"step", "verdict", "band", "level", "low", "high"}


def places_of(told: dict[str, Any]) -> list[dict[str, Any]]:
    return [place for one in told["meetings"] for place in one["places"]]


def evidence_of(told: dict[str, Any]) -> list[dict[str, Any]]:
    return [each for one in told["findings"] for each in one["evidence"]]


@pytest.mark.parametrize("capacity", Capacity)
def test_the_chair_is_told_as_a_capacity(capacity: Capacity) -> None:
    chaired = meeting(seen())
    told = document(board(type(chaired)(None, chaired.sightings, 0, capacity, ())))
    assert told["meetings"][0]["chair"] == capacity.value


def test_a_doubt_is_told_with_its_line_and_why() -> None:
    series = read_series([numbered("Present: Bea Quilling, Zennor, Cal Dornish, Dee Eavesly\n")])
    one = document(series)["meetings"][0]
    assert (one["listed_at_least"], one["listed"], one["listed_at_most"]) == (3, 3, 4)
    assert one["doubts"] == [{"line": 1, "why": "a lone word may be a person or a body"}]
