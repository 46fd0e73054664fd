"""Where somebody who is in a partnership can go from its home and from a board's page."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.example_record import HOME, ORIGIN, opened, opening
from tests.kept import a_record, write_story
from tests.screens.conftest import Visit
from tests.screens.kept import BOARD, PARTNERSHIP
from tests.screens.mine.somebody import Somebody, a_member, on_duty
from withus.core.facts.joining import BoardClosed
from withus.core.words import Duty, Level

pytestmark = a_record


def ways(somebody: Somebody, address: str) -> list[str]:
    """Return where a page leads somebody, each of which must open to them."""
    page = Visit(somebody.visit.client, opens=True)(address)
    found = page.tree.xpath("//ul[@class='ways']//a | //p[@class='row']/a[@class='btn alt']")
    for link in found:
        assert somebody.visit.client.get(link.get("href")).status_code == 200, link.text
    return [link.text for link in found]


OPEN_TO_ALL = ["Short words and pictures", "Meetings", "What it decided"]


@pytest.mark.parametrize("duty", [Duty.FACILITATOR, Duty.HOST])
def test_whoever_runs_it_is_led_to_what_they_may_do(duty: Duty) -> None:
    a_member()
    somebody = on_duty(duty, "Jo Bell")
    assert ways(somebody, PARTNERSHIP) == [
        "Read and check the record",
        "My page",
        "Boards to set up",
        "People and places",
        "Invitations",
        "The officer’s pack",
        "See it as a member sees it",
    ]
    sets_rules = ["Set its rules"] if duty is Duty.HOST else []  # they were set once already
    places = ["Make and end places", "Mandates"]
    calls = ["Call a meeting"] if duty is Duty.FACILITATOR else []
    assert ways(somebody, BOARD) == [*OPEN_TO_ALL, *sets_rules, *calls, *places]


def test_a_boards_first_rules_are_set_by_the_facilitator_too() -> None:
    board = opened(HOME, "A board", Level.COMMUNITY, None)
    write_story(ORIGIN, facts=[opening(), board])
    assert "Set its rules" in ways(on_duty(Duty.FACILITATOR, "Jo Bell"), BOARD)


def test_of_a_board_that_came_to_its_end_nothing_is_to_be_done() -> None:
    board = opened(HOME, "A board", Level.COMMUNITY, None)
    write_story(ORIGIN, facts=[opening(), board, BoardClosed(board=HOME)])
    assert ways(on_duty(Duty.HOST, "Olly Office"), BOARD) == OPEN_TO_ALL


def test_a_member_is_led_to_what_is_theirs() -> None:
    wren = a_member()
    assert ways(wren, PARTNERSHIP) == ["Read and check the record", "My page"]
    assert ways(wren, BOARD) == [*OPEN_TO_ALL, "Who may come in my place"]


def test_anybody_else_is_led_to_nothing_more() -> None:
    a_member()
    anybody = Visit(Client(), opens=True)
    assert "For you here" not in anybody(PARTNERSHIP).text
    assert len(anybody(BOARD).tree.xpath("//ul[@class='ways']//a")) == 3
