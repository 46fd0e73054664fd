"""The list of partnerships, and a partnership's own page."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.core.facts.story import START, an_id
from tests.example_record import opened, opening
from tests.kept import write_story
from tests.screens.conftest import Visit
from tests.screens.kept import PARTNERSHIP, Kept
from withus.core.facts.joining import PartnershipClosed
from withus.core.words import Level
from withus.stores.record.remembered import forget

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
LIST = "/partnerships/"


def many(number: int) -> None:
    """Open so many partnerships, in no order of name."""
    for each in range(number):
        name = f"Partnership {(each * 7919) % number:04}"
        write_story(f"withus.example/{each}", facts=[opening(name=name)])


def test_where_there_is_none_the_list_says_what_it_is_and_what_one_can_do(visit: Visit) -> None:
    page = visit(LIST)
    assert "There is none here yet" in page.text
    assert page.tree.xpath("//main//a[@href='/check/']")


def test_a_partnership_is_listed_with_its_boards_and_its_first_day(
    visit: Visit, kept: Kept
) -> None:
    page = visit(LIST)
    assert "1 partnership" in page.text
    assert "Thornmere Together2 boards. Since 2 November 2026." in page.text
    assert page.tree.xpath(f"//main//a[@href='{PARTNERSHIP}']")


def test_a_practice_run_is_not_listed(visit: Visit) -> None:
    write_story("withus.example/practice", facts=[opening(practice=True, name="We practise")])
    assert "We practise" not in visit(LIST).text


def test_the_list_is_in_order_of_name_and_comes_by_fifties(visit: Visit) -> None:
    many(60)
    page = visit(LIST)
    names = [one.text_content() for one in page.tree.xpath("//main//ul/li/a")]
    assert names == [f"Partnership {number:04}" for number in range(50)]
    assert "Page 1 of 2" in page.text
    assert len(visit(f"{LIST}?page=2").tree.xpath("//main//ul/li")) == 10
    assert visit(f"{LIST}?page=999").text == visit(f"{LIST}?page=2").text


def test_more_than_ten_can_be_searched_and_ten_need_not(visit: Visit) -> None:
    many(10)
    assert not visit(LIST).tree.xpath("//form[@role='search']")
    many_more = [opening(name="Autism Together")]
    write_story("withus.example/autism", facts=many_more)
    assert visit(LIST).tree.xpath("//form[@role='search']")
    found = visit(f"{LIST}?q=autism")
    assert "1 partnership found" in found.text and "Partnership 0001" not in found.text
    assert "None has that in its name" in visit(f"{LIST}?q=zzz").text


def test_the_list_asks_as_often_for_fifty_as_for_ten(visit: Visit) -> None:
    many(12)
    visit(LIST)
    few = len(visit.asked)
    for each in range(100, 160):
        write_story(f"withus.example/{each}", facts=[opening(name=f"Another {each}")])
    visit(LIST)
    assert len(visit.asked) == few <= 15


def test_a_partnership_shows_its_boards_by_level_with_counts_and_shares(
    visit: Visit, kept: Kept
) -> None:
    page = visit(PARTNERSHIP)
    assert page.h1 == "Thornmere Together"
    levels = [one.text_content() for one in page.tree.xpath("//section[@id='boards']//h3")]
    assert levels == ["For a whole council area", "For a community"]
    told = "4 of 12 places are held by people it is about. That is 33 in 100. 2 places are vacant."
    assert told in page.text
    title = page.tree.xpath("//main//svg[@class='places']/title")[1].text
    assert title.startswith("Places held: Draws on care and support 2, 1 vacant; Unpaid carer 2;")


def test_each_board_says_whether_it_can_be_decided_without_the_people_it_is_about(
    visit: Visit, kept: Kept
) -> None:
    told = [one.text_content() for one in visit(PARTNERSHIP).tree.xpath("//*[@id='boards']//li//b")]
    assert told == [
        "Health and Care board",
        "No rule says who must be there or agree.",
        "Coming Home board",
        "The others can’t decide without them.",
    ]


def test_a_board_says_which_one_it_stands_under(visit: Visit, kept: Kept) -> None:
    told = [one.text_content() for one in visit(PARTNERSHIP).tree.xpath("//*[@id='boards']//li")]
    assert "Stands under" not in told[0]
    assert "Coming Home boardStands under: Health and Care board" in told[1]


def test_what_stands_open_is_a_place_for_the_people_it_is_about(visit: Visit, kept: Kept) -> None:
    page = visit(PARTNERSHIP)
    cards = [one.text_content() for one in page.tree.xpath("//main//li[@class='card flow']")]
    assert "A place on: Health and Care board1 place for an unpaid carer." in cards[0]
    assert "A place on: Coming Home board1 place for somebody who draws on care" in cards[1]
    assert "You had a letter or an e-mail" in cards[2]
    assert "There is a place for you" in page.text


def test_where_no_place_is_open_none_is_promised(visit: Visit) -> None:
    from tests.example_record import HOME, seated
    from withus.core.words import Capacity

    board = opened(HOME, "A board", Level.COMMUNITY, None)
    places = [Capacity.DRAWS_ON_SERVICES, Capacity.SERVICES]
    write_story(facts=[opening(), board, *seated(HOME, places, empty={1})])
    page = visit(PARTNERSHIP)
    assert "There is a place for you" not in page.text
    assert len(page.tree.xpath("//main//li[@class='card flow']")) == 1


def test_among_many_boards_one_is_found_by_its_name(visit: Visit, kept: Kept) -> None:
    assert not visit(PARTNERSHIP).tree.xpath("//form[@role='search']")
    for number in range(25):
        write_more(opened(an_id(f"board {number}"), f"Board {number}", Level.COUNCIL, None))
    assert visit(PARTNERSHIP).tree.xpath("//form[@role='search']")
    page = visit(f"{PARTNERSHIP}?q=board+1")
    assert "11 boards found." in page.text and "27 boards" in page.text
    assert "Board 24" not in page.text
    assert "0 boards found." in visit(f"{PARTNERSHIP}?q=zzz").text


def test_a_partnership_shows_its_organisations_by_kind(visit: Visit, kept: Kept) -> None:
    rows = [one.text_content() for one in visit(PARTNERSHIP).tree.xpath("//main//dl/div")]
    assert "User-led organisation (2)Our Say ThornmereThe Carers’ Circle" in rows


def test_a_partnership_asks_as_often_for_many_boards_as_for_few(visit: Visit, kept: Kept) -> None:
    few = cold_and_warm(visit)
    for number in range(40):
        board = opened(an_id(f"board {number}"), f"Board {number}", Level.COUNCIL, None)
        write_more(board)
    assert cold_and_warm(visit) == few
    assert "Page 1 of 4" in visit(PARTNERSHIP).text


def cold_and_warm(visit: Visit) -> list[int]:
    """Return how often the page asks, with nothing remembered of the record and with all of it."""
    forget()
    numbers = []
    for _ in range(2):
        visit(PARTNERSHIP)
        numbers.append(len(visit.asked))
    return numbers


def write_more(*facts: object) -> None:
    """Add to the record of Thornmere."""
    from tests.example_record import ORIGIN
    from withus.actions.joining import enter
    from withus.stores.record.append import THE_HOST

    enter(*facts, record=ORIGIN, by=THE_HOST, now=START + timedelta(days=1))  # type: ignore[arg-type]


def test_a_partnership_that_came_to_its_end_says_so(visit: Visit) -> None:
    ended = PartnershipClosed(ground="The work is done")
    write_story("withus.example/over", facts=[opening(name="Over"), ended])
    page = visit("/partnerships/withus.example~over/")
    assert "It came to its end on 2 November 2026." in page.text


@pytest.mark.parametrize("name", ["x", "withus.example/thornmere", "WITHUS.example~thornmere", "_"])
def test_an_address_that_is_not_one_has_no_page(visit: Visit, kept: Kept, name: str) -> None:
    assert visit(f"/partnerships/{name}/", status=404).h1 == "There is no page here"
