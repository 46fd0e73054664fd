"""A board's page: its places drawn and told, its rules as they were entered, no names."""

from __future__ import annotations

import pytest

from tests.core.facts.story import an_id
from tests.example_record import CARE, HOME, opened, opening, seated
from tests.kept import write_story
from tests.screens.conftest import Visit
from tests.screens.kept import BOARD, PARTNERSHIP, RECORD, Kept
from withus.core.words import Capacity, Level

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def rows(visit: Visit, address: str = BOARD) -> list[list[str]]:
    """Return what each row of the table of places says."""
    found = visit(address).tree.xpath("//main//table/tbody/tr")
    return [[" ".join(cell.text_content().split()) for cell in row] for row in found]


def test_a_board_says_first_how_many_places_are_held_by_the_people_it_is_about(
    visit: Visit, kept: Kept
) -> None:
    page = visit(BOARD)
    assert page.h1 == "Coming Home board"
    assert "4 of 12 places are held by people it is about. That is 33 in 100." in page.text


def test_each_place_is_one_mark_and_a_vacant_one_a_broken_outline(visit: Visit, kept: Kept) -> None:
    drawn = visit(BOARD).tree.xpath("(//main//svg[@class='places'])[1]/use/@href")
    assert len(drawn) == 12
    assert drawn[:3] == ["#m-draws_on_services", "#m-draws_on_services", "#m-empty"]
    assert drawn[-1] == "#e-square"


def test_a_place_says_who_chose_who_pays_since_when_and_never_who(visit: Visit, kept: Kept) -> None:
    told = rows(visit)
    assert told[0] == [
        "Draws on care and support",
        "Since 2 November 2026Shows their role only",
        "Chosen by ballot (40 of 61 people took part)Representative",
        "Nobody",
        "Yes",
        "31 March 2028",
        "30, 31, 53",
    ]
    assert told[1][1] == "Since 2 November 2026Is counted only"
    assert told[2][1] == "Vacant since 2 November 2026"
    assert "Person" not in visit(BOARD).text


def test_every_number_leads_to_the_entries_it_was_counted_from(visit: Visit, kept: Kept) -> None:
    links = visit(BOARD).tree.xpath("//main//table//a/@href")
    assert len(links) == 12 + 10 + 1  # places made, places taken, one mandate
    for link in (links[0], links[-1]):
        assert visit(link).h1.startswith("Entry ")


def test_the_rules_are_printed_as_they_stand_and_not_explained(visit: Visit, kept: Kept) -> None:
    page = visit(BOARD)
    assert (
        "A rule on who must agree. It is in the board’s terms of reference. Written in: Terms of "
        "reference, 13 October 2026, part 4. It holds from 2 November 2026." in page.text
    )
    assert "What these rules mean for who can decide is not worked out here." in page.text


def test_the_board_above_is_drawn_and_linked(visit: Visit, kept: Kept) -> None:
    page = visit(BOARD)
    assert page.tree.xpath(f"//main//figure//a[@href='{PARTNERSHIP}boards/{CARE}/']")
    assert "Health and Care board1 of 12 places is held by people it is about." in page.text
    below = visit(f"{PARTNERSHIP}boards/{CARE}/").tree.xpath(f"//main//a[@href='{BOARD}']")
    assert len(below) == 1


def test_a_board_above_in_another_record_is_told_and_no_more(visit: Visit) -> None:
    foreign = f"elsewhere.example/city#7@20,{'A' * 43}="
    facts = [opening(), opened(HOME, "A board", Level.COMMUNITY, foreign)]
    write_story(facts=facts)
    page = visit(BOARD)
    assert "in another record, elsewhere.example/city." in page.text
    assert "this page cannot tell from here" in page.text


def test_what_somebody_says_is_not_so_is_shown_with_its_entries(visit: Visit, kept: Kept) -> None:
    page = visit(BOARD)
    assert "The capacity is not right. Said on 2 November 2026, not yet answered." in page.text
    assert page.tree.xpath(f"//main//a[@href='{RECORD}entries/56/']")


def test_a_board_without_places_or_rules_says_so(visit: Visit) -> None:
    write_story(facts=[opening(), opened(HOME, "A board", Level.COMMUNITY, None)])
    page = visit(BOARD)
    assert "It has no places yet." in page.text
    assert "this page cannot tell who must be there or agree" in page.text


def test_a_board_asks_as_often_for_many_places_as_for_few(visit: Visit) -> None:
    board = opened(HOME, "A board", Level.COMMUNITY, None)
    many = [Capacity.UNPAID_CARERS] * 210
    write_story(
        "withus.example/few", facts=[opening(), board, *seated(HOME, many[:5], empty=set())]
    )
    write_story("withus.example/many", facts=[opening(), board, *seated(HOME, many, empty=set())])
    few = visit(f"/partnerships/withus.example~few/boards/{HOME}/")
    asked = len(visit.asked)
    page = visit(f"/partnerships/withus.example~many/boards/{HOME}/")
    assert len(visit.asked) == asked <= 15
    assert "5 of 5 places" in few.text
    assert "210 of 210 places are held by people it is about." in page.text
    assert "And 114 more, not drawn." in page.text
    assert "Page 1 of 5" in page.text


def test_a_board_of_another_partnership_is_not_here(visit: Visit, kept: Kept) -> None:
    write_story("withus.example/other", facts=[opening()])
    visit(f"/partnerships/withus.example~other/boards/{HOME}/", status=404)
    visit(f"{PARTNERSHIP}boards/{an_id('nowhere')}/", status=404)
