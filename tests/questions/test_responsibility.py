"""Where the responsibility sits: up the boards of a record, and on into another one."""

from __future__ import annotations

from datetime import date

import pytest

from tests.core.facts.story import DAY, an_id
from tests.example_record import CARE, HOME, opened, opening, rules, seated
from tests.kept import a_record, write_story
from withus.core.deciding.mirror import Mirror
from withus.core.facts.fact import Fact
from withus.core.facts.joining import RulesSet
from withus.core.proofs.base64_strict import to_base64
from withus.core.words import Capacity, Level
from withus.questions import joining, responsibility
from withus.stores.record.proving import from_tree
from withus.stores.record.read import find_log

pytestmark = a_record
TODAY = date(2026, 11, 23)
CITY, ELSEWHERE, TOWN = "withus.example/city", "elsewhere.example/far", "withus.example/town"
TOP = an_id("cabinet")


def above(origin: str, board: str = HOME) -> responsibility.Above:
    """Return what stands above a board."""
    return joining.board(origin, board, on=TODAY).above


def stack(*names: str) -> list[Fact]:
    """Return boards, each under the one before it."""
    facts: list[Fact] = [opening()]
    parent = None
    for name in names:
        facts.append(opened(an_id(name), name, Level.COUNCIL, parent))
        parent = an_id(name)
    return facts


def city(*, rooted: bool = True) -> str:
    """Write a record with a cabinet of elected members, and return its name in other records."""
    council = [Capacity.ELECTED] * 5
    ruled = RulesSet(board=TOP, rules=rules()[1:2], from_=DAY, decision=None)
    board = opened(TOP, "City Cabinet", Level.COUNCIL, None)
    write_story(CITY, facts=[opening(), board, *seated(TOP, council, empty=set()), ruled])
    log = find_log(CITY)
    root = from_tree(log, lambda tree: tree.root(3)) if rooted else bytes(32)
    return f"{CITY}#1@3,{to_base64(root)}"


def test_boards_above_come_nearest_first_with_their_places_and_what_their_rules_mean() -> None:
    facts = [*stack("Cabinet", "Care"), opened(HOME, "Home", Level.COMMUNITY, an_id("Care"))]
    write_story(TOWN, facts=[*facts, *seated(an_id("Cabinet"), [Capacity.ELECTED], empty=set())])
    found = above(TOWN)
    assert [one.name for one in found.steps] == ["Care", "Cabinet"]
    assert (found.elsewhere, found.more) == (None, False)
    assert found.steps[1].count.places == 1
    means = found.steps[1].means
    assert isinstance(means, Mirror) and (means.members, means.affected) == (1, 0)


def test_a_board_under_none_has_nothing_above_it() -> None:
    write_story(TOWN, facts=stack("Cabinet"))
    assert above(TOWN, an_id("Cabinet")) == responsibility.Above()


def test_what_is_too_far_up_is_said_to_be_there() -> None:
    names = [f"Board {number}" for number in range(7)]
    write_story(TOWN, facts=stack(*names))
    found = above(TOWN, an_id("Board 6"))
    assert [one.name for one in found.steps] == ["Board 5", "Board 4", "Board 3", "Board 2"]
    assert found.more
    assert not above(TOWN, an_id("Board 4")).more


def test_a_board_above_in_another_record_that_is_kept_here_is_followed() -> None:
    parent = city()
    write_story(TOWN, facts=[opening(), opened(HOME, "Home", Level.COMMUNITY, parent)])
    found = above(TOWN)
    (step,) = found.steps
    assert (step.origin, step.name, step.count.places) == (CITY, "City Cabinet", 5)
    assert found.elsewhere is None


@pytest.mark.parametrize("why", ["another root", "not here", "a practice run", "no board there"])
def test_a_board_in_another_record_that_cannot_be_told_from_here_is_only_named(why: str) -> None:
    parent = city(rooted=why != "another root")
    if why == "not here":
        parent = parent.replace(CITY, ELSEWHERE)
    if why == "a practice run":
        write_story(ELSEWHERE, facts=[opening(name="Wexcombe", practice=True)])
        parent = parent.replace(CITY, ELSEWHERE)
    if why == "no board there":
        parent = parent.replace("#1@", "#2@")
    write_story(TOWN, facts=[opening(), opened(HOME, "Home", Level.COMMUNITY, parent)])
    found = above(TOWN)
    assert found == responsibility.Above(elsewhere=parent.partition("#")[0])


def test_from_another_record_no_third_is_followed() -> None:
    first = city()
    facts: list[Fact] = [opening(), opened(CARE, "Care", Level.COMMUNITY, first)]
    write_story(ELSEWHERE, facts=facts)
    root = to_base64(from_tree(find_log(ELSEWHERE), lambda tree: tree.root(2)))
    second = opened(HOME, "Home", Level.COMMUNITY, f"{ELSEWHERE}#1@2,{root}")
    write_story(TOWN, facts=[opening(), second])
    found = above(TOWN)
    assert [one.name for one in found.steps] == ["Care"]
    assert found.elsewhere == CITY
