"""The fold is total and pure, folds on from where it stood, and reads what is clear alone."""

from __future__ import annotations

import pickle
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.core.facts.story import BOARD, EVERY, START, STORY, an_id, leaves
from tests.core.history.records import RECORDS, STORIES, entry, first, history, record
from withus.core.facts import FACTS, answering, drafting, framing
from withus.core.facts import deciding as d
from withus.core.facts import joining as f
from withus.core.facts import keeping as k
from withus.core.facts import meeting as m
from withus.core.facts import supporting as s
from withus.core.facts.encoding import Entry, decode
from withus.core.facts.fact import Missing, Stream, layout
from withus.core.history.fold import (
    BOARD as BOARD_CHANGES,
)
from withus.core.history.fold import (
    MEETING,
    WHOLE,
    WORK,
    Folding,
    History,
    evolve,
    replay,
)
from withus.core.history.state import Board, Meeting, Partnership, State

OF_MEETINGS = {*m.FACTS, *d.FACTS} - {d.DecisionReported, d.LawTold}
OF_WORKS = {*framing.FACTS, *drafting.FACTS, *answering.FACTS}
CONTINUED = next(n for n, fact in enumerate(STORY) if isinstance(fact, k.LogContinued))


def places_told(folded: History) -> list[int]:
    """Return the entries that changed nothing: odd, or lost."""
    states: tuple[State, ...] = (
        folded.partnership,
        *folded.boards.values(),
        *folded.meetings.values(),
        *folded.works.values(),
    )
    odd = [*(each.odd for each in states), folded.lost]
    return sorted(number for part in odd for number in part)


@settings(max_examples=150)
@given(STORIES)
def test_any_sequence_of_facts_is_folded(facts: list[Any]) -> None:
    folded = history(*facts)
    assert folded.size == len(facts)
    numbers = places_told(folded)
    assert len(set(numbers)) == len(numbers)
    assert set(numbers) <= set(range(len(facts)))


@settings(max_examples=60)
@given(STORIES)
def test_a_record_told_twice_opens_each_board_once(facts: list[Any]) -> None:
    once, twice = history(*facts), history(*facts, *facts)
    for name, board in once.boards.items():
        assert board.opened is None or twice.boards[name].opened == board.opened
        assert set(board.odd) <= set(twice.boards[name].odd)
        for place, was in board.places.items():
            assert (
                twice.boards[name].places[place].holdings[: len(was.holdings) - 1]
                == (was.holdings[:-1])
            )


def test_the_story_told_twice_makes_nothing_twice() -> None:
    once, twice = history(*STORY), history(*STORY, *STORY)
    assert twice.boards.keys() == once.boards.keys()
    assert twice.boards[BOARD].places == once.boards[BOARD].places
    assert twice.boards[BOARD].mandates.keys() == once.boards[BOARD].mandates.keys()
    assert twice.partnership.organisations == once.partnership.organisations
    odd = {number - len(STORY) for number in places_told(twice) if number >= len(STORY)}
    assert {n for n, fact in enumerate(STORY) if fact.MINTS} <= odd


@settings(max_examples=60)
@given(RECORDS, some.data())
def test_folding_on_gives_what_folding_at_once_gives(
    entries: list[Entry], draw: some.DataObject
) -> None:
    cut = draw.draw(some.integers(0, len(entries)))
    folding = Folding()
    for each in entries[:cut]:
        folding.take(each)
    before = folding.history()
    kept = pickle.dumps(before)
    for each in entries[cut:]:
        folding.take(each)
    assert folding.history() == replay(entries)
    assert before == replay(entries[:cut])
    assert pickle.dumps(before) == kept


@settings(max_examples=60)
@given(RECORDS, some.data())
def test_a_step_does_not_change_the_state_it_was_given(
    entries: list[Entry], draw: some.DataObject
) -> None:
    folded = replay(entries)
    board = folded.boards.get(BOARD, Board())
    kept = pickle.dumps((board, folded.partnership))
    one = draw.draw(some.sampled_from(entries))
    first_time = evolve(board, one), evolve(folded.partnership, one)
    assert pickle.dumps((board, folded.partnership)) == kept
    assert (evolve(board, one), evolve(folded.partnership, one)) == first_time


def test_what_is_opened_erased_or_withdrawn_changes_nothing() -> None:
    written = list(leaves(EVERY))
    ways: list[dict[str, Any]] = [{"how": None}, *({"how": each} for each in Missing)]
    folded = []
    for way in ways:
        entries = []
        for index, (content, openings) in enumerate(written):
            told = {each.path: way["how"] or each for each in openings}
            entries.append(decode(content, index=index, openings=told))
        folded.append(replay(entries))
    folded.append(replay(decode(content, index=n) for n, (content, _) in enumerate(written)))
    assert all(each == folded[0] for each in folded)
    assert all(pickle.dumps(each) == pickle.dumps(folded[0]) for each in folded)


def test_no_state_holds_what_was_sealed() -> None:
    entries = [
        decode(content, index=n, openings={each.path: each for each in openings})
        for n, (content, openings) in enumerate(leaves(EVERY))
    ]
    sealed = {getattr(fact, path).encode() for fact in EVERY for path in layout(type(fact)).sealed}
    sealed -= {b"", b"none"}  # no words at all
    held = pickle.dumps(replay(entries))
    assert sealed and not [value for value in sealed if value in held]


def test_in_the_story_all_fits_but_a_continuation_in_its_midst() -> None:
    folded = history(*EVERY)
    assert places_told(folded) == [CONTINUED]
    assert folded.partnership.odd == (CONTINUED,)
    assert (folded.size, folded.lost, list(folded.boards)) == (len(EVERY), (), [BOARD])
    assert list(folded.meetings) == [an_id("meeting"), an_id("meeting 2")]
    assert list(folded.works) == [an_id("work")]


@pytest.mark.parametrize("kind", FACTS, ids=lambda kind: kind.TYPE)
def test_every_fact_has_its_change_in_its_own_stream(kind: type[Any]) -> None:
    anywhere = kind.STREAM is Stream.ENTRY or kind is k.ChallengeEnded
    whole, met = kind.STREAM is Stream.PARTNERSHIP, kind in OF_MEETINGS
    assert (kind in WHOLE) is (whole or anywhere)
    assert (kind in MEETING) is (met or anywhere)
    assert (kind in WORK) is (kind in OF_WORKS or anywhere)
    assert (kind in BOARD_CHANGES) is (not whole and not met and kind not in OF_WORKS)


@pytest.mark.parametrize("kind", FACTS, ids=lambda kind: kind.TYPE)
def test_a_fact_alone_in_a_record_is_folded_odd_or_lost(kind: type[Any]) -> None:
    begins = {
        f.PartnershipOpened,
        f.OrganisationJoined,
        f.DutyGiven,
        f.BoardOpened,
        k.PersonErased,
        k.KeyReplaced,
        k.LogContinued,
        m.MeetingCalled,
        s.NeedsCounted,
        framing.WorkOpened,
    }
    folded = history(first(kind))
    assert (places_told(folded) == []) is (kind in begins)
    refers_to_nothing = kind.STREAM in (Stream.REFERRED, Stream.ENTRY)
    assert folded.lost == ((0,) if refers_to_nothing else ())


def test_a_fact_of_another_stream_is_odd_to_a_state() -> None:
    opened = entry(first(f.PartnershipOpened), 3)
    assert evolve(Board(), opened) == Board(odd=(3,))
    made = entry(first(f.BoardOpened), 4)
    assert evolve(Partnership(), made) == Partnership(odd=(4,))
    assert evolve(Meeting(), made) == Meeting(odd=(4,))
    asked = entry(first(m.ItemAsked), 5)
    assert evolve(Board(), asked) == Board(odd=(5,))


def test_a_record_is_folded_until_a_day_and_no_further() -> None:
    entries = record([*STORY, *(first(k.PersonErased) for _ in range(30))])
    second = START.date() + timedelta(days=1)
    early = [each for each in entries if each.day < second]
    assert 0 < len(early) < len(entries)
    assert replay(entries, until=second) == replay(early)
    assert replay(entries, until=START.date()) == History()
    assert replay(entries, until=date(2100, 1, 1)) == replay(entries)


def test_two_boards_of_a_record_stand_apart() -> None:
    other = an_id("other board")
    opened = first(f.BoardOpened, board=other)
    made = first(f.PlaceMade, board=other, place=an_id("their seat"))
    folded = history(*STORY, opened, made)
    assert folded.boards[BOARD] == history(*STORY).boards[BOARD]
    assert list(folded.boards[other].places) == [an_id("their seat")]


def test_no_entries_make_an_empty_history() -> None:
    assert replay([]) == History() == Folding().history()
