"""How I get in: addresses, the code on paper, signing out everywhere."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils.timezone import now

from tests.kept import a_record
from tests.screens.conftest import Visit
from tests.screens.signing_in.people import (
    BO,
    SAM,
    WAYS,
    an_account,
    by_paper,
    code_in_mail,
    is_in,
    posted,
    sign_in,
)
from withus.stores.accounts import accounts
from withus.stores.signing_in.models import Session

pytestmark = a_record
NEW = "sam@new.example"


@pytest.fixture
def visit(visit: Visit) -> Visit:
    """Sam, signed in."""
    an_account(SAM)
    sign_in(visit.client)
    return visit


def add(visit: Visit, address: str = NEW) -> None:
    """Add an address, with the code that was sent to it."""
    visit.post(f"{WAYS}address/", {"address": address}, status=302)
    assert visit(f"{WAYS}address/code/").h1 == "Show that the address is yours"
    visit.post(f"{WAYS}address/code/", {"code": code_in_mail(address)}, status=302)


def test_an_address_is_changed_by_adding_the_new_one_and_dropping_the_old(visit: Visit) -> None:
    add(visit)
    assert NEW in visit(WAYS).text
    visit.post(f"{WAYS}address/drop/", {"address": SAM}, status=302)
    assert SAM not in visit(WAYS).text
    assert "taken away" in posted(SAM)[0].body, "the old address is told too"
    other = Client()
    sign_in(other, NEW)
    assert is_in(other)


def test_an_address_is_added_only_with_the_code_sent_to_it(visit: Visit) -> None:
    visit.post(f"{WAYS}address/", {"address": NEW}, status=302)
    page = visit.post(f"{WAYS}address/code/", {"code": "1234"}, status=422)
    assert "Tries left" in page.text
    assert NEW not in visit(WAYS).text


def test_a_code_to_sign_in_adds_no_address_and_the_other_way_round(visit: Visit) -> None:
    visit.post(f"{WAYS}address/", {"address": NEW}, status=302)
    asked = visit.client.session["new_address"]
    other = Client()
    other.post("/sign-in/", {"address": SAM})
    session = other.session
    session["pending"] = asked
    session.save()
    other.post("/sign-in/code/", {"code": code_in_mail(NEW)})
    assert not is_in(other), "a code for an address lets nobody in"


def test_an_address_that_somebody_has_is_refused_only_to_who_reads_its_mail(visit: Visit) -> None:
    an_account(BO)
    visit.post(f"{WAYS}address/", {"address": BO}, status=302)
    page = visit.post(f"{WAYS}address/code/", {"code": code_in_mail(BO)}, status=422)
    assert "Somebody signs in with that address already" in page.text


def test_the_only_way_in_cannot_be_taken_away(visit: Visit) -> None:
    page = visit.post(f"{WAYS}address/drop/", {"address": SAM}, status=422)
    assert "the only way in" in page.text
    assert SAM in visit(WAYS).text


def test_a_new_code_on_paper_is_shown_once_and_lets_in(visit: Visit) -> None:
    page = visit.post(f"{WAYS}own-code/")
    code = page.tree.xpath("//p[contains(@class, 'big')]")[0].text
    assert code not in visit(WAYS).text
    other = Client()
    other.post("/sign-in/own-code/", {"code": code})
    assert is_in(other)


def test_signing_out_everywhere_ends_every_session_at_once(visit: Visit) -> None:
    account = accounts.by_address(SAM)
    assert account
    other = Client()
    by_paper(other, account)
    visit.post(f"{WAYS}everywhere/", status=302)
    assert not Session.objects.filter(account=account.id).exists()
    assert not is_in(visit.client)
    assert not is_in(other)


def test_whoever_signed_in_a_while_ago_signs_in_again_before_they_change_a_way(
    visit: Visit,
) -> None:
    session = visit.client.session
    session["since"] = int((now() - timedelta(minutes=31)).timestamp())
    session.save()
    sent = visit(WAYS, status=302)
    assert sent.response["Location"] == "/sign-in/?next=%2Fsign-in%2Fways%2F"
    assert "You are signed in" in visit(sent.response["Location"]).text
    visit.post(f"{WAYS}own-code/", status=302)
    assert is_in(visit.client), "for all else they are still in"


def test_a_link_to_the_other_ways_in_does_not_sign_anybody_out(visit: Visit) -> None:
    for address in ("/sign-in/", "/sign-in/passkey/", "/sign-in/own-code/", "/sign-in/out/"):
        visit(address)
    assert is_in(visit.client)
