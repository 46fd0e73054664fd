"""The officer's pack: each paper filled in with what is known, and marked as a draft."""

from __future__ import annotations

import pytest
from lxml.html import HtmlElement

from tests.core.facts.story import an_id
from tests.example_record import ORIGIN, opened, opening
from tests.kept import a_record, write_story
from tests.screens.conftest import Page
from tests.screens.mine.somebody import THORNMERE, Somebody, a_member, guarded, on_duty, signed_in
from withus.core.words import Duty, Level
from withus.screens.pack.views import IN_ORDER
from withus.stores.people.identity import add_person

pytestmark = a_record
PACK = f"{THORNMERE}pack/"
DRAFT = "Draft to be completed by your data protection officer"


@pytest.fixture
def officer() -> Somebody:
    """The host's officer of Thornmere."""
    a_member()
    return on_duty(Duty.HOST, "Olly Office")


def blanks(page: Page) -> list[HtmlElement]:
    """Return what is left to complete."""
    found: list[HtmlElement] = page.tree.xpath("//main//*[@class='blank']")
    return found


def test_the_pack_lists_its_papers_and_each_opens(officer: Somebody) -> None:
    links = officer.visit(PACK).tree.xpath("//main//ul/li/a/@href")
    assert links == [f"{PACK}{code}/" for code in IN_ORDER]
    for link in links:
        officer.visit(link)
    officer.visit(f"{PACK}another/", status=404)


@pytest.mark.parametrize("code", IN_ORDER)
def test_each_paper_is_marked_as_a_draft_and_fits_the_ceiling(officer: Somebody, code: str) -> None:
    page = officer.visit(f"{PACK}{code}/")
    (mark,) = page.tree.xpath("//*[@class='sheets']/*[1]")  # repeated on each sheet of paper
    assert DRAFT in mark.text_content()
    assert len(officer.visit.asked) <= 15


def test_what_is_known_is_filled_in(officer: Somebody) -> None:
    guarded()
    told = officer.visit(f"{PACK}assessment/").text
    for known in ("Thornmere Together", "Our Say Thornmere", "Dot Keeper", "Lee Guard", "England"):
        assert known in told
    assert "How people come home from hospital." in told  # the words it was opened with


def test_a_duty_that_nobody_has_is_left_to_complete(officer: Somebody) -> None:
    told = [one.text_content() for one in blanks(officer.visit(f"{PACK}assessment/"))]
    assert any("Data contact: nobody has been named." in one for one in told)
    guarded()
    told = [one.text_content() for one in blanks(officer.visit(f"{PACK}assessment/"))]
    assert not any("nobody has been named" in one for one in told)
    assert len(told) >= 5


def test_each_body_has_a_place_to_sign(officer: Somebody) -> None:
    page = officer.visit(f"{PACK}joint-controllers/")
    told = [one.text_content() for one in blanks(page)]
    for name in ("Thornmere Council", "Thornmere Hospital", "The Carers’ Circle"):
        assert any(name in one for one in told)


def test_the_terms_hold_the_members_the_rules_and_what_they_mean(officer: Somebody) -> None:
    told = officer.visit(f"{PACK}terms-of-reference/").text
    assert "At least two of the people it is about must agree." in told
    assert "Written in: Terms of reference, 13 October 2026, part 4." in told
    assert "The others can’t decide without them." in told
    assert "5 of 13 places are held by people it is about." in told
    assert "Health and Care board" in told


def test_many_boards_come_by_fives_in_the_terms_and_are_counted_in_all(officer: Somebody) -> None:
    from tests.screens.mine.somebody import LATER
    from withus.actions.joining import enter
    from withus.stores.record.append import THE_HOST

    made = [opened(an_id(f"b {n}"), f"Board {n}", Level.COUNCIL, None) for n in range(20)]
    enter(*made, record=ORIGIN, by=THE_HOST, now=LATER)
    page = officer.visit(f"{PACK}terms-of-reference/")
    assert "Page 1 of 5" in page.text
    assert "22 boards" in officer.visit(f"{PACK}assessment/").text


def test_the_notice_in_pictures_has_a_picture_with_words_for_each_idea(officer: Somebody) -> None:
    guarded()
    page = officer.visit(f"{PACK}privacy-notice-in-pictures/")
    ideas = page.tree.xpath("//*[@class='idea']")
    assert len(ideas) >= 9
    for one in ideas:
        assert one.xpath(".//svg/title")[0].text
        assert 1 <= len(one.xpath(".//p")) <= 3
        assert one.xpath(".//svg/*[not(self::title)]"), "an empty picture"
    assert "You can ask Dot Keeper." in page.text
    assert "have not checked it yet" in page.text


def test_a_practice_run_has_its_pack_too() -> None:
    write_story(ORIGIN, facts=[opening(practice=True, name="We practise")])
    officer = on_duty(Duty.HOST, "Olly Office")
    page = officer.visit(f"{PACK}joint-controllers/")
    assert "We practise" in page.text
    assert "None has been entered yet." in page.text
    (home,) = page.tree.xpath(f"//a[@href='{THORNMERE}']/@href")
    assert officer.visit(home).h1 == "We practise"


def test_a_member_does_not_see_it(officer: Somebody) -> None:
    other = signed_in(add_person(ORIGIN, "Sam Else").person)
    assert "You may not do that here" in other.visit(PACK, status=403).text
