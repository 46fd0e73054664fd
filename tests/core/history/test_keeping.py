"""What is said of earlier entries, and what a correction can put right."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.core.facts.story import BOARD, STORY, an_id
from tests.core.history.records import board, entry, first, history, until
from withus.core.facts import FACTS
from withus.core.facts import joining as f
from withus.core.facts import keeping as k
from withus.core.facts.fact import Fact, layout
from withus.core.facts.forms import refers
from withus.core.history.fold import evolve
from withus.core.history.told import may_be_corrected
from withus.core.words import Capacity, PaidBy, ReportRoute

BEGINNING = until(k.EntryConfirmed)
NEXT = len(BEGINNING)
AT = {type(fact): number for number, fact in reversed(list(enumerate(BEGINNING)))}


def correction(kind: type[Fact], field: str, value: Any) -> k.EntryCorrected:
    """Return a correction of the first entry of a type."""
    return k.EntryCorrected(entry=AT[kind], field=field, value=value)


def test_a_correction_puts_one_field_right_and_nothing_else() -> None:
    told = correction(f.PlaceMade, "capacity", "elected")
    before, after = board(*BEGINNING), board(*BEGINNING, told)
    seat, was = after.places[an_id("seat 1")].made, before.places[an_id("seat 1")].made
    assert seat.fact.capacity is Capacity.ELECTED
    assert seat == replace(was, fact=replace(was.fact, capacity=Capacity.ELECTED))
    assert [each.fact for each in after.said.corrections] == [told]
    seats = {**before.places, an_id("seat 1"): replace(before.places[an_id("seat 1")], made=seat)}
    assert after.places == seats and after.odd == ()


def test_the_story_corrects_who_pays_for_a_place() -> None:
    assert board(*STORY).places[an_id("seat 2")].made.fact.paid_by is PaidBy.ULO


def test_a_correction_is_read_by_the_form_of_its_field() -> None:
    sets = board(*BEGINNING, correction(f.MandateReported, "routes", ["call", "page"]))
    routes = sets.mandates[an_id("mandate")].reports[0].fact.routes
    assert routes == frozenset({ReportRoute.CALL, ReportRoute.PAGE})
    days = board(*BEGINNING, correction(f.MandateGranted, "until", None))
    assert days.mandates[an_id("mandate")].granted.fact.until is None


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        (f.PlaceMade, "capacity", "mayor"),
        (f.PlaceMade, "capacity", None),
        (f.PlaceMade, "chair", 1),
        (f.PlaceMade, "tags", ["b", "a"]),
        (f.PlaceMade, "vote_from", "2026-1-2"),
        (f.PlaceMade, "no_such_field", True),
        (f.PlaceMade, "post", "Chair"),  # sealed
        (f.PlaceTaken, "person", "Bo"),  # sealed
        (f.PlaceMade, "place", an_id("x")),
        (f.PlaceMade, "board", an_id("x")),
        (f.PlaceTaken, "holding", an_id("x")),
        (f.PlaceTaken, "place", an_id("seat 2")),
        (f.DeputyNamed, "meeting", an_id("x")),
        (f.RulesSet, "decision", an_id("x")),
        (f.BoardOpened, "parent", an_id("x")),
        (f.MandateGranted, "report_every", True),
        (f.MandateGranted, "recall_share", "2/10"),
        (f.PlaceMade, "paid_by", "nobody"),  # as it was
    ],
)
def test_a_correction_that_fits_nothing_is_odd(kind: type[Fact], field: str, value: Any) -> None:
    before = board(*BEGINNING)
    after = board(*BEGINNING, correction(kind, field, value))
    assert after == replace(before, odd=(NEXT,))


def test_no_id_and_nothing_sealed_is_ever_corrected() -> None:
    for kind in FACTS:
        form = layout(kind)
        fixed = [name for name, each in form.clear.items() if refers(each)]
        for name in (*form.sealed, *fixed, "board", "entry", "practice", "follows", "none"):
            assert not may_be_corrected(kind, name), (kind, name)


def test_whether_a_record_is_a_practice_run_is_never_corrected() -> None:
    before = history(*BEGINNING).partnership
    told = k.EntryCorrected(entry=0, field="practice", value=True)
    after = history(*BEGINNING, told).partnership
    assert after == replace(before, odd=(NEXT,))


def test_a_partnerships_own_entries_can_be_corrected() -> None:
    after = history(*BEGINNING, correction(f.OrganisationJoined, "name", "The Council"))
    (joined,) = after.partnership.organisations.values()
    assert joined.fact.name == "The Council"
    assert after.boards == history(*BEGINNING).boards


def test_a_correction_is_put_right_by_another_of_the_same_entry() -> None:
    one = correction(f.PlaceMade, "capacity", "elected")
    other = correction(f.PlaceMade, "capacity", "community")
    again = k.EntryCorrected(entry=NEXT, field="value", value="services")
    after = board(*BEGINNING, one, again, other)
    assert after.places[an_id("seat 1")].made.fact.capacity is Capacity.COMMUNITY
    assert [each.fact for each in after.said.corrections] == [one, other]
    assert after.odd == (NEXT + 1,)


@pytest.mark.parametrize("kind", [k.KeyReplaced, k.LogContinued, k.EntryCorrected])
def test_keys_continuations_and_corrections_are_never_corrected(kind: type[Fact]) -> None:
    assert not any(may_be_corrected(kind, name) for name in layout(kind).clear)


def test_a_correction_of_an_odd_entry_is_odd() -> None:
    again = first(f.PlaceMade, chair=True)
    told = k.EntryCorrected(entry=NEXT, field="chair", value=False)
    assert board(*BEGINNING, again, told).odd == (NEXT, NEXT + 1)


def test_a_correction_of_another_streams_entry_is_odd_here() -> None:
    here = board(*BEGINNING)
    told = entry(correction(f.OrganisationJoined, "name", "The Council"), NEXT)
    assert evolve(here, told) == replace(here, odd=(NEXT,))


@pytest.mark.parametrize(
    "kind", [k.EntryConfirmed, k.EntryCorrected, k.TextWithdrawn, k.ChallengeRaised]
)
@pytest.mark.parametrize("number", [NEXT, NEXT + 1, 2**31 - 1])
def test_what_is_said_of_an_entry_not_yet_made_is_lost(kind: type[Fact], number: int) -> None:
    before, after = history(*BEGINNING), history(*BEGINNING, first(kind, entry=number))
    assert after.lost == (NEXT,)
    assert (after.boards, after.partnership) == (before.boards, before.partnership)


def test_what_is_said_of_a_lost_entry_is_lost() -> None:
    lost = first(f.PlaceLeft, holding=an_id("nobody's"))
    after = history(*BEGINNING, lost, first(k.EntryConfirmed, entry=NEXT))
    assert after.lost == (NEXT, NEXT + 1)


@pytest.mark.parametrize("kind", [f.BoardOpened, f.PartnershipOpened])
def test_what_is_said_of_an_entry_stands_in_its_stream(kind: type[Fact]) -> None:
    number = AT[kind]
    facts = (
        first(k.EntryConfirmed, entry=number),
        first(k.TextWithdrawn, entry=number),
        first(k.ChallengeRaised, entry=number),
        first(k.ChallengeEnded),
    )
    folded = history(*BEGINNING, *facts)
    state = folded.boards[BOARD] if kind is f.BoardOpened else folded.partnership
    assert [each.entry for each in state.said.confirmed] == [NEXT]
    assert [each.entry for each in state.said.withdrawn] == [NEXT + 1]
    (challenge,) = state.said.challenges.values()
    assert challenge.ended is not None
    assert (challenge.raised.entry, challenge.ended.entry) == (NEXT + 2, NEXT + 3)
    assert (folded.lost, state.odd) == ((), ())


def test_a_challenge_is_raised_and_ended_once() -> None:
    raised, ended = first(k.ChallengeRaised), first(k.ChallengeEnded)
    after = board(*BEGINNING, raised, raised, ended, ended)
    assert after.odd == (NEXT + 1, NEXT + 3)
    assert history(*BEGINNING, ended).lost == (NEXT,)


def test_erasures_and_keys_are_counted_in_order() -> None:
    erased, replaced = first(k.PersonErased), first(k.KeyReplaced)
    state = history(erased, replaced, erased).partnership
    assert [each.entry for each in state.erasures] == [0, 2]
    assert [each.entry for each in state.keys] == [1]


def test_a_record_is_continued_by_its_first_entry_or_not_at_all() -> None:
    continued = first(k.LogContinued)
    state = history(continued, *BEGINNING).partnership
    assert state.continues is not None and state.opened is not None and state.odd == ()
    assert history(*BEGINNING, continued).partnership.continues is None
    assert history(continued, continued).partnership.odd == (1,)
