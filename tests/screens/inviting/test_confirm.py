"""Confirming: by one's own code at another browser, or by another member; never by the typist."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.actions.inviting_cast import CARER, PLACE, Cast, gather
from tests.core.facts.story import BOARD, DAY, ORIGIN, START, an_id, place_taken
from tests.kept import a_record
from tests.screens.conftest import Page, Visit
from tests.screens.inviting.guests import invited, sign_in
from tests.screens.signing_in.people import by_paper
from withus.actions.joining import enter
from withus.actions.typing_for_others import Typing, type_shown, type_taken
from withus.core.facts.joining import DutyGiven
from withus.core.words import Duty, ShownAs
from withus.stores.accounts.accounts import link, open_account
from withus.stores.inviting import invitations as kept
from withus.stores.people.identity import add_person, identity
from withus.stores.record.append import THE_HOST
from withus.stores.record.read import entries, find_log
from withus.stores.record.states import board_state

pytestmark = a_record
HERE = "/partnerships/withus.example~thornmere/to-confirm/"


@pytest.fixture
def cast() -> Cast:
    return gather()


def typed(cast: Cast) -> tuple[int, str, str]:
    """Let the facilitator type that Sam takes the place; return the entry, Sam and Sam's code."""
    invitation, code = invited(cast)
    sam = kept.find(ORIGIN, invitation).person
    typing = Typing(ORIGIN, sam, cast.facilitator)
    return type_taken(typing, invitation, shown_as=ShownAs.ROLE, now=timezone.now()), sam, code


def said() -> list[tuple[int, str, bool]]:
    """Return what was said of entries: which, how, and whether it is right."""
    found = board_state(find_log(ORIGIN), BOARD).said.confirmed
    return [(each.fact.entry, each.fact.how.value, each.fact.right) for each in found]


def errors(page: Page) -> str:
    return str(page.tree.xpath("//*[@role='alert']")[0].text_content())


def test_somebody_confirms_with_the_code_of_their_letter_without_signing_in(
    visit: Visit, cast: Cast
) -> None:
    entry, _, code = typed(cast)
    assert "With a code of your own" in visit(HERE).text
    page = visit.post(HERE, {"code": code.lower()})
    assert page.h1 == "What was typed for you"
    assert "About you: Somebody took a place" in page.text and "by their role only" in page.text
    answer = visit.post(f"{HERE}{entry}/", {"code": code, "right": "yes"}, status=302).response
    assert "Thank you: it is right" in visit(answer["Location"]).text
    assert said() == [(entry, "own_code", True)]
    assert "_auth_user_id" not in visit.client.session
    assert "Nothing waits for your word." in visit.post(HERE, {"code": code}).text


def test_what_is_not_right_is_entered_and_told_what_comes_next(visit: Visit, cast: Cast) -> None:
    entry, _, code = typed(cast)
    answer = visit.post(f"{HERE}{entry}/", {"code": code, "right": "no"}, status=302).response
    page = visit(answer["Location"])
    assert "Thank you: it is not right" in page.text and "they put it right" in page.text
    assert said() == [(entry, "own_code", False)]


def test_the_typists_own_browser_is_refused_and_stays_signed_in(visit: Visit, cast: Cast) -> None:
    entry, _, code = typed(cast)
    sign_in(visit.client, cast.facilitator)
    page = visit.post(f"{HERE}{entry}/", {"code": code, "right": "yes"}, status=422)
    assert "signed in here just now" in errors(page)
    assert said() == []
    account = visit.client.session["_auth_user_id"]
    assert visit.client.session["_auth_user_id"] == account


def test_the_typist_does_not_confirm_what_they_typed(visit: Visit, cast: Cast) -> None:
    entry, _, _ = typed(cast)
    sign_in(visit.client, cast.facilitator)
    assert "Nothing waits for you." in visit(HERE).text
    visit.post(f"{HERE}{entry}/", {"right": "yes"}, status=422)
    visit.post(f"{HERE}{entry}/", {"right": "yes", "how": "letter"}, status=422)
    assert said() == []


def another_facilitator() -> str:
    """Return somebody who is a facilitator too."""
    person = add_person(ORIGIN, "Fay Green").person
    given = DutyGiven(
        given=an_id("fay"),
        duty=Duty.FACILITATOR,
        board=None,
        from_=DAY,
        until=None,
        person=person,
    )
    enter(given, record=ORIGIN, by=THE_HOST, now=START + timedelta(hours=1))
    return person


@pytest.mark.parametrize("right", ["yes", "no"])
def test_another_facilitator_types_the_letter_in_which_somebody_says_it(
    visit: Visit, cast: Cast, right: str
) -> None:
    entry, sam, _ = typed(cast)
    fay = another_facilitator()
    sign_in(visit.client, fay)
    page = visit(HERE)
    assert "Only if they wrote to you that it is right, or is not." in page.text
    assert page.tree.xpath("//main//form//input[@name='how']/@value") == ["letter"]
    sent = {"right": right, "how": "letter"}
    answer = visit.post(f"{HERE}{entry}/", sent, status=302).response
    assert "Thank you" in visit(answer["Location"]).text
    assert said() == [(entry, "letter", right == "yes")]
    log = find_log(ORIGIN)
    told = next(entries(log, start=log.size - 1)).circumstances
    assert told.by == identity(ORIGIN, sam).pseudonyms[BOARD]
    assert told.typed_by == identity(ORIGIN, fay).pseudonyms[BOARD]
    assert "Nothing waits for you." in visit(HERE).text


def test_a_letter_is_not_typed_at_the_browser_of_whoever_typed_what_it_confirms(
    visit: Visit, cast: Cast
) -> None:
    entry, _, _ = typed(cast)
    account = open_account()
    link(account, origin=ORIGIN, person=cast.facilitator)
    by_paper(visit.client, account)
    visit.client.post("/sign-in/out/")
    sign_in(visit.client, another_facilitator())
    page = visit.post(f"{HERE}{entry}/", {"right": "yes", "how": "letter"}, status=422)
    assert "signed in here just now" in errors(page)
    assert said() == []


def test_another_member_in_a_place_of_those_it_is_about_confirms_and_reads_no_name(
    visit: Visit, cast: Cast
) -> None:
    entry, _, _ = typed(cast)
    bo = add_person(ORIGIN, "Bo Lane").person
    taken = replace(place_taken("seat 2", "bo held", ""), place=CARER, person=bo)
    enter(taken, record=ORIGIN, by=THE_HOST, now=timezone.now())
    sign_in(visit.client, bo)
    page = visit(HERE)
    assert f"Entry {entry}," in page.text and "Sam Ward" not in page.text
    visit.post(f"{HERE}{entry}/", {"right": "yes"}, status=302)
    assert said() == [(entry, "second_person", True)]


def test_nobody_without_that_right_confirms_for_another(visit: Visit, cast: Cast) -> None:
    entry, _, _ = typed(cast)
    sign_in(visit.client, cast.officer)
    assert "Nothing waits for you." in visit(HERE).text
    visit.post(f"{HERE}{entry}/", {"right": "yes"}, status=422)
    assert said() == []


def test_a_code_of_nobody_here_and_none_at_all_are_refused(visit: Visit, cast: Cast) -> None:
    entry, _, _ = typed(cast)
    for code in ("", "ABCD-EFGH-JKLM"):
        visit.post(HERE, {"code": code}, status=422)
        visit.post(f"{HERE}{entry}/", {"code": code, "right": "yes"}, status=422)
    assert said() == []


def test_the_same_is_asked_for_one_entry_and_for_many(visit: Visit, cast: Cast) -> None:
    _, sam, _ = typed(cast)
    bo = add_person(ORIGIN, "Bo Lane").person
    taken = replace(place_taken("seat 2", "bo held", ""), place=CARER, person=bo)
    enter(taken, record=ORIGIN, by=THE_HOST, now=timezone.now())
    sign_in(visit.client, bo)
    visit(HERE)
    asked = len(visit.asked)
    for number in range(30):
        shown = (ShownAs.NAMED, ShownAs.COUNTED)[number % 2]
        typing = Typing(ORIGIN, sam, cast.facilitator)
        type_shown(typing, PLACE, shown_as=shown, now=timezone.now())
    assert visit(HERE).text.count("They said: right") == 31
    assert len(visit.asked) == asked


def test_an_outsider_finds_the_form_alone(visit: Visit, cast: Cast) -> None:
    typed(cast)
    stranger = Client()
    assert b"For you to look at" not in stranger.get(HERE).content
