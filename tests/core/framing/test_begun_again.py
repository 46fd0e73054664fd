"""Who was in before a plan that was there before, set aside, hidden, practised, or told late."""

from __future__ import annotations

import pytest

from tests.core.framing.a_start import Start, a_group, a_start
from withus.core.framing.start import Group
from withus.core.words import (
    Begun,
    ChallengeGround,
    ChallengeOutcome,
    ExistingKind,
    Outcome,
    PointOutcome,
    Shows,
)


@pytest.fixture
def start() -> Start:
    """A group of six on the first day, and whom the work is about."""
    begun = a_start()
    a_group(begun)
    begun.scope()
    return begun


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


def test_where_people_were_in_before_the_earlier_plan_too_nothing_hangs_on_beginning_again(
    start: Start,
) -> None:
    before = earlier(start, since=1)
    start.begin_again(before, at=10)
    start.writes("first", at=30)
    assert start.before.shows is Shows.SHOWN


@pytest.mark.parametrize(
    "roll",
    [
        {"roll": "nobody"},
        {"roll": "bo -di"},
        {"roll": "bo di", "outcome": "not_carried"},
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
