"""Somebody tries to get in as another: by asking, guessing, stealing, planting and reusing."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from django.utils import timezone

from tests.attacks.knocking import Networks, guess_paper, guess_sent
from tests.kept import a_record
from tests.screens.signing_in.people import (
    SAM,
    WAYS,
    an_account,
    ask,
    by_paper,
    code_in_mail,
    is_in,
    posted,
    sign_in,
    type_code,
)
from withus.core.rules import signing_in as rules
from withus.stores.accounts import accounts
from withus.stores.signing_in.models import Session

pytestmark = a_record
UNKNOWN = "Nob.Ward@example.org"  # as long as Sam’s
FORM = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"')
GUESSES = 150


@pytest.fixture(autouse=True)
def within_one_span(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no span of tries end in the midst of a test: a minute earlier, if one is about to."""
    span, soon = rules.WRONG_FROM_HERE.span, timezone.now() + timedelta(minutes=1)
    if span(soon) != span(timezone.now()):
        earlier = timedelta(minutes=1)
        monkeypatch.setattr("withus.screens.signing_in.here.now", lambda: timezone.now() - earlier)


def plain(answer: Any) -> tuple[int, dict[str, str], bytes]:
    """Return an answer without what is random in every one."""
    headers = {name: value for name, value in answer.items() if name != "Set-Cookie"}
    content = answer.content.replace(SAM.encode(), b"").replace(UNKNOWN.encode(), b"")
    return answer.status_code, headers, FORM.sub(b"", content)


def asked_by(client: Client, address: str, sent: dict[str, str]) -> list[str]:
    """Return what sending a form asks of the databases, in order and without its values."""
    asked: list[str] = []

    def noted(execute: Any, sql: str, *rest: Any) -> Any:
        asked.append(re.sub(r'"s\d+_x\d+"', "s", sql))
        return execute(sql, *rest)

    with connections["default"].execute_wrapper(noted), connections["keys"].execute_wrapper(noted):
        client.post(address, sent)
    return asked


def test_an_unknown_address_gets_the_same_answers_as_a_known_one() -> None:
    an_account(SAM)
    known, unknown = Client(REMOTE_ADDR="192.0.2.7"), Client(REMOTE_ADDR="192.0.2.8")
    for client, address in ((known, SAM), (unknown, UNKNOWN)):
        ask(client, address)
        ask(client, address)
    for path, sent in (("/sign-in/", None), ("/sign-in/code/", None), ("/sign-in/code/", "1")):
        answers = [
            plain(each.post(path, {"code": sent}) if sent else each.get(path))
            for each in (known, unknown)
        ]
        assert answers[0] == answers[1]
    for _ in range(6):
        answers = [
            plain(each.post("/sign-in/", {"address": address}))
            for each, address in ((known, SAM), (unknown, UNKNOWN))
        ]
        assert answers[0] == answers[1]


def test_an_unknown_address_asks_the_same_of_the_databases() -> None:
    an_account(SAM)
    known, unknown = Client(REMOTE_ADDR="192.0.2.7"), Client(REMOTE_ADDR="192.0.2.8")
    for _ in range(2):
        one = asked_by(known, "/sign-in/", {"address": SAM})
        assert one == asked_by(unknown, "/sign-in/", {"address": UNKNOWN})
        one = asked_by(known, "/sign-in/code/", {"code": "1"})
        assert one == asked_by(unknown, "/sign-in/code/", {"code": "1"})


def test_guesses_at_a_code_on_paper_stop_and_keep_nobody_else_out() -> None:
    account = an_account()
    client = Client(REMOTE_ADDR="192.0.2.7")
    seen = guess_paper([client] * GUESSES)
    assert seen == rules.WRONG_FROM_HERE.most
    by_paper(Client(REMOTE_ADDR="192.0.2.8"), account)


def test_guesses_from_everywhere_stop_too(monkeypatch: pytest.MonkeyPatch) -> None:
    limit = rules.Limit("wrong-on-paper", 40, rules.TEN)
    monkeypatch.setattr(rules, "WRONG_ON_PAPER", limit)
    networks = Networks()
    assert guess_paper(networks.client() for _ in range(60)) == 40


def test_guesses_at_codes_that_are_sent_stop_and_the_person_still_gets_in() -> None:
    an_account(SAM)
    assert guess_sent(Client(REMOTE_ADDR="192.0.2.7"), SAM, GUESSES) <= rules.WRONG_FROM_HERE.most
    theirs = Client(REMOTE_ADDR="192.0.2.8")
    sign_in(theirs)
    assert is_in(theirs)


def test_whoever_was_stopped_may_try_again_in_ten_minutes(monkeypatch: pytest.MonkeyPatch) -> None:
    account = an_account()
    client = Client(REMOTE_ADDR="192.0.2.7")
    guess_paper([client] * 40)
    code = accounts.give_code(account, now=timezone.now())
    said = client.post("/sign-in/own-code/", {"code": code})
    assert said.status_code == 422
    assert b"Wait" in said.content
    later = timezone.now() + timedelta(minutes=10)
    monkeypatch.setattr("withus.screens.signing_in.here.now", lambda: later)
    assert client.post("/sign-in/own-code/", {"code": code}).status_code == 302


def test_a_code_is_void_after_five_wrong_ones_and_the_next_is_good() -> None:
    an_account(SAM)
    client = Client()
    ask(client)
    for _ in range(rules.CODE_TRIES):
        assert type_code(client, "00") == 422
    assert type_code(client, code_in_mail()) == 422
    assert not is_in(client)
    sign_in(client)
    assert is_in(client)


def test_a_code_that_was_used_does_no_longer() -> None:
    an_account(SAM)
    client = Client()
    ask(client)
    session, code = dict(client.session), code_in_mail()
    assert type_code(client, code) == 302
    again = Client()
    ask(again, UNKNOWN)
    held = again.session
    held["pending"] = session["pending"]
    held.save()
    assert type_code(again, code) == 422
    assert not is_in(again)


def test_somebody_elses_session_planted_before_signing_in_is_not_the_one_after() -> None:
    an_account(SAM)
    victim, thief = Client(), Client()
    ask(thief, UNKNOWN)
    planted = thief.cookies["here"].value
    victim.cookies["here"] = planted
    sign_in(victim)
    assert victim.cookies["here"].value != planted
    assert is_in(victim)
    assert not is_in(thief)
    assert not Session.objects.filter(session_key=planted).exists()


def test_a_session_that_nobody_began_is_not_taken_up() -> None:
    an_account(SAM)
    client = Client()
    client.cookies["here"] = "a" * 32
    sign_in(client)
    assert client.cookies["here"].value != "a" * 32


def test_a_stolen_cookie_is_worth_nothing_after_signing_out_everywhere() -> None:
    account = an_account(SAM)
    client, thief, owner = Client(), Client(), Client()
    sign_in(client)
    thief.cookies["here"] = client.cookies["here"].value
    assert is_in(thief)
    kept = Session.objects.get(account=account.id)
    by_paper(owner, account)
    owner.post(f"{WAYS}everywhere/")
    assert not is_in(thief)
    Session.objects.create(**{f.name: getattr(kept, f.name) for f in Session._meta.fields})
    assert not is_in(thief), "an older copy of the table brings it back to nobody"


def test_a_cookie_stolen_later_changes_no_way_in(monkeypatch: pytest.MonkeyPatch) -> None:
    account = an_account(SAM)
    thief = Client()
    sign_in(thief)
    later = timezone.now() + timedelta(minutes=31)
    monkeypatch.setattr("withus.screens.frame.me.now", lambda: later)
    for path in (
        "address/",
        "own-code/",
        "passkey/",
        "second/begin/",
        "second/off/",
        "everywhere/",
    ):
        sent = {"address": "thief@example.org", "name": "mine", "answer": "{}"}
        answer = thief.post(f"{WAYS}{path}", sent)
        assert answer["Location"].startswith("/sign-in/?")
    assert thief.get(WAYS).status_code == 302, "nor are their addresses shown"
    assert accounts.addresses(account) == [SAM]


@pytest.mark.parametrize(
    "path",
    [
        *("/sign-in/", "/sign-in/code/", "/sign-in/own-code/", "/sign-in/passkey/"),
        *("/sign-in/second/", "/sign-in/out/", "/sign-in/who/", f"{WAYS}address/"),
        *(f"{WAYS}address/drop/", f"{WAYS}own-code/", f"{WAYS}everywhere/", f"{WAYS}passkey/"),
        *(f"{WAYS}second/begin/", f"{WAYS}second/", f"{WAYS}second/off/", f"{WAYS}second/spare/"),
    ],
)
def test_no_form_is_taken_that_another_website_sent(path: str) -> None:
    account = an_account(SAM)
    client = Client(enforce_csrf_checks=True)
    client.force_login(account)
    answer = client.post(path, {"address": SAM}, headers={"Origin": "https://evil.example"})
    assert answer.status_code == 403
    assert accounts.addresses(account) == [SAM]


def test_no_address_and_no_code_reaches_a_log_or_an_address(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    account = an_account(SAM)
    client = Client()
    visited = []
    ask(client)
    code = code_in_mail()
    for path, sent in (
        ("/sign-in/", {"address": SAM}),
        ("/sign-in/code/", {"code": "0"}),
        ("/sign-in/code/", {"code": code}),
        ("/sign-in/own-code/", {"code": by_paper(Client(), account)}),
        (f"{WAYS}address/", {"address": "new@example.org"}),
        ("/sign-in/own-code/", {"code": "x" * 100_000}),
    ):
        answer = client.post(path, sent)
        visited += [answer.get("Location", ""), *(str(each) for each in answer.cookies.values())]
    told = caplog.text + "".join(capfd.readouterr()) + " ".join(visited)
    for canary in ("example.org", "Sam.Ward", code, code.replace(" ", "")):
        assert canary.casefold() not in told.casefold()
    assert posted()


@pytest.mark.drill
def test_ten_thousand_guesses_let_nobody_in() -> None:
    """From one network and from a thousand, at codes on paper and at codes that are sent."""
    account = an_account(SAM)
    networks = Networks()
    many = [networks.client() for _ in range(1_000)]
    one = Client(REMOTE_ADDR="192.0.2.7")
    looked = {
        "paper, one network": guess_paper([one] * 10_000),
        "paper, a thousand networks": guess_paper(many[at % 1_000] for at in range(10_000)),
        "e-mail, one network": guess_sent(Client(REMOTE_ADDR="192.0.2.9"), SAM, 10_000),
        "e-mail, a thousand networks": sum(guess_sent(each, SAM, 10) for each in many),
    }
    print(looked)
    spans = 12  # of ten minutes, at most, that the drill takes
    assert looked["paper, one network"] <= rules.WRONG_FROM_HERE.most * spans
    assert looked["paper, a thousand networks"] <= rules.WRONG_ON_PAPER.most * spans
    assert looked["e-mail, one network"] <= rules.WRONG_FROM_HERE.most * spans
    assert looked["e-mail, a thousand networks"] <= rules.SENT.most * rules.CODE_TRIES * spans
    assert accounts.addresses(account) == [SAM]
