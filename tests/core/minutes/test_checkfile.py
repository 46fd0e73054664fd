"""The file a check is kept in: whole, bounded, and with no names."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.core.boards import CARER, board, meeting, place, some_boards, some_corrections
from withus.core.minutes import checkfile, series
from withus.core.minutes.checkfile import Check, for_roles, from_json, is_address, to_json
from withus.core.minutes.corrections import (
    Correction,
    MeetingChaired,
    MeetingDated,
    PlaceAdded,
    PlaceLeftOut,
    PlaceMerged,
    PlaceRead,
)
from withus.core.minutes.reading import read_meeting
from withus.core.minutes.series import Series
from withus.core.minutes.strict import NotACheckFile
from withus.core.minutes.text import LONGEST_LINE, numbered
from withus.core.words import Capacity

CANARY = "Zebedee Quillfeather"
HEAD = place("Head of Carers", "County Council", line=3)
FACTS: tuple[Correction, ...] = (
    PlaceRead(HEAD.key, CARER, member=True),
    PlaceMerged(HEAD.key, "Director", "NHS Trust"),
    PlaceLeftOut(HEAD.key, meeting=1, line=3),
    PlaceAdded(1, "Expert by experience", "", CARER, member=True),
    MeetingDated(1, date(2025, 3, 1)),
    MeetingChaired(1, Capacity.ELECTED),
)
ONE = replace(meeting(HEAD, decided=2, held=date(2025, 1, 9)), chair=CARER, apologies=2)
GOOD = Check(board(ONE), FACTS, "https://www.example.gov.uk/minutes/9")
OUT = to_json(GOOD)

plain_values = some.recursive(
    some.none()
    | some.booleans()
    | some.integers()
    | some.floats(allow_nan=False)
    | some.text(max_size=9)
    | some.sampled_from(["withus-check-1", "place", "merge", "2025-01-01", "services", "member"]),
    lambda inner: (
        some.lists(inner, max_size=3)
        | some.dictionaries(
            some.sampled_from([*OUT, *OUT["as_read"][0], "kind", "key", "capacity"])
            | some.text(max_size=3),
            inner,
            max_size=6,
        )
    ),
    max_leaves=12,
)


def through_json(check: Check) -> Check:
    return from_json(json.loads(json.dumps(to_json(check))))


def places_in(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of every value in plain data."""
    inside = data.items() if isinstance(data, dict) else []
    for key, value in enumerate(data) if isinstance(data, list) else inside:
        yield (*path, key)
        yield from places_in(value, (*path, key))


PATHS = list(places_in(OUT))


def changed(path: tuple[Any, ...], value: object) -> dict[str, Any]:
    """Tell the good file with one value changed."""
    data: Any = copy.deepcopy(OUT)
    inside = data
    for key in path[:-1]:
        inside = inside[key]
    inside[path[-1]] = value
    return dict(data)


def read_or_refused(data: object) -> Check | None:
    """Read a file or be refused; anything else that goes wrong fails the test."""
    try:
        return from_json(data)
    except NotACheckFile:
        return None


def test_a_check_comes_back_as_it_was_kept() -> None:
    assert through_json(GOOD) == GOOD
    assert OUT["format"] == "withus-check-1"
    assert set(OUT) == {"format", "board", "source", "as_read", "corrections"}


@given(series=some_boards(), facts=some.lists(some_corrections(), max_size=4))
@settings(max_examples=60, deadline=None)
def test_every_check_comes_back_as_it_was_kept(series: Series, facts: list[Correction]) -> None:
    check = Check(series, tuple(facts))
    back = through_json(check)
    assert back == check
    assert back.series == check.series


@given(data=plain_values)
@settings(max_examples=150, deadline=None)
def test_any_json_is_read_or_refused(data: object) -> None:
    read_or_refused(data)


@given(path=some.sampled_from(PATHS), value=plain_values)
@settings(max_examples=200, deadline=None)
def test_any_one_value_changed_is_read_or_refused(path: tuple[Any, ...], value: object) -> None:
    check = read_or_refused(changed(path, value))
    if check is not None:
        assert through_json(check) == check
        assert check.series.board == check.as_read.board


@pytest.mark.parametrize("path", PATHS, ids=lambda path: "-".join(map(str, path)))
def test_a_value_of_another_kind_anywhere_is_refused(path: tuple[Any, ...]) -> None:
    assert read_or_refused(changed(path, {"x": object()})) is None
    assert read_or_refused(changed(path, 1.5)) is None
    assert read_or_refused(changed(path, "\ud800")) is None


NEEDED = [*OUT, *OUT["as_read"][0], *OUT["as_read"][0]["listed"][0]]


@pytest.mark.parametrize("key", [key for key in NEEDED if key != "doubts"])
def test_a_key_left_out_is_refused(key: str) -> None:
    data = copy.deepcopy(OUT)
    read = data["as_read"][0]
    for part in (data, read, read["listed"][0]):
        part.pop(key, None)
    assert read_or_refused(data) is None


@pytest.mark.parametrize(
    ("path", "most"),
    [
        (("as_read",), checkfile.MOST_MEETINGS),
        (("as_read", 0, "listed"), series.MOST_AT_A_MEETING),
        (("as_read", 0, "decisions"), checkfile.MOST_DECISIONS),
        (("as_read", 0, "listed", 0, "why"), checkfile.MOST_REASONS),
        (("corrections",), checkfile.MOST_CORRECTIONS),
    ],
)
def test_a_list_may_be_so_long_and_no_longer(path: tuple[Any, ...], most: int) -> None:
    inside: Any = OUT
    for key in path:
        inside = inside[key]
    assert read_or_refused(changed(path, inside[:1] * most)) is not None
    assert read_or_refused(changed(path, inside[:1] * (most + 1))) is None


def test_a_name_planted_in_any_words_of_the_file_is_not_shown() -> None:
    shown = [
        path for path in PATHS if path[-1] in ("board", "role", "organisation") or "why" in path
    ]
    assert len(shown) > 6
    for path in shown:
        for planted in (CANARY, CANARY.lower(), f"Director, {CANARY}"):
            check = read_or_refused(changed(path, planted))
            kept = repr(check).lower()
            assert "zebedee" not in kept, path
            assert "quillfeather" not in kept, path


def test_the_refusal_names_a_place_and_quotes_nothing() -> None:
    with pytest.raises(NotACheckFile) as raised:
        from_json(changed(("as_read", 0, "held"), CANARY))
    assert raised.value.parameters == {"where": "meeting 1"}
    assert CANARY not in repr(raised.value)


def test_what_is_kept_for_the_next_time_is_what_places_are() -> None:
    assert list(for_roles(OUT)) == [FACTS[0], FACTS[1]]
    with pytest.raises(NotACheckFile):
        for_roles([])


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("https://www.example.gov.uk/a?b=c#d", True),
        ("http://localhost.example:8000/", True),
        ("https://" + "a" * 300 + ".uk", False),
        ("javascript:alert(1)", False),
        ("https://", False),
        ("www.example.gov.uk", False),
        ("https://a.uk/<b>", False),
        ('https://a.uk/"', False),
        ("https://a.uk/ and more", False),
    ],
)
def test_only_the_address_of_a_page_is_an_address(text: str, is_one: bool) -> None:
    assert is_address(text) is is_one


def test_doubts_come_back_and_may_be_missing() -> None:
    text = "Present: JL, MC, RM\n"
    check = Check(Series("", (read_meeting(numbered(text)),)))
    assert check.as_read.meetings[0].doubts
    assert through_json(check) == check
    data = to_json(check)
    del data["as_read"][0]["doubts"]
    assert from_json(data).as_read.meetings[0].doubts == ()


@pytest.mark.parametrize(
    "doubt",
    [["no_name", 3, 1], ["no name", 3, 1, 0], ["no_name", -3, 1, 0], ["no_name", 3, None, 0], "x"],
)
def test_a_doubt_of_no_known_shape_is_refused(doubt: object) -> None:
    data = copy.deepcopy(OUT)
    data["as_read"][0]["doubts"] = [doubt]
    assert read_or_refused(data) is None


def test_what_was_read_from_minutes_comes_back_as_it_was_read() -> None:
    text = (
        "Autism Partnership Board\n4 November 2025\nPresent\n"
        "Ann Quill, PA to Councillor Wren, County Council\n"
        "Bea Wren, Chair of PCF\nCal Reed, BSL interpreter\nDee Moss, Citizens Advice Zetland\n"
        "Eve Lark, Health and Wellbeing Lead, NHS Zetland\nIn attendance\nFay Hart, minutes\n"
    )
    check = Check(Series("Autism Partnership Board", (read_meeting(numbered(text)),)))
    assert through_json(check) == check


def test_the_longest_line_that_is_read_comes_back_too() -> None:
    role = "Director of Adult Social Care and " * (LONGEST_LINE // 34)
    text = f"Carers Board\n4 November 2025\nPresent\nAnn Quill, {role}\nBea Wren, Carer\n"
    check = Check(Series("Carers Board", (read_meeting(numbered(text)),)))
    assert max(len(one.role) for one in check.as_read.meetings[0].sightings) > 3000
    assert through_json(check) == check
