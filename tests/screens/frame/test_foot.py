"""The foot of a page says what it keeps; only what keeps nothing may say so."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tests.kept import a_record
from tests.screens.authorisation import AUTHORISATION, Asked, whereabouts
from tests.screens.cast import Who, a_cast
from tests.screens.signing_in.people import signed_in_ago

pytestmark = a_record
NOTHING, KEPT = "What this page keeps: nothing.", ("What this page keeps:", "What is kept here:")
ROOMS = ("signing_in", "inviting", "api_keys", "mine", "duties", "asking", "worrying")
ASKING = (Who.ANYONE, Who.MEMBER, Who.FACILITATOR, Who.OFFICER, Who.SAFEGUARDING, Who.DATA)


def test_no_page_that_takes_in_what_is_kept_says_that_it_keeps_nothing() -> None:
    cast, wrong, seen = a_cast(), [], set()
    for who in ASKING:
        client = Client(raise_request_exception=False)
        if who in cast.accounts:
            signed_in_ago(client, cast.accounts[who], timedelta(minutes=1))
        for name, told in AUTHORISATION.items():
            if name.partition(":")[0] not in ROOMS or "GET" not in {
                *told.answers,
                *(told.own or {}),
            }:
                continue
            whose = who if told.own else Who.ANOTHER
            address = reverse(
                name, kwargs=whereabouts(name, Asked(whose=whose, people=cast.people))
            )
            answer = client.get(address)
            if answer.status_code != 200 or "html" not in answer["Content-Type"]:
                continue
            page = answer.content.decode()
            seen.add(name)
            if '<form method="post"' in page and (NOTHING in page or not has_one(page)):
                wrong.append(f"{who} {address}")
    assert not wrong, "\n".join(wrong)
    assert len(seen) > 30


def has_one(page: str) -> bool:
    """Tell whether a foot says what is kept."""
    return any(each in page for each in KEPT)


@pytest.mark.parametrize(
    ("address", "sent"),
    [
        ("/in/", {"code": "wrong"}),
        ("/in/", {}),
        ("/sign-in/", {"address": "no"}),
        ("/sign-in/own-code/", {"code": "wrong"}),
    ],
)
def test_a_page_that_comes_back_says_what_it_keeps_too(address: str, sent: dict[str, str]) -> None:
    answer = Client().post(address, sent)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert NOTHING not in page
    assert has_one(page)
