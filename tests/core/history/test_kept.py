"""A kept state comes back as it was, has one spelling, and holds nothing that was sealed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, settings

from tests.core.facts.story import BOARD, STORY, leaves
from tests.core.history.records import RECORDS, board, first, history
from withus.core.errors import Refusal
from withus.core.facts import joining as f
from withus.core.facts import keeping as k
from withus.core.facts.encoding import Entry, decode
from withus.core.facts.fact import layout
from withus.core.facts.forms import DEEPEST_DOCUMENT
from withus.core.history.fold import History, evolve, replay
from withus.core.history.kept import read_state, write_state
from withus.core.history.state import Board, Partnership
from withus.core.proofs.canonical import canonical, read_canonical

OPENED = [
    decode(content, index=number, openings={each.path: each for each in openings})
    for number, (content, openings) in enumerate(leaves())
]


@settings(max_examples=60)
@given(RECORDS)
def test_any_folded_state_comes_back(entries: list[Entry]) -> None:
    folded = replay(entries)
    for state in (*folded.boards.values(), folded.partnership, folded):
        written = write_state(state)
        assert read_state(written, type(state)) == state
        assert write_state(read_state(written, type(state))) == written


@settings(max_examples=30)
@given(RECORDS)
def test_folding_on_from_a_kept_state_gives_the_same(entries: list[Entry]) -> None:
    folded = replay(entries)
    state = folded.boards.get(BOARD, Board())
    kept = read_state(write_state(state), Board)
    for one in entries:
        state, kept = evolve(state, one), evolve(kept, one)
    assert write_state(state) == write_state(kept)


def test_the_story_comes_back_with_its_times_and_who_typed() -> None:
    folded = replay(OPENED)
    after = read_state(write_state(folded), History)
    assert after == folded
    (report,) = next(iter(after.boards[BOARD].mandates.values())).reports
    assert (report.typed_by, report.by is None) == ("host", False)
    assert report.at == datetime(2026, 11, 2, 9, 11, tzinfo=UTC)
    assert report.claimed_at is not None
    assert report.claimed_at.tzinfo == timezone(timedelta(hours=1))


def test_no_kept_state_holds_what_was_sealed() -> None:
    content = write_state(replay(OPENED))
    words = [getattr(fact, path) for fact in STORY for path in layout(type(fact)).sealed]
    assert len(words) > 8
    assert not [each for each in words if canonical(each) in content or each.encode() in content]


def test_a_kept_state_is_canonical() -> None:
    content = write_state(board(*STORY))
    assert canonical(read_canonical(content, at_most=10**6)) == content


def test_the_order_in_which_places_were_kept_does_not_show() -> None:
    one = board(*STORY)
    other = replace(one, places=dict(reversed(list(one.places.items()))))
    assert list(one.places) != list(other.places)
    assert write_state(one) == write_state(other)


def test_the_deepest_document_of_a_leaf_can_be_kept() -> None:
    deep: list[Any] = []
    for _ in range(DEEPEST_DOCUMENT - 1):
        deep = [deep]
    rules = first(f.RulesSet, rules=deep)
    corrected = k.EntryCorrected(entry=3, field="name", value="A name")
    folded = history(*STORY[:4], rules, corrected)
    assert read_state(write_state(folded), History) == folded


NO_BOARDS: list[Any] = [
    [None] * 11,
    [None, None, [], {}, [], {}, {}, [], [], [[], [], [], {}], []],
    [["no.type.v1"], None, {}, {}, [], {}, {}, [], [], [[], [], [], {}], []],
    [[None] * 7, None, {}, {}, [], {}, {}, [], [], [[], [], [], {}], []],
    [None, None, {}, {}, [], {}, {}, [], [], [[], [], [], {}], ["1"]],
    [None, None, {}, {}, [], {}, {}, [], [], [[], [], [], {}], [True]],
    [None, None, {}, {"a": 1}, [], {}, {}, [], [], [[], [], [], {}], []],
]


@pytest.mark.parametrize(
    "content",
    [
        b"[]",
        b"{}",
        b"null",
        b"1",
        b'"state"',
        canonical(["Board"]),
        canonical({"Partnership": []}),
        *(canonical({"Board": told}) for told in NO_BOARDS),
    ],
)
def test_what_is_no_state_is_refused_by_name(content: bytes) -> None:
    empty = canonical({"Board": [None, None, {}, {}, [], {}, {}, [], [], [[], [], [], {}], []]})
    assert read_state(empty, Board) == Board()
    with pytest.raises(Refusal) as refusal:
        read_state(content, Board)
    assert refusal.value.code == "not_a_state"


def test_a_state_is_of_its_own_kind() -> None:
    state = history(*STORY).partnership
    content = write_state(state)
    assert read_state(content, Partnership) == state
    with pytest.raises(Refusal, match="not_a_state"):
        read_state(content, Board)
    with pytest.raises(Refusal, match="not_canonical"):
        read_state(content + b" ", Partnership)
