"""What each fact of joining changes, and where it fits nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.core.facts.story import BOARD, STORY, an_id, place_taken
from tests.core.history.records import board, entry, first, history, until
from withus.core.facts import joining as f
from withus.core.facts import keeping as k
from withus.core.facts.fact import Fact, Stream
from withus.core.history.fold import evolve
from withus.core.history.state import Board

SEAT, HOLDING = an_id("seat 1"), an_id("holding 1")
BEGINNING = until(f.PlaceTaken)  # three places made, none of them taken
TAKEN = first(f.PlaceTaken)
LEFT = first(f.PlaceLeft)
GRANTED = first(f.MandateGranted)
NAMED = first(f.DeputyNamed)


def test_a_board_is_opened_once() -> None:
    again = first(f.BoardOpened, name="Another name")
    opened = board(*BEGINNING, again)
    assert opened.opened is not None and opened.opened.fact.name == "Coming Home board"
    assert opened.odd == (len(BEGINNING),)


def test_a_board_is_closed_once_and_only_if_it_was_opened() -> None:
    closed = first(f.BoardClosed)
    assert board(*BEGINNING, closed).closed is not None
    assert board(*BEGINNING, closed, closed).odd == (len(BEGINNING) + 1,)
    never = board(closed)
    assert (never.closed, never.odd) == (None, (0,))


def test_what_is_told_of_a_board_never_opened_is_odd() -> None:
    kinds = (f.RulesSet, f.PlaceMade, f.BoardClosed)
    for kind in kinds:
        assert board(first(kind)) == Board(odd=(0,))


def test_rules_are_added_and_those_before_stay() -> None:
    later = first(f.RulesSet, rules=[])
    told = board(*BEGINNING, later).rules
    assert [each.fact.rules for each in told] == [first(f.RulesSet).rules, []]


def test_a_place_is_made_once() -> None:
    again = first(f.PlaceMade, chair=True)
    made = board(*BEGINNING, again)
    assert made.places[SEAT].made.fact.chair is False
    assert made.odd == (len(BEGINNING),)


def test_a_place_is_ended_once() -> None:
    ended = first(f.PlaceEnded)
    assert board(*BEGINNING, ended).places[ended.place].ended is not None
    assert board(*BEGINNING, ended, ended).odd == (len(BEGINNING) + 1,)


def test_a_place_is_taken_left_and_taken_by_the_next() -> None:
    after = board(*BEGINNING, TAKEN)
    held = after.places[SEAT].held
    assert held is not None and held.taken.fact.holding == HOLDING
    assert after.place_of == {HOLDING: SEAT}
    vacant = board(*BEGINNING, TAKEN, LEFT)
    assert vacant.places[SEAT].held is None
    assert vacant.place_of == {HOLDING: SEAT}
    taken_again = board(*BEGINNING, TAKEN, LEFT, place_taken("seat 1", "next", "Ed"))
    assert [each.left is None for each in taken_again.places[SEAT].holdings] == [False, True]
    assert taken_again.odd == ()


NEXT = place_taken("seat 1", "next", "Ed")
ODD: dict[str, tuple[Fact, ...]] = {
    "a place that is held": (TAKEN, NEXT),
    "a place that was ended": (first(f.PlaceEnded, place=SEAT), TAKEN),
    "a holding that was used": (TAKEN, LEFT, TAKEN),
    "a holding of another place": (TAKEN, place_taken("seat 2", "holding 1", "Ed")),
    "left twice": (TAKEN, LEFT, LEFT),
    "left by who was there before": (TAKEN, LEFT, NEXT, LEFT),
    "a mandate given twice": (TAKEN, GRANTED, GRANTED),
    "a mandate ended twice": (TAKEN, GRANTED, *(first(f.MandateEnded),) * 2),
    "a deputy named twice": (NAMED, NAMED),
    "a deputy ended twice": (NAMED, *(first(f.DeputyEnded),) * 2),
    "a second opening": (first(f.BoardOpened),),
    "a place made twice": (first(f.PlaceMade),),
    "a place ended twice": (first(f.PlaceEnded),) * 2,
}


@pytest.mark.parametrize("facts", ODD.values(), ids=ODD)
def test_what_fits_nothing_is_odd_and_changes_nothing_else(facts: tuple[Fact, ...]) -> None:
    before, after = board(*BEGINNING, *facts[:-1]), board(*BEGINNING, *facts)
    last = len(BEGINNING) + len(facts) - 1
    assert before.odd == ()
    assert after == with_odd(before, last)


def with_odd(state: Board, *numbers: int) -> Board:
    """Return a board with odd entries and nothing else changed."""
    return replace(state, odd=(*state.odd, *numbers))


LOST: tuple[Fact, ...] = (
    place_taken("no such seat", "h", "Ed"),
    first(f.PlaceEnded, place=an_id("no such seat")),
    first(f.PlaceLeft, holding=an_id("nobody's")),
    first(f.MandateGranted, holding=an_id("nobody's")),
    first(f.MandateReported, mandate=an_id("none")),
    first(f.MandateEnded, mandate=an_id("none")),
    first(f.DeputyNamed, place=an_id("no such seat")),
    first(f.DeputyEnded, deputy=an_id("none")),
)


@pytest.mark.parametrize("fact", LOST, ids=lambda fact: fact.TYPE)
def test_what_refers_to_nothing_is_lost(fact: Fact) -> None:
    before, after = history(*BEGINNING), history(*BEGINNING, fact)
    assert after.lost == (len(BEGINNING),)
    assert (after.boards, after.partnership) == (before.boards, before.partnership)


REFERRING = [kind for kind in f.FACTS if kind.STREAM is Stream.REFERRED]


@pytest.mark.parametrize("fact", [first(kind) for kind in REFERRING], ids=lambda fact: fact.TYPE)
def test_what_is_of_another_board_is_odd_here(fact: Fact) -> None:
    here = board(first(f.BoardOpened))
    assert evolve(here, entry(fact, 7)) == with_odd(here, 7)


def test_a_mandate_of_a_holding_elsewhere_is_told_there() -> None:
    other = an_id("other board")
    theirs: Any = first(f.PlaceMade, board=other, place=an_id("theirs"))
    folded = history(
        *BEGINNING,
        first(f.BoardOpened, board=other),
        theirs,
        place_taken("theirs", "their holding", "Flo"),
        first(f.MandateGranted, holding=an_id("their holding")),
    )
    assert folded.boards[BOARD].mandates == {}
    assert list(folded.boards[other].mandates) == [GRANTED.mandate]


def test_a_mandate_of_a_holding_that_never_came_to_be_is_odd() -> None:
    after = board(*BEGINNING, TAKEN, NEXT, first(f.MandateGranted, holding=an_id("next")))
    assert after.odd == (len(BEGINNING) + 1, len(BEGINNING) + 2)
    assert after.mandates == {}


def test_a_mandate_keeps_each_report_and_its_end() -> None:
    reported, ended = first(f.MandateReported), first(f.MandateEnded)
    after = board(*BEGINNING, TAKEN, GRANTED, reported, reported, ended, reported)
    mandate = after.mandates[GRANTED.mandate]
    assert len(mandate.reports) == 3
    assert mandate.ended is not None and mandate.ended.fact.how is ended.how


def test_a_deputy_is_named_and_ended() -> None:
    after = board(*BEGINNING, NAMED)
    assert after.deputies[NAMED.deputy].ended is None
    after = board(*BEGINNING, NAMED, first(f.DeputyEnded))
    assert after.deputies[NAMED.deputy].ended is not None


def test_a_partnership_is_opened_and_closed_once() -> None:
    opened, closed = first(f.PartnershipOpened), first(f.PartnershipClosed)
    state = history(opened, first(f.PartnershipOpened, practice=True), closed, closed).partnership
    assert state.opened is not None and state.opened.fact.practice is False
    assert (state.opened.entry, state.closed is not None, state.odd) == (0, True, (1, 3))
    assert history(closed).partnership.odd == (0,)


def test_an_organisation_joins_once() -> None:
    joined = first(f.OrganisationJoined)
    state = history(joined, first(f.OrganisationJoined, name="Another")).partnership
    assert state.organisations[joined.organisation].fact.name == "Thornmere Council"
    assert state.odd == (1,)


def test_a_duty_is_given_and_laid_down_once() -> None:
    given, ended = first(f.DutyGiven), first(f.DutyEnded)
    state = history(given, given, ended, ended).partnership
    duty = state.duties[given.given]
    assert duty.ended is not None and (duty.given.entry, duty.ended.entry) == (0, 2)
    assert state.odd == (1, 3)
    assert history(ended).partnership.odd == (0,)


def test_who_entered_a_fact_and_when_is_kept() -> None:
    place = board(*STORY).places[SEAT]
    number = STORY.index(first(f.PlaceMade))
    told = entry(STORY[number], number)
    assert (place.made.entry, place.made.at) == (number, told.circumstances.at)
    assert (place.made.day, place.made.by) == (told.day, "host")


def test_places_that_were_only_confirmed_do_not_change() -> None:
    confirmed = first(k.EntryConfirmed)
    assert board(*BEGINNING, TAKEN, confirmed).places == board(*BEGINNING, TAKEN).places
