"""Practising: what a first entry must name, and when a run may go live or be thrown away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.core.facts.story import DAY, START, an_id
from tests.example_record import opening
from withus.core.facts import joining as f
from withus.core.facts import keeping as k
from withus.core.history.state import DutyHeld, Partnership
from withus.core.history.told import Told
from withus.core.rules.joining import check_may_happen
from withus.core.rules.practised import Practised, Run, follows, plain, stem
from withus.core.rules.practising import (
    Waits,
    carried_rules,
    check_may_go_live,
    check_may_throw_away,
)
from withus.core.rules.situation import NotAllowed, Situation
from withus.core.words import Duty

ONE, TWO, THREE = (Run(name, 5, "root", DAY, {"b": 2, "a": 3}) for name in ("one", "two", "three"))


def told(fact: Any, entry: int = 0) -> Told[Any]:
    return Told(fact, entry=entry, at=START, by="host", typed_by=None, claimed_at=None)


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(NotAllowed) as refused:
        act()
    return refused.value.code


def opens(practised: Practised, named: Any, *, practice: bool = False) -> Callable[[], None]:
    fact = replace(opening(practice=practice), follows=named)
    return lambda: check_may_happen(fact, Situation(Partnership(), practised=practised))


def test_a_live_record_names_the_run_it_comes_from_and_those_thrown_away_in_order() -> None:
    practised = Practised(source=THREE, thrown_away=(ONE, TWO))
    named = follows(practised)
    assert named == {**THREE.told(), "before": [ONE.told(), TWO.told()]}
    assert list(ONE.told()["entries"]) == ["a", "b"]
    opens(practised, named)()
    assert follows(Practised(thrown_away=(ONE, TWO))) == {**TWO.told(), "before": [ONE.told()]}
    assert follows(Practised()) is None


@pytest.mark.parametrize(
    ("practised", "named", "code"),
    [
        (Practised(source=ONE), None, "practice_not_named"),
        (Practised(thrown_away=(ONE,)), None, "practice_not_named"),
        (Practised(source=ONE), {**ONE.told(), "size": 4, "before": []}, "follows_otherwise"),
        (Practised(source=ONE), ONE.told(), "follows_otherwise"),
        (Practised(thrown_away=(ONE, TWO)), {**TWO.told(), "before": []}, "follows_otherwise"),
        (Practised(), {**ONE.told(), "before": []}, "follows_otherwise"),
        (Practised(going_on="x"), None, "practice_goes_on"),
    ],
)
def test_a_live_record_that_names_otherwise_is_refused(
    practised: Practised, named: Any, code: str
) -> None:
    assert refusal(opens(practised, named)) == code


def test_a_practice_run_names_nothing_and_is_never_refused_for_what_was_practised() -> None:
    practised = Practised(thrown_away=(ONE,), going_on="x")
    opens(practised, None, practice=True)()
    assert refusal(opens(practised, follows(practised), practice=True)) == "follows_otherwise"


def test_a_record_that_goes_on_from_a_lost_one_names_that() -> None:
    lost = k.LogContinued(origin="x", size=9, root="A" * 43 + "=", kept=3)
    state = Partnership(continues=told(lost))
    fact = replace(opening(), follows={"origin": "x"})
    check_may_happen(fact, Situation(state, practised=Practised(thrown_away=(ONE,))))


def practising(*duties: Duty, practice: bool = True) -> Partnership:
    given = {
        an_id(duty): DutyHeld(
            told(
                f.DutyGiven(
                    given=an_id(duty), duty=duty, board=None, from_=DAY, until=None, person="p"
                )
            )
        )
        for duty in duties
    }
    return Partnership(opened=told(opening(practice=practice)), duties=given)


BOTH = (Duty.SAFEGUARDING, Duty.DATA)


@pytest.mark.parametrize(
    ("partnership", "boards", "code"),
    [
        (Partnership(), 1, "not_opened"),
        (practising(*BOTH, practice=False), 1, "not_a_practice"),
        (
            replace(practising(*BOTH), closed=told(f.PartnershipClosed(ground="Done"))),
            1,
            "partnership_closed",
        ),
        (practising(*BOTH), 0, "no_board_yet"),
        (practising(Duty.DATA), 1, "no_one_to_guard"),
        (practising(Duty.SAFEGUARDING), 1, "no_one_to_guard"),
    ],
)
def test_what_is_not_ready_does_not_go_live(
    partnership: Partnership, boards: int, code: str
) -> None:
    assert refusal(lambda: check_may_go_live(partnership, boards=boards, on=DAY)) == code


def test_what_is_ready_goes_live() -> None:
    check_may_go_live(practising(*BOTH), boards=1, on=DAY)


def test_nothing_is_thrown_away_while_somebody_waits() -> None:
    run = practising()
    check_may_throw_away(run, Waits())
    assert refusal(lambda: check_may_throw_away(run, Waits(worries=1))) == "worries_wait"
    assert refusal(lambda: check_may_throw_away(run, Waits(asks=1))) == "asks_wait"
    live = practising(practice=False)
    assert refusal(lambda: check_may_throw_away(live, Waits())) == "not_a_practice"


def test_rules_in_force_and_those_for_later_go_on() -> None:
    days = (date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1), date(2026, 4, 1))
    sets = [
        told(f.RulesSet(board=an_id("board"), rules=[], from_=day, decision=None), n)
        for n, day in enumerate(days)
    ]

    def carried(on: date) -> list[int]:
        return [each.entry for each in carried_rules(sets, on=on)]

    assert carried(date(2025, 12, 31)) == [0, 1, 2, 3]
    assert carried(date(2026, 2, 1)) == [1, 2, 3]
    assert carried(date(2026, 5, 1)) == [3]


@pytest.mark.parametrize(
    "origin", ["a/b", "a/b/2", "a/b-practice", "a/b/practice/3/2", "a/b/2/practice"]
)
def test_names_of_one_partnership_share_their_stem(origin: str) -> None:
    assert stem(origin) == "a/b"


@pytest.mark.parametrize("origin", ["a", "a-practice", "a/b-practice-group", "a/practices", "a/b2"])
def test_other_names_are_their_own_stem(origin: str) -> None:
    assert stem(origin) == origin or "/" not in origin


def test_names_compare_by_their_letters_and_numbers() -> None:
    assert (
        plain("Thornmere  Together!") == plain("ＴＨＯＲＮＭＥＲＥ together") == "thornmeretogether"
    )
    assert plain("Thornmere 2") != plain("Thornmere")
