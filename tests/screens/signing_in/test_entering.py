"""Signing in by e-mail or from paper, and signing out."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils.timezone import now
from pytest_django import Settings

from tests.core.facts.story import ORIGIN
from tests.kept import a_record
from tests.screens.conftest import Visit
from tests.screens.signing_in.people import (
    BO,
    SAM,
    WAYS,
    an_account,
    ask,
    by_paper,
    code_in_mail,
    is_in,
    sign_in,
    type_code,
)
from withus.stores.accounts import accounts
from withus.stores.outbox import mail
from withus.stores.people.identity import add_person
from withus.stores.signing_in.models import SentCode, Session

pytestmark = a_record


def test_somebody_signs_in_with_a_code_by_e_mail(visit: Visit) -> None:
    an_account(SAM)
    assert "no password" in visit("/sign-in/").text
    visit.post("/sign-in/", {"address": " sam.ward@EXAMPLE.org"}, status=302)
    assert visit("/sign-in/code/").h1 == "Type your code"
    assert type_code(visit.client, code_in_mail()) == 302
    assert visit(WAYS).h1 == "How I get in"


def test_the_mail_goes_to_the_address_as_they_gave_it_and_not_as_it_is_typed() -> None:
    an_account("sam@strasse.example")
    ask(Client(), "sam@straße.example")
    assert [each.address for each in mail.waiting()] == ["sam@strasse.example"]


def test_they_come_to_the_page_they_wanted() -> None:
    an_account(SAM)
    client = Client()
    ask(client, next="/partnerships/?q=care")
    answer = client.post("/sign-in/code/", {"code": code_in_mail()})
    assert answer["Location"] == "/partnerships/?q=care"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "javascript:alert(1)",
        "evil",
        "/\t/evil.example",
        "///evil.example",
    ],
)
def test_they_are_never_sent_to_another_website(elsewhere: str) -> None:
    account = an_account(SAM)
    client = Client()
    ask(client, next=elsewhere)
    assert client.post("/sign-in/code/", {"code": code_in_mail()})["Location"] == WAYS
    code = accounts.give_code(account, now=now())
    answer = Client().post("/sign-in/own-code/", {"code": code, "next": elsewhere})
    assert answer["Location"] == WAYS


def test_a_wrong_code_says_how_many_tries_are_left(visit: Visit) -> None:
    an_account(SAM)
    ask(visit.client)
    page = visit.post("/sign-in/code/", {"code": "0000"}, status=422)
    assert "Tries left with this code: 4" in page.text
    assert page.tree.xpath("//title")[0].text.startswith("Error:")


def test_a_code_is_good_on_the_browser_that_asked_for_it_only() -> None:
    an_account(SAM)
    asking, other = Client(), Client()
    ask(asking)
    assert other.post("/sign-in/code/", {"code": code_in_mail()})["Location"] == "/sign-in/"
    assert not is_in(other)


def test_a_code_that_is_too_old_does_no_longer() -> None:
    an_account(SAM)
    client = Client()
    ask(client)
    for row in SentCode.objects.all():
        SentCode.objects.filter(id=row.id).update(made_at=row.made_at - timedelta(minutes=16))
    assert type_code(client, code_in_mail()) == 422
    assert not is_in(client)


@pytest.mark.parametrize("typed", ["", "sam", "sam@", "a b@example.org", "x" * 300 + "@a.example"])
def test_what_is_no_address_is_refused(visit: Visit, typed: str) -> None:
    page = visit.post("/sign-in/", {"address": typed}, status=422)
    assert "That is no e-mail address" in page.text


def test_somebody_signs_in_with_a_code_on_paper_as_often_as_they_like(visit: Visit) -> None:
    code = by_paper(visit.client, an_account())
    assert is_in(visit.client)
    other = Client()
    other.post("/sign-in/own-code/", {"code": code.lower().replace("-", " ")})
    assert is_in(other)
    page = visit.post("/sign-in/own-code/", {"code": "ABCD"}, status=422)
    assert "No code on paper reads like that" in page.text


def test_signing_out_ends_the_session_in_the_table(visit: Visit) -> None:
    an_account(SAM)
    sign_in(visit.client)
    assert Session.objects.exclude(account="").count() == 1
    assert visit("/sign-in/out/").h1 == "Sign out"
    assert is_in(visit.client), "a link alone signs nobody out"
    visit.post("/sign-in/out/", status=302)
    assert not Session.objects.exists()
    assert not is_in(visit.client)


def test_whoever_shares_a_way_in_is_asked_who_they_are(visit: Visit) -> None:
    account = an_account(BO)
    people = [add_person(ORIGIN, name).person for name in ("Sam Ward", "Bo Ward")]
    for person in people:
        accounts.link(account, origin=ORIGIN, person=person)
    ask(visit.client, BO, next="/partnerships/")
    answer = visit.client.post("/sign-in/code/", {"code": code_in_mail(BO)})
    assert answer["Location"] == "/sign-in/who/"
    page = visit("/sign-in/who/")
    assert "Sam Ward" in page.text and "Bo Ward" in page.text
    sent = visit.post("/sign-in/who/", {"who-0": people[1]}, status=302)
    assert sent.response["Location"] == "/partnerships/"
    assert visit.client.session["acting_for"] == {ORIGIN: people[1]}
    visit.post("/sign-in/who/", {"who-0": "somebody else"}, status=302)
    assert visit.client.session["acting_for"] == {ORIGIN: people[1]}


def test_public_pages_do_not_ask_who_is_here(visit: Visit) -> None:
    an_account(SAM)
    sign_in(visit.client)
    page = visit("/")  # which may ask the database nothing
    assert "My page" in page.tree.text_content()
    assert "private" not in page.response.get("Cache-Control", "")


def test_pages_of_somebody_who_is_signed_in_are_kept_by_nobody(visit: Visit) -> None:
    an_account(SAM)
    sign_in(visit.client)
    assert visit(WAYS).response["Cache-Control"] == "private, no-store"


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites() -> None:
    an_account(SAM)
    client = Client()
    sign_in(client)
    cookie = client.cookies["here"]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


def test_mail_that_cannot_be_sent_is_said_to_be_so(visit: Visit, settings: Settings) -> None:
    assert "cannot send e-mail yet" in visit("/sign-in/").text
    settings.EMAIL_HOST = "mail.example"
    assert "cannot send e-mail yet" not in visit("/sign-in/").text
