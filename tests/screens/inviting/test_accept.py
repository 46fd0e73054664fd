"""Answering: a code, a choice, and in. Screens are counted; a code tells nothing but to its own."""

from __future__ import annotations

import pytest

from tests.actions.inviting_cast import Cast, gather
from tests.core.facts.story import ORIGIN
from tests.kept import a_record
from tests.screens.conftest import Visit
from tests.screens.inviting.guests import invited, sign_in, types_the_code
from withus.stores.accounts import accounts
from withus.stores.accounts.models import Account
from withus.stores.inviting import invitations as kept
from withus.stores.inviting.invitations import Route, State
from withus.stores.record.read import find_log

pytestmark = a_record


@pytest.fixture
def cast() -> Cast:
    return gather()


def test_from_letter_to_in_takes_three_screens_without_an_e_mail_address(
    visit: Visit, cast: Cast
) -> None:
    invitation, code = invited(cast)
    assert visit("/in/").h1 == "You have a code"  # 1
    types_the_code(visit, code.lower())
    page = visit("/in/place/")  # 2
    assert page.h1 == "You are invited to join the Coming Home board"
    assert "Jo Bell invites you to take a place" in page.text
    (chosen,) = page.tree.xpath("//input[@name='shown_as'][@checked]/@value")
    assert chosen == "role"
    page = visit.post("/in/place/", {"answer": "yes", "shown_as": "counted"})  # 3
    assert page.h1 == "You are in"
    entry = kept.find(ORIGIN, invitation).entry
    assert f"entry {entry} of the record" in page.text
    own = page.tree.xpath("//p[contains(@class, 'big')]")[0].text
    assert accounts.by_code(own)
    again = visit("/in/done/")
    assert again.h1 == "You are in" and own not in again.text


def test_from_an_e_mail_to_in_takes_three_screens_and_no_code_of_their_own(
    visit: Visit, cast: Cast
) -> None:
    _, code = invited(cast, route=Route.EMAIL)
    types_the_code(visit, code)
    visit("/in/place/")
    answer = visit.post("/in/place/", {"answer": "yes", "shown_as": "role"}, status=302)
    page = visit(answer.response["Location"])
    assert page.h1 == "You are in" and "Your own code" not in page.text
    assert accounts.by_address("sam@example.org")


@pytest.mark.parametrize("typed", ["ABCD-EFGH-JKLM", "x", "<b>", "0" * 500])
def test_a_code_that_does_not_work_gets_one_answer(visit: Visit, cast: Cast, typed: str) -> None:
    invitation, code = invited(cast)
    wrong = visit.post("/in/", {"code": typed}, status=422)
    kept.close(kept.find(ORIGIN, invitation), State.REVOKED)
    void = visit.post("/in/", {"code": code}, status=422)
    assert wrong.text == void.text
    assert "This code does not work, or not any more." in wrong.text


def test_without_a_code_there_is_nothing_to_see(visit: Visit, cast: Cast) -> None:
    assert visit("/in/place/", status=302).response["Location"] == "/in/"
    assert visit("/in/done/", status=302).response["Location"] == "/in/"
    assert visit.post("/in/place/", {"answer": "yes"}, status=302).response["Location"] == "/in/"
    assert "There is no code yet." in visit.post("/in/", {}, status=422).text


def test_no_code_is_in_an_address_or_a_session(visit: Visit, cast: Cast) -> None:
    _, code = invited(cast)
    types_the_code(visit, code)
    page = visit("/in/place/")
    plain = code.replace("-", "")
    kept_there = str(dict(visit.client.session.items()))
    assert code not in kept_there and plain not in kept_there
    assert not [href for href in page.tree.xpath("//@href") if code in href or plain in href]


def test_a_letter_sent_again_stops_whoever_had_typed_the_code_before(
    visit: Visit, cast: Cast
) -> None:
    invitation, code = invited(cast)
    types_the_code(visit, code)
    row = kept.find(ORIGIN, invitation)
    row.sent += 1
    kept.send(row, kept.Sealed(), now=row.made_at)
    assert "does not work" in visit("/in/place/", status=422).text
    assert visit.post("/in/place/", {"answer": "yes"}, status=302).response["Location"] == "/in/"


def test_saying_no_is_as_easy_and_keeps_no_address(visit: Visit, cast: Cast) -> None:
    invitation, code = invited(cast, route=Route.EMAIL)
    size, count = find_log(ORIGIN).size, Account.objects.count()
    types_the_code(visit, code)
    answer = visit.post("/in/place/", {"answer": "no"}, status=302).response
    assert visit(answer["Location"]).h1 == "Thank you for telling us"
    row = kept.find(ORIGIN, invitation)
    assert (row.state, bytes(row.sealed)) == (State.DECLINED, b"")
    assert (find_log(ORIGIN).size, Account.objects.count()) == (size, count)


def test_whoever_is_signed_in_is_asked_whether_it_is_for_them(visit: Visit, cast: Cast) -> None:
    sign_in(visit.client, cast.officer)
    account = str(visit.client.session["_auth_user_id"])
    invitation, code = invited(cast)
    types_the_code(visit, code)
    assert "You are signed in already. Is this for you?" in visit("/in/place/").text
    sent = {"answer": "yes", "shown_as": "role"}
    assert "Nothing has been chosen yet." in visit.post("/in/place/", sent, status=422).text
    visit.post("/in/place/", sent | {"way": "same"}, status=302)
    person = kept.find(ORIGIN, invitation).person
    assert accounts.people_of(account, ORIGIN) == (cast.officer, person)


def test_somebody_else_at_the_same_browser_gets_a_way_in_of_their_own(
    visit: Visit, cast: Cast
) -> None:
    sign_in(visit.client, cast.officer)
    invitation, code = invited(cast)
    types_the_code(visit, code)
    page = visit.post("/in/place/", {"answer": "yes", "shown_as": "role", "way": "own"})
    assert "Your own code" in page.text
    person = kept.find(ORIGIN, invitation).person
    (account,) = accounts.accounts_of(ORIGIN, person)
    assert accounts.people_of(account, ORIGIN) == (person,)
    assert visit.client.session["_auth_user_id"] == account


def test_large_text_is_one_link_away(visit: Visit, cast: Cast) -> None:
    _, code = invited(cast)
    types_the_code(visit, code)
    large = visit("/in/place/").tree.xpath("//ul[@class='ways no-print']//a/@href")[0]
    assert "sentence" in visit(f"/in/place/{large.removeprefix('/in/place/')}").tree.xpath(
        "//main//form/.."
    )[0].get("class")
