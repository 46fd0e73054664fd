"""A practice run shows that it is one; its officer goes live, or throws it away, after a look."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.core.facts.story import an_id
from tests.example_record import HOME, opened
from tests.kept import a_record
from tests.practice_run import LATER, LIVE, PRACTICE, Practising, practise
from tests.screens.conftest import Visit
from withus.actions.joining import enter
from withus.core.words import AskKind, Level
from withus.stores.accounts.accounts import link, open_account
from withus.stores.accounts.models import Account
from withus.stores.asking import asks
from withus.stores.record.append import THE_HOST
from withus.stores.record.models import Log
from withus.stores.record.read import find_log
from withus.stores.worrying import worries

pytestmark = a_record
HERE = "/partnerships/withus.example~thornmere~practice/"
END = f"{HERE}practice/"
MINE = "/me/withus.example~thornmere~practice/"
BANNER = "Practice run: nothing here is public."


def signed_in(account: Account) -> Visit:
    client = Client(raise_request_exception=False)
    client.force_login(account)
    return Visit(client, opens=True)


def a_member(who: Practising) -> Visit:
    account = open_account()
    link(account, origin=PRACTICE, person=who.people[an_id("Coming Home 3 person")])
    return signed_in(account)


BOARD = f"{HERE}boards/{HOME}/"


@pytest.mark.parametrize("address", [HERE, BOARD, f"{BOARD}easy-read/"])
def test_its_people_alone_see_it_and_its_boards_and_no_page_of_the_record(address: str) -> None:
    who = practise()
    page = a_member(who)(address)
    assert page.text.count(BANNER) == 1
    assert "Thornmere Together" in page.text
    assert not page.tree.xpath("//a[contains(@href, '/record/')]")
    assert "no-store" in page.response["Cache-Control"]
    Visit(Client())(address, status=404)
    stranger = signed_in(open_account())
    unknown = address.replace("~practice", "~nothing")
    assert stranger(address, status=404).text == stranger(unknown, status=404).text
    for path in ("record/", "record/entries/3/", "record/copy/"):
        a_member(who)(f"{HERE}{path}", status=404)


def test_a_board_that_is_not_there_is_no_page_to_its_people_either() -> None:
    a_member(practise())(f"{HERE}boards/{an_id('nowhere')}/", status=404)


@pytest.mark.parametrize("address", [END, f"{END}go-live/", f"{END}throw-away/", f"{HERE}duties/"])
def test_every_page_of_a_practice_run_says_that_it_is_one(address: str) -> None:
    page = signed_in(practise().account)(address)
    assert page.text.count(BANNER) == 1
    assert "check-code" not in page.text.casefold()


def test_a_page_of_a_live_partnership_says_no_such_thing(visit: Visit) -> None:
    who = practise()
    officer = signed_in(who.account)
    seen = {"seen": find_log(PRACTICE).size}
    officer.post(f"{END}go-live/", seen, status=302)
    assert BANNER not in officer("/partnerships/withus.example~thornmere/").text
    assert BANNER not in officer("/partnerships/withus.example~thornmere/duties/").text


def test_a_member_reads_what_a_practice_run_is_and_cannot_end_it() -> None:
    member = a_member(practise())
    page = member(END)
    assert "The host’s officer goes live with it, or throws it away." in page.text
    assert not page.tree.xpath("//a[contains(@href, 'go-live') or contains(@href, 'throw-away')]")
    for path in ("go-live/", "throw-away/"):
        assert "You may not do that here" in member(f"{END}{path}", status=403).text
        member.post(f"{END}{path}", {"seen": "69"}, status=403)
    assert Log.objects.get().origin == PRACTICE


def test_the_officer_looks_and_goes_live() -> None:
    who = practise()
    officer = signed_in(who.account)
    page = officer(f"{END}go-live/")
    assert page.h1 == "Is Thornmere Together to go live?"
    assert "12 places, 10 of them held; 4 rules" in page.text
    assert (
        "Before it, there was a practice run of 60 entries, from 2 November 2026 on." in page.text
    )
    assert Log.objects.count() == 1, "a look changes nothing"
    (seen,) = page.tree.xpath("//input[@name='seen']/@value")
    gone = officer.post(f"{END}go-live/", {"seen": seen}, status=302)
    assert gone.response["Location"] == "/partnerships/withus.example~thornmere/"
    home = Visit(Client())("/partnerships/withus.example~thornmere/")
    assert home.h1 == "Thornmere Together"
    assert "Before it, there was a practice run of 60 entries" in home.text
    officer(END, status=404)
    first = Visit(Client())("/partnerships/withus.example~thornmere/record/entries/0/").text
    assert "Before it, there was a practice run of 60 entries, from 2 November 2026 on." in first


def test_of_many_boards_the_first_are_shown_and_the_others_counted() -> None:
    who = practise()
    many = [opened(an_id(f"b{n}"), f"Board {n}", Level.COMMUNITY, None) for n in range(30)]
    enter(*many, record=PRACTICE, by=THE_HOST, now=LATER)
    page = signed_in(who.account)(f"{END}go-live/")
    assert "Board 17" in page.text
    assert "Board 18" not in page.text
    assert "and 12 more boards" in page.text


@pytest.mark.parametrize("seen", ["", "59", "x", "-1", "9" * 40, "٦٠"])
def test_what_was_not_seen_does_not_go_live(seen: str) -> None:
    officer = signed_in(practise().account)
    page = officer.post(f"{END}go-live/", {"seen": seen}, status=422)
    assert "Something was entered in the meantime." in page.text
    assert not Log.objects.filter(origin=LIVE).exists()


def test_nobody_goes_live_before_there_is_somebody_to_guard_people() -> None:
    officer = signed_in(practise(guarded=False).account)
    page = officer(f"{END}go-live/")
    assert "Nobody is the safeguarding lead. Nobody is the data contact." in page.text
    sent = {"seen": find_log(PRACTICE).size}
    page = officer.post(f"{END}go-live/", sent, status=422)
    assert "Name a safeguarding lead and a data contact first." in page.text


@pytest.mark.parametrize("what", ["worry", "ask"])
def test_whoever_waits_for_an_answer_is_heard_before_it_is_thrown_away(what: str) -> None:
    who = practise()
    officer = signed_in(who.account)
    on = find_log(PRACTICE).last_at.date()  # type: ignore[union-attr]
    if what == "worry":
        worries.keep(PRACTICE, "I am hurt.", on=on, entry=None, by="")
    else:
        asks.keep(PRACTICE, who.officer, AskKind.SEE, "Show me.", days=(on, on))
    page = officer(f"{END}throw-away/")
    assert ("Somebody was worried" in page.text) is (what == "worry")
    assert ("Somebody waits for an answer" in page.text) is (what == "ask")
    officer.post(f"{END}throw-away/", status=422)
    assert Log.objects.exists()


def test_the_officer_looks_throws_it_away_and_is_still_signed_in() -> None:
    who = practise()
    officer, member = signed_in(who.account), a_member(who)
    page = officer(f"{END}throw-away/")
    assert "This cannot be undone." in page.text
    assert Log.objects.exists()
    gone = officer.post(f"{END}throw-away/", status=302)
    assert gone.response["Location"] == "/practice/gone/"
    assert officer("/practice/gone/").h1 == "The practice run is gone"
    assert not Log.objects.exists()
    officer(END, status=404)
    officer("/me/")
    assert "sign-in" in member("/me/", status=302).response["Location"]
