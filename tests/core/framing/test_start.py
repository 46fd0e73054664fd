"""Were people in before the plan? Each case of record.md and findings.md, through facts alone."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.core.framing.a_start import (
    CARES,
    DRAWS,
    SERVES,
    WORK,
    Start,
    a_start,
)
from withus.core.facts.framing import ScopeConfirmed
from withus.core.facts.joining import PlaceLeft
from withus.core.facts.keeping import EntryConfirmed
from withus.core.framing.start import Group, are_enough
from withus.core.words import (
    Begun,
    ChallengeGround,
    ChallengeOutcome,
    ConfirmedHow,
    Ended,
    ExistingKind,
    MotionKind,
    Outcome,
    PointOutcome,
    Shows,
    Side,
)

TWO_MUST_AGREE: dict[str, Any] = {
    "id": "two-must-agree",
    "kind": "agree",
    "who": {"capacity": ["draws_on_services"]},
    "at_least": 2,
    "force": "terms",
    "source": "Terms of reference",
    "from": "2026-01-05",
    "until": None,
}


def a_group(start: Start, *, drawing: int = 2, caring: int = 1, serving: int = 3) -> None:
    """Seat bo and di, who draw on services, and others, on the days from the first."""
    names = ["bo", "di", "ed", "gil"]
    for name in names[:drawing]:
        start.sits(name, DRAWS)
    for number in range(caring):
        start.sits(f"carer {number}", CARES)
    for number in range(serving):
        start.sits(f"worker {number}", SERVES)


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


@pytest.mark.parametrize(
    ("drawing", "caring", "serving", "shows"),
    [
        (1, 0, 3, Shows.SHOWN),  # one of four is a quarter
        (1, 0, 4, Shows.NOT),  # one of five is not
        (2, 0, 4, Shows.SHOWN),
        (2, 0, 12, Shows.NOT),  # 14 in 100
        (2, 0, 11, Shows.SHOWN),  # 15.4 in 100
        (0, 3, 3, Shows.NOT),  # dementia strategy: 3 carers, nobody with dementia
        (1, 3, 8, Shows.NOT),  # enough of them it is about, and one of the people themselves
        (2, 3, 12, Shows.NOT),  # the people themselves are 12 in 100
        (3, 5, 7, Shows.SHOWN),
    ],
)
def test_how_many_are_enough_in_a_group_of_that_size(
    drawing: int, caring: int, serving: int, shows: Shows
) -> None:
    start = a_start()
    a_group(start, drawing=drawing, caring=caring, serving=serving)
    start.scope()
    start.writes("first", at=20)
    assert start.before.shows is shows


def test_few_are_enough_where_the_others_cannot_decide_without_them() -> None:
    start = a_start(TWO_MUST_AGREE)
    a_group(start, drawing=2, caring=0, serving=38)
    start.scope()
    start.writes("first", at=20)
    assert start.before.shows is Shows.SHOWN
    without = a_start()
    a_group(without, drawing=2, caring=0, serving=38)
    without.scope()
    without.writes("first", at=20)
    assert without.before.shows is Shows.NOT


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


# What was there before.


def earlier(start: Start, since: float = -300) -> str:
    """Tell of an earlier plan on the second day."""
    return start.existed("earlier", ExistingKind.EARLIER_PLAN, since, at=2)[0]


def test_an_earlier_plan_that_is_disclosed_and_goes_on_is_the_start(start: Start) -> None:
    earlier(start)
    start.writes("first", at=30)
    assert (start.before.shows, start.before.why) == (Shows.NOT, "too_few_in")


def test_what_is_fixed_is_no_plan(start: Start) -> None:
    start.existed("law", ExistingKind.FIXED, -4000)
    start.writes("first", at=30)
    assert start.before.shows is Shows.SHOWN


def test_people_begin_again_with_assent_and_few_older_points(start: Start) -> None:
    before = earlier(start)
    start.point("old", PointOutcome.ADOPTED, at=3)
    start.begin_again(before, at=10)
    start.writes("first", at=30)
    for number in range(4):
        start.point(f"new {number}", PointOutcome.ADOPTED)
    found = start.before
    assert (found.shows, found.begun) == (Shows.SHOWN, Begun.AGAIN)
    start.point("one more", PointOutcome.NOT)
    assert start.before.begun is Begun.AGAIN


def test_people_did_not_begin_again_if_more_than_a_fifth_of_what_is_adopted_is_older(
    start: Start,
) -> None:
    before = earlier(start)
    start.point("old", PointOutcome.ADOPTED, at=3)
    start.begin_again(before, at=10)
    start.writes("first", at=30)
    for number in range(3):
        start.point(f"new {number}", PointOutcome.PARTLY)
    assert start.before.shows is Shows.NOT


def test_a_point_that_is_said_to_be_older_counts_as_older(start: Start) -> None:
    before = earlier(start)
    start.begin_again(before, at=10)
    start.writes("first", at=30)
    start.point("new", PointOutcome.ADOPTED, claimed=4)
    assert start.before.shows is Shows.NOT


def test_while_nothing_is_adopted_nobody_can_tell_whether_people_began_again(start: Start) -> None:
    before = earlier(start)
    start.begin_again(before, at=10)
    start.writes("first", at=30)
    assert (start.before.shows, start.before.why) == (Shows.CANNOT, "nothing_adopted_yet")


@pytest.mark.parametrize(
    "roll",
    [
        {"agree": "nobody"},
        {"agree": "bo", "against": "di"},
        {"agree": "bo di", "outcome": "not_carried"},
    ],
)
def test_without_their_assent_nothing_is_begun_again(start: Start, roll: dict[str, str]) -> None:
    before = earlier(start)
    more = {**roll, "outcome": Outcome(roll.get("outcome", "carried"))}
    start.begin_again(before, at=10, **more)
    start.writes("first", at=30)
    start.point("new", PointOutcome.ADOPTED)
    assert start.before.shows is Shows.NOT


@pytest.mark.parametrize(
    ("outcome", "shows", "why"),
    [
        (ChallengeOutcome.UPHELD, Shows.NOT, "hidden_plan"),
        (None, Shows.CANNOT, "plan_challenged"),
        (ChallengeOutcome.NOT_UPHELD, Shows.SHOWN, ""),
        (ChallengeOutcome.WITHDRAWN, Shows.SHOWN, ""),
    ],
)
def test_a_hidden_earlier_plan_fails_it_once_the_challenge_is_upheld(
    start: Start, outcome: ChallengeOutcome | None, shows: Shows, why: str
) -> None:
    entry = start.seen.work.opened
    assert entry is not None
    start.challenged(entry.entry, ChallengeGround.EARLIER_PLAN, outcome)
    start.writes("first", at=30)
    assert (start.before.shows, start.before.why) == (shows, why)


def test_disclosing_an_earlier_plan_never_costs_more_than_hiding_it(start: Start) -> None:
    order = [Shows.NOT, Shows.CANNOT, Shows.SHOWN]
    start.writes("first", at=30)
    entry = start.seen.work.opened
    assert entry is not None
    hidden = Start(list(start.entries), start.at)
    hidden.challenged(entry.entry, ChallengeGround.EARLIER_PLAN, ChallengeOutcome.UPHELD)
    start.existed("earlier", ExistingKind.EARLIER_PLAN, -300)
    assert order.index(start.before.shows) >= order.index(hidden.before.shows)


def test_a_plan_begun_in_practice_is_the_start_and_who_came_when_it_went_live_was_not_in() -> None:
    start = a_start()
    a_group(start)  # carried over on the day it went live
    start.existed("practised", ExistingKind.PROPOSAL, -40, practised=True)
    start.scope()
    start.writes("first", at=30)
    assert (start.before.shows, start.before.why) == (Shows.NOT, "too_few_in")


# By account.


@pytest.fixture
def late() -> Start:
    """A work that began 14 months before the record: five say so, who were in; and three others."""
    start = a_start()
    a_group(start, drawing=3, caring=2, serving=3)
    start.existed("begun", ExistingKind.PROPOSAL, -400, at=2)
    start.scope()
    return start


THE_FIVE = ("bo", "di", "ed", "carer 0", "carer 1")


def test_a_start_before_the_record_is_shown_if_all_who_were_in_say_so(late: Start) -> None:
    assert late.before.shows is Shows.NOT
    account = late.account(-420, *THE_FIVE)
    late.answers(account, *THE_FIVE)
    found = late.before
    assert (found.shows, found.begun) == (Shows.SHOWN, Begun.BY_ACCOUNT)
    assert found.group == Group(d=3, f=2, others=3)


def test_who_says_that_they_came_later_is_not_counted_by_account(late: Start) -> None:
    account = late.account(-420, *THE_FIVE)
    late.answers(account, "bo", "di", "ed")
    late.answers(account, "carer 0", "carer 1", was_in=False)
    assert late.before.group == Group(d=3, f=0, others=3)


@pytest.mark.parametrize("fault", ["disputed", "no document", "not asked", "too late", "typed"])
def test_an_account_shows_nothing_if(late: Start, fault: str) -> None:
    asked = THE_FIVE[:-1] if fault == "not asked" else THE_FIVE
    started = -390 if fault == "too late" else -420
    account = late.account(started, *asked, documents=0 if fault == "no document" else 1)
    late.answers(account, *asked[:3], typed_by="fay" if fault == "typed" else None)
    late.answers(account, asked[3], agrees=fault != "disputed")
    assert late.before.shows is Shows.NOT


def test_what_another_typed_of_an_account_counts_once_it_is_confirmed(late: Start) -> None:
    account = late.account(-420, *THE_FIVE)
    entries = late.answers(account, *THE_FIVE, typed_by="fay")
    assert late.before.shows is Shows.NOT
    for entry in entries:
        late.confirmed(entry)
    assert late.before.begun is Begun.BY_ACCOUNT


def test_an_account_does_not_mend_a_hidden_plan(late: Start) -> None:
    account = late.account(-420, *THE_FIVE)
    late.answers(account, *THE_FIVE)
    opened = late.seen.work.opened
    assert opened is not None
    late.challenged(opened.entry, ChallengeGround.EARLIER_PLAN, ChallengeOutcome.UPHELD)
    assert late.before.shows is Shows.NOT


# Whatever the numbers.


@given(theirs=some.integers(0, 60), others=some.integers(0, 60), unheard=some.booleans())
def test_one_more_of_them_or_a_rule_that_needs_them_never_makes_them_too_few(
    theirs: int, others: int, unheard: bool
) -> None:
    if are_enough(theirs, theirs + others, unheard=unheard):
        assert are_enough(theirs + 1, theirs + 1 + others, unheard=unheard)
        assert are_enough(theirs, theirs + others, unheard=False)


@settings(max_examples=40, deadline=None)
@given(days=some.lists(some.integers(0, 40), min_size=1, max_size=6), wrote=some.integers(0, 40))
def test_only_those_who_came_before_the_plan_are_counted_in_any_order(
    days: list[int], wrote: int
) -> None:
    start, told = a_start(), []
    for number, came in enumerate(sorted(days)):
        told.append((came, f"person {number}"))
    wrote_at = wrote + 0.5
    for at, name in sorted([*told, (wrote_at, "")]):
        if name:
            start.sits(name, DRAWS, at=at)
        else:
            start.writes("first", at=at)
    start.scope()
    assert start.before.group.d == sum(came < wrote_at for came in days)
