"""States that are kept: at every 200 entries of a stream, equal to the fold from nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.test import TestCase

from tests.core.facts.story import BOARD, ORIGIN, START, an_id, place_made, place_taken
from tests.kept import a_record
from tests.stores.record.acts import ELSEWHERE, begin, make_board, person
from withus.actions.joining import enter
from withus.core.facts import joining as f
from withus.core.history.fold import replay
from withus.core.history.kept import FOLD, read_state
from withus.core.history.state import Board
from withus.core.history.streams import PARTNERSHIP
from withus.core.words import Capacity, Ended
from withus.stores.record import states as stored
from withus.stores.record.append import THE_HOST
from withus.stores.record.keeping import KEEP_EVERY, keep_state
from withus.stores.record.models import KeptState
from withus.stores.record.read import NoSuchRecord, entries, find_log
from withus.stores.record.remembered import forget
from withus.stores.record.states import board_state, folded, partnership_state

pytestmark = a_record


@pytest.fixture(autouse=True)
def nothing_remembered() -> None:
    """Let the tests read what is kept, not what this process still knows."""
    forget()


def board_entries(count: int, origin: str = ORIGIN) -> None:
    """Enter so many facts of one board: its opening, then places."""
    begin(origin)
    make_board(origin)
    places = [place_made(f"seat {n}", Capacity.SERVICES) for n in range(count - 1)]
    for first in range(0, len(places), 50):
        with TestCase.captureOnCommitCallbacks(execute=True):
            enter(*places[first : first + 50], record=origin, by=THE_HOST, now=START)


@pytest.mark.parametrize(("count", "kept"), [(KEEP_EVERY - 1, 0), (KEEP_EVERY, 1)])
def test_a_state_is_kept_once_there_are_enough_entries(count: int, kept: int) -> None:
    board_entries(count)
    assert KeptState.objects.count() == kept


def test_what_is_kept_is_read_back_as_the_fold_from_nothing() -> None:
    board_entries(KEEP_EVERY)
    forget()
    log, row = find_log(ORIGIN), KeptState.objects.get()
    assert (row.stream, row.size, row.fold) == (BOARD, log.size, FOLD)
    history = replay(entries(log))
    assert read_state(bytes(row.state), Board) == history.boards[BOARD] == board_state(log, BOARD)
    assert folded(log, [BOARD])[BOARD].tail == 0


def test_reading_goes_on_from_the_kept_state_to_the_last_entry() -> None:
    board_entries(KEEP_EVERY)
    taken = replace(place_taken("seat 1", "holding 1", "Bo"), person=person("Bo"))
    ended = f.PlaceEnded(place=an_id("seat 2"))
    enter(taken, ended, record=ORIGIN, by=THE_HOST, now=START)
    forget()
    log = find_log(ORIGIN)
    assert folded(log, [BOARD])[BOARD].tail == 2
    assert board_state(log, BOARD) == replay(entries(log)).boards[BOARD]
    assert partnership_state(log) == replay(entries(log)).partnership


def test_the_second_state_takes_the_place_of_the_first() -> None:
    board_entries(2 * KEEP_EVERY + 1)  # the first is kept at the end of an act, one late
    row = KeptState.objects.get()
    assert row.size == find_log(ORIGIN).size
    assert board_state(find_log(ORIGIN), BOARD) == replay(entries(find_log(ORIGIN))).boards[BOARD]


def test_while_one_process_keeps_a_state_the_others_go_on() -> None:
    board_entries(KEEP_EVERY)
    more = [place_made(f"more {n}", Capacity.SERVICES) for n in range(2 * KEEP_EVERY)]
    for first, last, keeps in ((0, 199, 0), (199, 200, 1), (200, 399, 0), (399, 400, 1)):
        forget()  # as another process, to which nothing was kept yet
        with TestCase.captureOnCommitCallbacks() as asked:
            for each in range(first, last, 50):
                enter(*more[each : min(each + 50, last)], record=ORIGIN, by=THE_HOST, now=START)
        assert len(asked) == keeps, (first, last)


def test_a_state_of_another_fold_is_refolded_and_never_guessed() -> None:
    board_entries(KEEP_EVERY)
    right = board_state(find_log(ORIGIN), BOARD)
    KeptState.objects.update(fold=FOLD + 1, state=b"[]")
    forget()
    log = find_log(ORIGIN)
    assert folded(log, [BOARD])[BOARD].tail == KEEP_EVERY
    assert board_state(log, BOARD) == right
    with TestCase.captureOnCommitCallbacks(execute=True):
        enter(f.BoardClosed(board=BOARD), record=ORIGIN, by=THE_HOST, now=START)
    assert KeptState.objects.get().fold == FOLD


def test_a_stream_that_has_no_entries_is_an_empty_one() -> None:
    begin()
    assert board_state(find_log(ORIGIN), BOARD) == Board()
    assert folded(find_log(ORIGIN), [PARTNERSHIP])[PARTNERSHIP].tail == 1


def test_states_of_two_records_are_apart() -> None:
    board_entries(KEEP_EVERY)
    board_entries(3, ELSEWHERE)
    assert KeptState.objects.get().log.origin == ORIGIN
    assert len(board_state(find_log(ELSEWHERE), BOARD).places) == 2


def test_a_record_that_is_not_here_is_refused() -> None:
    with pytest.raises(NoSuchRecord):
        find_log(ORIGIN)
    with pytest.raises(NoSuchRecord):
        enter(f.BoardClosed(board=BOARD), record=ORIGIN, by=THE_HOST, now=START)


def test_a_place_that_was_left_is_told_with_who_held_it() -> None:
    begin()
    make_board()
    taken = replace(place_taken("seat", "holding", "Bo"), person=person("Bo"))
    left = f.PlaceLeft(holding=taken.holding, how=Ended.RESIGNED, early=False)
    made = place_made("seat", Capacity.SERVICES)
    enter(made, taken, left, record=ORIGIN, by=THE_HOST, now=START)
    (place,) = board_state(find_log(ORIGIN), BOARD).places.values()
    assert place.held is None
    assert [each.taken.fact.holding for each in place.holdings] == [taken.holding]


def test_streams_that_stand_at_many_places_are_each_gone_on_with_from_their_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(stored, "MOST_APART", 1)  # so that both are asked for from the earlier one
    board_entries(4)
    log = find_log(ORIGIN)
    keep_state(log, BOARD, board_state(log, BOARD), size=log.size)
    forget()
    found = folded(log, [PARTNERSHIP, BOARD])
    assert found[BOARD].tail == 0
    assert found[BOARD].state == replay(entries(log)).boards[BOARD]
    assert found[PARTNERSHIP].state == replay(entries(log)).partnership
