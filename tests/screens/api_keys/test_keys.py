"""Somebody makes a key for a program, is shown it once, and ends it."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.api.calling import Program, a_key_for
from tests.example_record import ORIGIN, opening
from tests.kept import a_record, write_story
from tests.screens.conftest import Visit
from tests.screens.signing_in.people import WAYS, signed_in_ago
from withus.stores.accounts.accounts import link, open_account
from withus.stores.accounts.models import Account, Link
from withus.stores.people.identity import add_person
from withus.stores.tokens.models import Token
from withus.stores.tokens.tokens import add_token

pytestmark = a_record
KEYS = "/me/keys/"


@pytest.fixture
def account() -> Account:
    """Return the account of somebody in Thornmere."""
    write_story(ORIGIN, facts=[opening()])
    made = open_account()
    link(made, origin=ORIGIN, person=add_person(ORIGIN, "Robin Hood").person)
    return made


@pytest.fixture
def signed_in(visit: Visit, account: Account) -> Visit:
    """Return a visitor who is signed in with it."""
    signed_in_ago(visit.client, account)
    return visit


def chosen(account: Account) -> str:
    """Return what the form sends for the first person of an account."""
    return str(Link.objects.filter(account=account).order_by("id")[0].id)


def test_a_key_is_made_in_one_step_and_shown_once(signed_in: Visit, account: Account) -> None:
    page = signed_in(KEYS)
    assert "You have none" in page.text
    assert "You, in Thornmere Together" in page.text
    (ticked,) = page.tree.xpath("//input[@type='radio'][@checked]/@value")
    made = signed_in.post(KEYS, {"name": "  Our  calendar ", "for": ticked})
    (secret,) = made.tree.xpath("//p[@id='key']/text()")
    assert re.fullmatch(r"withus_[A-Za-z0-9_-]{43}", secret)
    assert made.response["Cache-Control"] == "no-store"
    again = signed_in(KEYS)
    assert "Our calendar" in again.text
    assert "For Thornmere Together" in again.text
    assert secret not in again.response.content.decode()
    assert Program(secret).get("me").told["partnership"] == ORIGIN


def test_the_secret_is_in_no_cookie_and_in_no_session(signed_in: Visit, account: Account) -> None:
    made = signed_in.post(KEYS, {"name": "x", "for": chosen(account)})
    (secret,) = made.tree.xpath("//p[@id='key']/text()")
    kept = [*map(str, signed_in.client.cookies.values()), str(dict(signed_in.client.session))]
    assert secret not in "".join([*kept, *made.response.headers.values()])


def test_a_key_that_was_ended_lets_nobody_in(signed_in: Visit, account: Account) -> None:
    made = signed_in.post(KEYS, {"name": "x", "for": chosen(account)})
    program = Program(made.tree.xpath("//p[@id='key']/text()")[0])
    address = f"{KEYS}{Token.objects.get().id}/end/"
    assert signed_in.post(address, status=302).response["Location"] == KEYS
    assert "You have none" in signed_in(KEYS).text
    assert program.get("me").status == 401
    assert signed_in.post(address, status=302).response["Location"] == KEYS


def test_somebody_elses_key_is_neither_shown_nor_ended(signed_in: Visit) -> None:
    other = a_key_for(add_person(ORIGIN, "Guy Gisborne").person)
    token = Token.objects.get()
    assert "Agendas" not in signed_in(KEYS).text
    signed_in.post(f"{KEYS}{token.id}/end/", status=302)
    assert Token.objects.filter(id=token.id).exists()
    made = signed_in.post(KEYS, {"name": "x", "for": str(token.link_id)}, status=422)
    assert "Choose for whom it acts." in made.text
    assert other.get("me").status == 200


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({}, "Say what the key is for"),
        ({"name": " "}, "Say what the key is for"),
        ({"name": "x" * 61}, "Say what the key is for"),
        ({"name": "x\u202ey"}, "Use letters, figures and spaces."),
        ({"name": "x", "for": ""}, "Choose for whom it acts."),
        ({"name": "x", "for": "9" * 30}, "Choose for whom it acts."),
        ({"name": "x", "for": "٣"}, "Choose for whom it acts."),
    ],
)
def test_what_is_missing_is_said_by_its_field(
    signed_in: Visit, account: Account, sent: dict[str, str], sentence: str
) -> None:
    page = signed_in.post(KEYS, {"for": chosen(account), **sent}, status=422)
    assert sentence in page.text
    assert page.tree.xpath("//title/text()")[0].startswith("Error:")
    assert not Token.objects.exists()


def test_one_of_two_who_share_an_account_is_chosen_by_name(
    signed_in: Visit, account: Account
) -> None:
    link(account, origin=ORIGIN, person=add_person(ORIGIN, "Maid Marian").person)
    page = signed_in(KEYS)
    for name in ("Maid Marian, in Thornmere Together", "Robin Hood, in Thornmere Together"):
        assert name in page.text
    assert not page.tree.xpath("//input[@type='radio'][@checked]")


def test_whoever_is_in_no_partnership_is_told_so(visit: Visit) -> None:
    visit.client.force_login(open_account())
    assert "You are in no partnership yet" in visit(KEYS).text


def test_a_page_of_many_keys_asks_as_often_as_a_page_of_one(
    signed_in: Visit, account: Account
) -> None:
    asked = []
    theirs = Link.objects.select_related("account").get(account=account)
    for count in (1, 19):
        for number in range(count):
            add_token(theirs, f"key {number}", now=timezone.now() - timedelta(days=1))
        signed_in(KEYS)
        asked.append(len(signed_in.asked))
    assert asked[0] == asked[1]


def test_whoever_signed_in_a_while_ago_signs_in_again_before_they_make_a_key(
    visit: Visit, account: Account
) -> None:
    a_key = add_token(Link.objects.get(account=account), "x", now=timezone.now())
    signed_in_ago(visit.client, account, timedelta(minutes=31))
    page = visit(KEYS)
    assert "you must have signed in within the last half hour" in page.text
    assert not page.tree.xpath("//main//input[@name='name']")
    (again,) = page.tree.xpath("//main//a[.='Sign in again']/@href")
    assert again == "/sign-in/?next=%2Fme%2Fkeys%2F"
    sent = visit.post(KEYS, {"name": "y", "for": chosen(account)}, status=302)
    assert sent.response["Location"] == again
    visit.post(f"{KEYS}{Token.objects.get().id}/end/", status=302)
    assert Program(a_key).get("me").status == 401, "to end one, they need not"


def test_signing_out_everywhere_ends_the_keys_of_the_account_and_no_others(
    signed_in: Visit, account: Account
) -> None:
    other = a_key_for(add_person(ORIGIN, "Guy Gisborne").person)
    keys = [
        add_token(each, "x", now=timezone.now()) for each in Link.objects.filter(account=account)
    ]
    assert "ends your keys for programs" in signed_in(WAYS).text
    signed_in.post(f"{WAYS}everywhere/", status=302)
    assert [Program(each).get("me").status for each in keys] == [401]
    assert other.get("me").status == 200


def test_a_key_is_ended_by_a_form_of_ours_alone(account: Account) -> None:
    a_key = add_token(Link.objects.get(account=account), "x", now=timezone.now())
    client = Client(enforce_csrf_checks=True)
    signed_in_ago(client, account)
    assert client.post(f"{KEYS}{Token.objects.get().id}/end/").status_code == 403
    assert client.post(KEYS, {"name": "y", "for": chosen(account)}).status_code == 403
    assert Program(a_key).get("me").status == 200
