"""Were people in before the plan? Each case of record.md and findings.md, through facts alone."""

from __future__ import annotations

import pytest

from tests.core.framing.a_start import (
    DRAWS,
    SERVES,
    WORK,
    Start,
    a_group,
    a_start,
)
from withus.core.facts.framing import ScopeConfirmed
from withus.core.facts.joining import PlaceLeft
from withus.core.facts.keeping import EntryConfirmed
from withus.core.framing.start import Group
from withus.core.words import (
    Begun,
    ChallengeGround,
    ChallengeOutcome,
    ConfirmedHow,
    Ended,
    MotionKind,
    Shows,
    Side,
)


@pytest.fixture
def start() -> Start:
    """A group of six on the first day, and whom the work is about."""
    begun = a_start()
    a_group(begun)
    begun.scope()
    return begun


def test_whoever_was_in_before_the_first_draft_is_counted_the_people_themselves_apart(
    start: Start,
) -> None:
    start.writes("first", at=30)
    start.sits("late", DRAWS, at=31)
    found = start.before
    assert (found.shows, found.begun, found.why) == (Shows.SHOWN, Begun.IN_THE_RECORD, "")
    assert found.group == Group(d=2, f=1, others=3)


def test_the_entries_that_were_counted_are_told(start: Start) -> None:
    start.writes("first", at=30)
    found, seen = start.before, start.seen
    taken = {each.taken.entry for place in seen.board.places.values() for each in place.holdings}
    assert taken | {each.entry for each in seen.work.scope} <= found.entries
    assert found.start is not None
    assert found.start.entry in found.entries


def test_without_a_plan_nobody_can_tell(start: Start) -> None:
    assert (start.before.shows, start.before.why) == (Shows.CANNOT, "no_plan_yet")


def test_people_who_came_after_the_first_draft_were_not_in() -> None:
    start = a_start()
    a_group(start, drawing=0, caring=0)
    start.writes("first", at=10)
    for name in ("bo", "di"):
        start.sits(name, DRAWS, at=11)
    start.scope()
    found = start.before
    assert (found.shows, found.why, found.group) == (
        Shows.NOT, "too_few_in", Group(others=3),
    )  # fmt: skip


def test_a_back_dated_place_gives_nothing() -> None:
    start = a_start()
    a_group(start, drawing=1, caring=0, serving=5)
    start.writes("first", at=10)
    start.sits("di", DRAWS, at=40, claimed=1)
    start.scope()
    assert start.before.group.d == 1
    assert start.before.shows is Shows.NOT


def test_a_plan_that_is_said_to_be_older_is_older(start: Start) -> None:
    start.writes("first", at=30, claimed=-60)
    assert start.before.shows is Shows.NOT
    assert start.before.group == Group()


def test_a_plan_cannot_be_said_to_be_younger_than_its_entry() -> None:
    start = a_start()
    a_group(start, drawing=0, caring=0)
    start.writes("first", at=10, claimed=60)
    for name in ("bo", "di"):
        start.sits(name, DRAWS, at=11)
    start.scope()
    assert start.before.shows is Shows.NOT


@pytest.mark.parametrize(
    ("entered", "confirmed", "seen", "counts"),
    [
        (6, 7, 8, True),  # taken on paper on day 2; all of it within seven days
        (6, 8.9, 8.95, True),
        (6, 9.5, 9.6, False),  # confirmed too late
        (6, 7, 9.5, False),  # nobody who keeps a copy had seen it by then
        (6, 7, None, False),
        (6, None, 8, False),  # typed by another, and not confirmed
        (12, 12.1, 12.2, False),  # entered too late
    ],
)
def test_what_was_on_paper_counts_as_of_then_if_confirmed_and_seen_within_a_week(
    entered: float, confirmed: float | None, seen: float | None, counts: bool
) -> None:
    start = a_start()
    a_group(start, drawing=1, caring=0, serving=4)
    start.writes("first", at=5)
    entry = start.sits("di", DRAWS, at=entered, claimed=2, typed_by="fay")
    if confirmed is not None:
        start.confirmed(entry, by="di", at=confirmed)
    if seen is not None:
        start.see(seen)
    start.scope()
    assert start.before.group.d == (2 if counts else 1)
    assert start.before.shows is (Shows.SHOWN if counts else Shows.NOT)


def test_who_says_that_they_never_took_the_place_is_not_counted(start: Start) -> None:
    di = start.seen.board.places
    entry = next(p.held.taken.entry for p in di.values() if p.held and p.held.taken.by == "di")
    start.confirmed(entry, right=False, by="di")
    start.writes("first", at=20)
    assert start.before.group == Group(d=1, f=1, others=3)


@pytest.mark.parametrize(
    ("outcome", "shows", "group"),
    [
        (None, Shows.CANNOT, Group(d=1, f=0, others=6)),
        (ChallengeOutcome.UPHELD, Shows.NOT, Group(d=1, f=0, others=6)),
        (ChallengeOutcome.NOT_UPHELD, Shows.SHOWN, Group(d=2, f=0, others=5)),
    ],
)
def test_staff_in_a_place_of_the_people_it_is_about_count_as_staff(
    outcome: ChallengeOutcome | None, shows: Shows, group: Group
) -> None:
    start = a_start()
    a_group(start, caring=0, serving=5)
    start.scope()
    start.challenged(
        next(
            each.held.taken.entry
            for each in start.seen.board.places.values()
            if each.held and each.held.taken.by == "di"
        ),
        ChallengeGround.CAPACITY,
        outcome,
    )
    start.writes("first", at=20)
    assert (start.before.shows, start.before.group) == (shows, group)


def test_if_only_carers_are_affected_they_are_the_people_themselves() -> None:
    start = a_start()
    a_group(start, drawing=0, caring=3, serving=5)
    start.scope(f_is_d=True)
    start.writes("first", at=20)
    assert start.before.shows is Shows.SHOWN
    assert start.before.group == Group(d=3, f=0, others=5)


def test_by_tags_others_who_draw_on_services_are_others_and_of_the_untagged_nobody_can_tell() -> (
    None
):
    start = a_start()
    for name, tag in (("bo", "dementia"), ("di", "dementia"), ("ed", "autism")):
        start.sits(name, DRAWS, tag)
    start.sits("worker", SERVES)
    start.scope("dementia")
    start.writes("first", at=20)
    assert start.before.group == start.before.at_most == Group(d=2, f=0, others=2)
    assert start.before.shows is Shows.SHOWN
    untagged = a_start()
    for name in ("bo", "di"):
        untagged.sits(name, DRAWS)
    untagged.scope("dementia")
    untagged.writes("first", at=20)
    assert (untagged.before.shows, untagged.before.why) == (Shows.CANNOT, "places_doubted")
    assert untagged.before.at_most.d == 2


def test_until_both_sides_have_said_whom_it_is_about_nobody_can_tell() -> None:
    start = a_start()
    a_group(start)
    start.writes("first", at=20)
    assert (start.before.shows, start.before.why) == (Shows.CANNOT, "scope_not_confirmed")


def test_one_person_who_says_it_for_both_sides_has_said_it_for_neither() -> None:
    start = a_start()
    a_group(start)
    for side in Side:
        told = ScopeConfirmed(work=WORK, side=side, d=frozenset(), f_is_d=False)
        start.say(told, by="olu")
    start.writes("first", at=20)
    assert start.before.why == "scope_not_confirmed"


def test_where_the_sides_say_otherwise_or_somebody_says_it_is_not_so_nobody_can_tell(
    start: Start,
) -> None:
    start.writes("first", at=20)
    host = start.seen.work.scope[-1].entry
    start.challenged(host, ChallengeGround.SCOPE)
    assert start.before.why == "scope_challenged"
    start.say(
        ScopeConfirmed(work=WORK, side=Side.HOST, d=frozenset({"autism"}), f_is_d=False), by="olu"
    )
    assert start.before.why == "sides_differ"


def test_that_another_says_so_does_not_confirm_a_back_dated_place() -> None:
    start = a_start()
    a_group(start, drawing=1, caring=0, serving=4)
    start.writes("first", at=5)
    entry = start.sits("di", DRAWS, at=6, claimed=2, typed_by="fay")
    start.say(
        EntryConfirmed(entry=entry, how=ConfirmedHow.SECOND_PERSON, right=True), by="bo", at=7
    )
    start.see(8)
    start.scope()
    assert start.before.group.d == 1


def test_who_has_left_was_not_in(start: Start) -> None:
    left = PlaceLeft(
        holding=next(
            each.held.taken.fact.holding
            for each in start.seen.board.places.values()
            if each.held and each.held.taken.by == "di"
        ),
        how=Ended.RESIGNED,
        early=True,
    )
    start.say(left, at=10)
    start.writes("first", at=20)
    assert start.before.group.d == 1


def test_a_draft_that_was_not_kept_is_not_the_start(start: Start) -> None:
    begun = a_start()
    a_group(begun, drawing=0, caring=0)
    begun.writes("thrown away", at=2)
    for name in ("bo", "di"):
        begun.sits(name, DRAWS, at=3)
    begun.scope()
    kept = begun.writes("kept", begun.writes("kept before", at=8))
    before = begun.before.shows
    assert before is Shows.NOT  # nothing is adopted: all that was written counts
    begun.decides(kept, MotionKind.TEXT)
    assert begun.before.shows is Shows.SHOWN
