"""A practice run's home and boards: open to those who are in it, and nothing to all others."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.core.facts.story import DAY
from tests.example_record import HOME, ORIGIN, opened, opening, rules, seated
from tests.kept import a_record, write_story
from tests.screens.conftest import Visit
from tests.screens.kept import BOARD, PARTNERSHIP
from tests.screens.mine.somebody import Somebody, on_duty, signed_in
from withus.core.facts.joining import RulesSet
from withus.core.words import Capacity, Duty, Level
from withus.stores.people.identity import add_person

pytestmark = a_record
PAGES = (PARTNERSHIP, BOARD, f"{BOARD}easy-read/")


@pytest.fixture
def facilitator() -> Somebody:
    """The facilitator of a practice run with one board."""
    places = [Capacity.DRAWS_ON_SERVICES] * 2 + [Capacity.SERVICES] * 9
    board = opened(HOME, "A board", Level.COMMUNITY, None)
    ruled = RulesSet(board=HOME, rules=rules(), from_=DAY, decision=None)
    filled = seated(HOME, places, empty={1})
    write_story(ORIGIN, facts=[opening(practice=True, name="We practise"), board, *filled, ruled])
    return on_duty(Duty.FACILITATOR, "Jo Bell")


@pytest.mark.parametrize("address", PAGES)
def test_those_in_it_see_its_pages(facilitator: Somebody, address: str) -> None:
    inside = Visit(facilitator.visit.client, opens=True)
    assert "We practise" in inside(address).tree.text_content()
    assert len(inside.asked) <= 15


def test_the_home_of_a_partnership_with_one_board_leads_to_it_in_short_words(
    facilitator: Somebody,
) -> None:
    (link,) = facilitator.visit(PARTNERSHIP).tree.xpath("//ul[@class='ways']//@href")
    assert link == f"{BOARD}easy-read/"
    none = facilitator.visit(f"{PARTNERSHIP}?q=zzz")  # looked for by a name it does not have
    assert not none.tree.xpath("//ul[@class='ways']")


@pytest.mark.parametrize("address", PAGES)
def test_to_all_others_they_are_not_there(facilitator: Somebody, address: str) -> None:
    Visit(Client())(address, status=404)
    write_story("withus.example/other", facts=[opening(name="Others")])
    person = add_person("withus.example/other", "Sam Else").person
    signed_in(person, origin="withus.example/other").visit(address, status=404)


@pytest.mark.parametrize("address", PAGES)
def test_no_link_leads_to_an_entry_or_the_record_which_are_not_public(
    facilitator: Somebody, address: str
) -> None:
    page = Visit(facilitator.visit.client, opens=True)(address)
    assert not [href for href in page.tree.xpath("//main//@href") if "/record/" in href]
    links = page.tree.xpath("//main//a/@href")
    for link in {each for each in links if each.startswith("/")}:
        facilitator.visit.client.get(link)
        assert facilitator.visit.client.get(link).status_code == 200, link
