"""My page: my places, duties and receipts; the same few questions however many there are."""

from __future__ import annotations

from dataclasses import replace

from django.test import Client

from tests.core.facts.story import an_id, place_taken
from tests.example_record import ORIGIN, opening
from tests.kept import a_record, write_story
from tests.screens.conftest import Visit
from tests.screens.mine.somebody import (
    LATER,
    MINE,
    NAME,
    TAKEN,
    THORNMERE,
    a_member,
    on_duty,
    signed_in,
)
from withus.actions.joining import enter
from withus.core.facts.fact import Fact
from withus.core.facts.joining import PlaceLeft
from withus.core.words import Duty, Ended
from withus.stores.accounts.accounts import link, open_account
from withus.stores.people.identity import add_person
from withus.stores.record.append import Actor

pytestmark = a_record


def test_my_page_shows_my_place_and_how_i_am_shown() -> None:
    wren = a_member()
    page = wren.visit("/me/")
    assert page.h1 == "My page"
    for words in (
        NAME,
        "Thornmere Together",
        "Coming Home board",
        "Unpaid carer",
        "Your name is shown",
    ):
        assert words in page.text, words
    assert page.tree.xpath(f"//main//a[@href='{MINE}places/{TAKEN}/leave/']")


def test_each_receipt_leads_to_its_entry_and_its_file() -> None:
    wren = a_member()
    page = wren.visit(MINE)
    links = page.tree.xpath("//section[@id='receipts']//a/@href")
    assert links == [
        f"{THORNMERE}record/entries/{TAKEN}/",
        f"{THORNMERE}record/entries/{TAKEN}/receipt.txt",
    ]
    for each in links:
        wren.visit(each)
    assert "Somebody took a place on the Coming Home board." in page.text
    assert "About you" in page.text


def test_my_page_asks_as_often_for_many_receipts_as_for_few() -> None:
    wren = a_member()
    wren.visit(MINE)
    few = len(wren.visit.asked)
    holding = an_id("wren held")
    facts: list[Fact] = []
    for turn in range(500):
        facts.append(PlaceLeft(holding=holding, how=Ended.RESIGNED, early=False))
        holding = an_id(f"wren again {turn}")
        taken = place_taken("wren place", f"wren again {turn}", "")
        facts.append(replace(taken, person=wren.person))
    enter(*facts, record=ORIGIN, by=Actor(person=wren.person, invited=True), now=LATER)
    page = wren.visit(MINE)
    assert len(wren.visit.asked) == few <= 15
    assert "Page 1 of 84" in page.text
    assert "By you" in page.text


def test_who_is_in_two_partnerships_chooses_between_them() -> None:
    wren = a_member()
    write_story("withus.example/wexcombe", facts=[opening(name="Wexcombe Together")])
    other = add_person("withus.example/wexcombe", NAME).person
    link(wren.account, origin="withus.example/wexcombe", person=other)
    page = wren.visit("/me/")
    assert page.tree.xpath("//main//li/a[b]/@href") == [MINE, "/me/withus.example~wexcombe/"]
    assert "You hold no place here now." in wren.visit("/me/withus.example~wexcombe/").text


def test_who_shares_a_way_in_says_for_whom_they_act() -> None:
    wren = a_member()
    other = add_person(ORIGIN, "Jay Castellane").person
    link(wren.account, origin=ORIGIN, person=other)
    assert "Act for Jay Castellane instead" in wren.go()
    wren.visit.post(f"{MINE}acting/", {"person": other}, status=302)
    assert "You are acting for Jay Castellane." in wren.go()
    wren.visit.post(f"{MINE}acting/", {"person": an_id("stranger")}, status=404)


def test_who_is_in_no_partnership_is_told_what_to_do() -> None:
    client = Client()
    client.force_login(open_account())
    assert "in no partnership yet" in Visit(client)("/me/").text


def test_a_partnership_one_is_not_in_has_no_such_page() -> None:
    wren = a_member()
    write_story("withus.example/wexcombe", facts=[opening(name="Wexcombe Together")])
    stranger = signed_in(
        add_person("withus.example/wexcombe", "Sam").person, origin="withus.example/wexcombe"
    )
    for path in ("", "held/", "asks/", "erase/", "name/", f"places/{TAKEN}/leave/"):
        stranger.visit(MINE + path, status=404)
    assert NAME in wren.go()


def test_my_duties_are_named() -> None:
    a_member()
    lead = on_duty(Duty.SAFEGUARDING, "Lee Guard")
    assert "Safeguarding lead" in lead.go()
    assert "You hold no place here now." in lead.go()
