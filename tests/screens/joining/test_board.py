"""A board's page: its places drawn and told, its rules and what they mean, no names."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

import pytest

from tests.core.facts.story import DAY, an_id
from tests.example_record import CARE, HOME, opened, opening, rules, seated
from tests.kept import write_story
from tests.screens.conftest import Visit
from tests.screens.kept import BOARD, PARTNERSHIP, RECORD, Kept
from withus.core.facts.fact import Fact
from withus.core.facts.joining import RulesSet
from withus.core.rules.joining import CHECKS, check_board
from withus.core.words import Capacity, Level
from withus.questions.joining import BOARDS_A_PAGE

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def rows(visit: Visit, address: str = BOARD) -> list[list[str]]:
    """Return what each row of the table of places says."""
    found = visit(address).tree.xpath("//main//table[@class='roomy']/tbody/tr")
    return [[" ".join(cell.text_content().split()) for cell in row] for row in found]


def test_a_board_says_first_how_many_places_are_held_by_the_people_it_is_about(
    visit: Visit, kept: Kept
) -> None:
    page = visit(BOARD)
    assert page.h1 == "Coming Home board"
    assert "4 of 12 places are held by people it is about. That is 33 in 100." in page.text


def test_each_place_is_one_mark_and_a_vacant_one_a_broken_outline(visit: Visit, kept: Kept) -> None:
    drawn = visit(BOARD).tree.xpath("//main//svg[@aria-labelledby='places']/use/@href")
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
    links = visit(BOARD).tree.xpath("//main//table[@class='roomy']//a/@href")
    assert len(links) == 12 + 10 + 1  # places made, places taken, one mandate
    for link in (links[0], links[-1]):
        assert visit(link).h1.startswith("Entry ")


def test_each_rule_is_a_plain_sentence_with_what_stands_behind_it(visit: Visit, kept: Kept) -> None:
    page = visit(BOARD)
    assert (
        "At least two of the people it is about must agree. They may say so before, or within five "
        "working days after.It holds from 2 November 2026. It is in our terms of reference. "
        "Written in: Terms of reference, 13 October 2026, part 4." in page.text
    )
    assert page.tree.xpath(f"//main//a[@href='{RECORD}entries/52/']")


def test_the_mirror_says_whether_it_can_be_decided_without_them(visit: Visit, kept: Kept) -> None:
    (card,) = visit(BOARD).tree.xpath("//main//*[contains(@class, 'counted')]")
    told = " ".join(card.text_content().split())
    assert told.startswith(
        "Worked out exactly from the rules What the rules mean 12 members. 5 are people it’s about."
        "The others can’t decide without them. The others and the unpaid carers together can "
        "decide without those who draw on care and support."
    )
    assert "Vacant places are counted as if somebody held them." in told
    assert card.xpath(f".//a[@href='{RECORD}entries/52/']")


def test_the_mirror_is_drawn_as_two_sides_and_tells_each_sort_of_member_apart(
    visit: Visit, kept: Kept
) -> None:
    (card,) = visit(BOARD).tree.xpath("//main//*[contains(@class, 'counted')]")
    told = " ".join(card.text_content().split())
    assert "These 5 say no" in told and "These 7 say yes" in told
    assert "Nothing is decided." in told
    cells = [[cell.text_content() for cell in row] for row in card.xpath(".//tbody/tr")]
    assert cells == [
        ["The people it is about (5)", "No"],
        ["Draws on care and support (3)", "Yes"],
        ["Unpaid carer (2)", "Yes"],
        ["Community organisation (1)", "Yes"],
        ["Paid to run services (5)", "Yes"],
        ["Elected member (1)", "Yes"],
    ]


def with_rules(*sets: tuple[list[Any], date]) -> list[Fact]:
    """Return a board of two people it is about and nine others, with rules."""
    places = [Capacity.DRAWS_ON_SERVICES] * 2 + [Capacity.SERVICES] * 9
    board = opened(HOME, "A board", Level.COMMUNITY, None)
    facts: list[Fact] = [opening(), board, *seated(HOME, places, empty=set())]
    told = [RulesSet(board=HOME, rules=each, from_=day, decision=None) for each, day in sets]
    return [*facts, *told]


def test_rules_that_begin_later_are_said_with_what_they_will_mean(visit: Visit) -> None:
    majority, agree = rules()[1], rules()[2]
    later = date(2999, 1, 1)
    dated = {**agree, "from": "2999-06-01"}
    write_story(facts=with_rules(([majority], DAY), ([majority, dated], later)))
    told = " ".join(visit(BOARD).text.split())
    assert "11 members. 2 are people it’s about.The others can decide without them." in told
    assert "If two of them must agree, they can’t." in told
    assert "From 1 January 2999" in told
    assert "From 1 June 2999 The others can’t decide without them." in told
    assert "It holds from 1 June 2999." in told


def test_an_old_rule_that_cannot_be_read_is_said_and_not_guessed_at(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(cast(dict[Any, Any], CHECKS), RulesSet, check_board)  # as it was once
    write_story(facts=with_rules(([{"kind": "agree"}, rules()[2]], DAY)))
    told = visit(BOARD).text
    assert "A rule that cannot be read." in told
    assert "At least two of the people it is about must agree." in told
    assert "One of the rules cannot be read, so what they mean cannot be told." in told


def test_the_board_above_is_drawn_and_linked(visit: Visit, kept: Kept) -> None:
    page = visit(BOARD)
    assert page.tree.xpath(f"//main//ol//a[@href='{PARTNERSHIP}boards/{CARE}/']")
    assert "Health and Care board1 of 12 places is held by people it is about." in page.text
    told = "It sits with Health and Care board, the board above this one. No rule says who must be"
    assert told in page.text
    below = visit(f"{PARTNERSHIP}boards/{CARE}/").tree.xpath(f"//main//a[@href='{BOARD}']")
    assert len(below) == 1


def test_a_board_above_in_another_record_is_told_and_no_more(visit: Visit) -> None:
    foreign = f"elsewhere.example/city#7@20,{'A' * 43}="
    facts = [opening(), opened(HOME, "A board", Level.COMMUNITY, foreign)]
    write_story(facts=facts)
    page = visit(BOARD)
    assert "The board above this one is in another record, elsewhere.example/city." in page.text
    assert "this page cannot tell from here" in page.text


def test_where_nobody_it_is_about_votes_on_the_board_above_it_is_said(visit: Visit) -> None:
    over, here = an_id("cabinet"), opened(HOME, "Home", Level.COMMUNITY, an_id("cabinet"))
    council = [Capacity.ELECTED] * 3
    facts = [opening(), opened(over, "Cabinet", Level.COUNCIL, None), here]
    write_story(facts=[*facts, *seated(over, council, empty=set())])
    told = visit(BOARD).text
    assert "It sits with Cabinet, the board above this one. Nobody it is about votes there." in told


def test_of_many_boards_below_the_first_are_linked_and_all_are_counted(visit: Visit) -> None:
    below = [opened(an_id(f"b {n}"), f"Board {n:02}", Level.PERSON, HOME) for n in range(33)]
    write_story(facts=[opening(), opened(HOME, "Home", Level.COMMUNITY, None), *below])
    page = visit(BOARD)
    links = page.tree.xpath("//section[@id='responsibility']//ul/li/a")
    assert [one.text for one in links] == [f"Board {n:02}" for n in range(BOARDS_A_PAGE)]
    assert f"and {33 - BOARDS_A_PAGE} more" in page.text
    assert "It sits here: no board above this one was entered." in page.text


def test_what_somebody_says_is_not_so_is_shown_with_its_entries(visit: Visit, kept: Kept) -> None:
    page = visit(BOARD)
    assert "The capacity is not right. Said on 2 November 2026, not yet answered." in page.text
    assert page.tree.xpath(f"//main//a[@href='{RECORD}entries/56/']")


def test_a_board_without_places_or_rules_says_so(visit: Visit) -> None:
    write_story(facts=[opening(), opened(HOME, "A board", Level.COMMUNITY, None)])
    page = visit(BOARD)
    assert "It has no places yet." in page.text
    assert "No rule says who must be there or agree." in page.text
    assert "No rule is in force." in page.text


def test_a_board_asks_as_often_for_many_places_as_for_few(visit: Visit) -> None:
    board = opened(HOME, "A board", Level.COMMUNITY, None)
    ruled = RulesSet(board=HOME, rules=rules(), from_=DAY, decision=None)
    many = [Capacity.UNPAID_CARERS] * 210
    write_story(
        "withus.example/few", facts=[opening(), board, *seated(HOME, many[:5], empty=set()), ruled]
    )
    write_story(
        "withus.example/many", facts=[opening(), board, *seated(HOME, many, empty=set()), ruled]
    )
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
