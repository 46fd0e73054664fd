"""A dishonest host practises, and wants nobody to know: each way out of naming it is tried here.

They run the machine's commands and its screens. Whoever changes the program or the tables by hand
can do more; no record can show what was never entered (docs/understanding/practice-runs.md).
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.core.facts.story import an_id
from tests.example_record import CARE, opening
from tests.kept import a_record, write_story
from tests.practice_run import LATER, LIVE, PRACTICE, Practising, practise, practised_story
from withus.actions.acts import Act, enter_acts
from withus.actions.joining import enter, open_partnership
from withus.actions.practising import go_live, throw_away
from withus.core.errors import Refusal
from withus.core.facts import joining as f
from withus.core.facts.keeping import EntryCorrected
from withus.core.words import Ended
from withus.stores.accounts.accounts import link, open_account
from withus.stores.accounts.models import Account
from withus.stores.people.identity import add_person
from withus.stores.practising.models import ThrownAway
from withus.stores.practising.runs import run_of
from withus.stores.record.append import THE_HOST
from withus.stores.record.models import Indexed, Log
from withus.stores.record.read import find_log, leaves
from withus.stores.record.states import partnership_state

pytestmark = a_record
AFTER = LATER + timedelta(hours=1)
OTHER = "withus.example/otherwise"
NAME = "Something Else"


def named(origin: str) -> list[dict[str, Any]]:
    """Return the practice runs that a live record names, the first thrown away first."""
    opened = partnership_state(find_log(origin)).opened
    assert opened is not None
    told = opened.fact.follows
    return [*told["before"], {k: v for k, v in told.items() if k != "before"}] if told else []


def thrown(origin: str = PRACTICE, **how: Any) -> tuple[Practising, dict[str, Any]]:
    """Practise and throw it away; return who did, and how it must be named."""
    who = practise(origin, **how)
    told = run_of(find_log(origin)).told()
    at = AFTER + timedelta(minutes=ThrownAway.objects.count())
    throw_away(record=origin, by=who.officer, now=at)
    return who, told


def from_a_file(
    origin: str = LIVE, *, name: str = "Thornmere Together", follows: Any = None
) -> None:
    """Open a live record with a file of acts, as whoever runs the machine can."""
    clear = {"name": name, "practice": False, "follows": follows, "country": "england"}
    act = Act("partnership.opened.v1", clear, {"about": "Coming home."})
    enter_acts([act], record=origin, now=AFTER, progress=lambda _: None)


def drawn(origin: str) -> set[str]:
    """Return what was drawn by lot for each entry, and what stands in place of what is sealed."""
    told = [json.loads(each) for each in leaves(find_log(origin))]
    return {each["nonce"] for each in told} | {
        seal for each in told for seal in each["sealed"].values()
    }


def refused(code: str, **how: Any) -> None:
    with pytest.raises(Refusal) as told:
        from_a_file(**how)
    assert told.value.code == code
    assert not Log.objects.filter(origin=how.get("origin", LIVE)).exists()


@pytest.mark.parametrize(
    ("origin", "name"),
    [
        (LIVE, "Thornmere Together"),
        (OTHER, "Thornmere Together"),
        (OTHER, "THORNMERE together!"),
        (LIVE, NAME),
        (f"{LIVE}/2", NAME),
        (PRACTICE, NAME),
    ],
)
def test_a_run_that_was_thrown_away_is_named_though_nobody_says_so(origin: str, name: str) -> None:
    _, told = thrown()
    from_a_file(origin, name=name)
    assert named(origin) == [told]


def test_a_second_practice_run_does_not_hide_the_first() -> None:
    _, first = thrown()
    _, second = thrown()
    who = practise()
    third = run_of(find_log(PRACTICE)).told()
    went = go_live(record=PRACTICE, by=who.officer, now=AFTER, seen=None)
    assert named(went.origin) == [first, second, third]


def test_the_same_officer_under_another_name_and_at_another_address_names_it_too() -> None:
    who, first = thrown()
    story = practised_story(name=NAME)
    again = practise(f"{OTHER}/practice", facts=story, account=who.account)
    second = run_of(find_log(f"{OTHER}/practice")).told()
    went = go_live(record=f"{OTHER}/practice", by=again.officer, now=AFTER, seen=None)
    assert named(went.origin) == [first, second]


def test_a_decoy_that_goes_live_first_takes_nothing_off_the_next() -> None:
    _, told = thrown()
    from_a_file(f"{LIVE}/decoy", name="Thornmere Together")
    from_a_file(LIVE)
    assert named(f"{LIVE}/decoy") == named(LIVE) == [told]


@pytest.mark.parametrize(
    ("name", "bodies", "told"),
    [
        ("Thornmere Together", "", True),  # another officer of the same host, who says nothing
        ("Thornmere Together", "of Elsewhere", False),  # another host, of the same name
        (NAME, "", False),
    ],
)
def test_by_another_officer_a_run_is_told_of_its_own_host_and_of_no_other(
    name: str, bodies: str, told: bool
) -> None:
    _, first = thrown()
    practise(f"{OTHER}/practice", facts=practised_story(name, bodies=bodies))
    second = run_of(find_log(f"{OTHER}/practice")).told()
    went = go_live(record=f"{OTHER}/practice", by=None, now=AFTER, seen=None)
    assert named(went.origin) == ([first, second] if told else [second])


def test_a_file_cannot_say_what_a_record_follows() -> None:
    _, told = thrown()
    for follows in ({**told, "before": []}, {**told, "size": 1, "before": []}, {"origin": "x"}, {}):
        refused("by_its_own_command", follows=follows)


@pytest.mark.parametrize(
    "change", [{"size": 3}, {"entries": {}}, {"since": "2026-01-01"}, {"before": [1]}]
)
def test_what_a_live_record_says_of_practice_is_what_was_practised(change: dict[str, Any]) -> None:
    _, told = thrown()
    follows = {**told, "before": [], **change}
    fact = replace(opening(), follows=follows)
    with pytest.raises(Refusal) as refusal:
        open_partnership(record=LIVE, by=THE_HOST, now=AFTER, opening=fact)
    assert refusal.value.code == "follows_otherwise"


def test_a_live_record_does_not_claim_a_practice_that_never_was() -> None:
    told = {"origin": PRACTICE, "size": 900, "root": "A" * 43 + "=", "since": "2020-01-01"}
    fact = replace(opening(), follows={**told, "entries": {}, "before": []})
    with pytest.raises(Refusal) as refusal:
        open_partnership(record=LIVE, by=THE_HOST, now=AFTER, opening=fact)
    assert refusal.value.code == "follows_otherwise"


def test_nothing_else_goes_live_while_the_run_is_still_there() -> None:
    practise()
    refused("practice_goes_on")
    refused("practice_goes_on", origin=OTHER)
    refused("practice_goes_on", origin=LIVE, name=NAME)
    from_a_file(OTHER, name=NAME)


def test_of_an_officers_two_runs_of_a_name_neither_goes_live_unseen() -> None:
    who = practise()
    practise(f"{PRACTICE}/2", account=who.account)
    with pytest.raises(Refusal) as refusal:
        go_live(record=PRACTICE, by=None, now=AFTER, seen=None)
    assert refusal.value.code == "practice_goes_on"
    assert not Log.objects.filter(continued_by__isnull=False).exists()


def test_a_strangers_run_of_the_same_name_keeps_nobody_from_going_live() -> None:
    practise()
    practise(f"{PRACTICE}/2", facts=practised_story(bodies="of Elsewhere"))
    went = go_live(record=PRACTICE, by=None, now=AFTER, seen=None)
    assert [each["origin"] for each in named(went.origin)] == [PRACTICE]


def test_what_was_named_is_never_put_right_to_something_else() -> None:
    thrown()
    from_a_file()
    for field, value in (("follows", None), ("practice", True)):
        correction = EntryCorrected(entry=0, field=field, value=value)
        with pytest.raises(Refusal) as refusal:
            enter(correction, record=LIVE, by=THE_HOST, now=AFTER)
        assert refusal.value.code == "not_correctable"


def test_what_goes_live_is_what_was_practised_whatever_is_entered_meanwhile() -> None:
    practise()
    seen = find_log(PRACTICE).size
    enter(f.BoardClosed(board=CARE), record=PRACTICE, by=THE_HOST, now=AFTER)
    with pytest.raises(Refusal) as refusal:
        go_live(record=PRACTICE, by=None, now=AFTER, seen=seen)
    assert refusal.value.code == "practice_changed"


def test_nothing_of_practice_leaks_into_the_live_record_but_what_goes_on() -> None:
    who = practise()
    gone = an_id("a board that ended")
    board = f.BoardOpened(
        board=gone,
        name="Heron Weir board",
        level="community",  # type: ignore[arg-type]
        parent=None,
        formats=frozenset(),
    )
    enter(board, f.BoardClosed(board=gone), record=PRACTICE, by=THE_HOST, now=AFTER)
    left = f.PlaceLeft(holding=an_id("Care 4 held"), how=Ended.RESIGNED, early=True)
    enter(left, record=PRACTICE, by=THE_HOST, now=AFTER)
    before = set(Indexed.objects.filter(log__origin=PRACTICE).values_list("type", flat=True))
    went = go_live(record=PRACTICE, by=who.officer, now=AFTER, seen=None)
    told = b"\n".join(leaves(find_log(went.origin)))
    assert b"Heron Weir" not in told
    assert an_id("Care 4 held").encode() not in told
    assert gone.encode() not in told
    assert {"board.closed.v1", "place.left.v1", "challenge.raised.v1"} <= before
    types = {row.type for row in Indexed.objects.filter(log=find_log(went.origin))}
    assert not types & {"board.closed.v1", "place.left.v1", "challenge.raised.v1"}
    assert not drawn(PRACTICE) & drawn(went.origin), "sealed anew, under other keys"


def test_the_officer_of_one_run_cannot_end_another() -> None:
    one = practise()
    practise(f"{OTHER}/practice", facts=practised_story(name=NAME))
    for act in (go_live, throw_away):
        how: dict[str, Any] = {"seen": None} if act is go_live else {}
        with pytest.raises(Refusal):
            act(record=f"{OTHER}/practice", by=one.officer, now=AFTER, **how)
    assert Log.objects.count() == 2


def test_what_is_left_of_a_run_tells_nobody_by_name() -> None:
    thrown()
    (row,) = ThrownAway.objects.values()
    told = repr(row)
    for word in ("Thornmere Together", "Olive", "Una", "Coming Home"):
        assert word not in told


def test_an_account_that_ran_it_is_kept_and_leads_nowhere() -> None:
    who, _ = thrown()
    assert Account.objects.get() == who.account
    assert who.account.link_set.count() == 0


def test_the_way_in_of_somebody_who_is_elsewhere_too_stays() -> None:
    who = practise()
    write_story(OTHER, facts=[opening(name=NAME)])
    both = open_account()
    link(both, origin=PRACTICE, person=who.people[an_id("Coming Home 3 person")])
    link(both, origin=OTHER, person=add_person(OTHER, "Robin Wade").person)
    throw_away(record=PRACTICE, by=who.officer, now=AFTER)
    assert set(Account.objects.all()) == {both, who.account}
