"""A key for a program that has leaked, ended or belongs elsewhere; calls made to do harm."""

from __future__ import annotations

import json
import logging
import random
import re
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings as host
from django.core.serializers import serialize
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings

from tests.api.calling import JOINED, V1, Program, Told, a_key_for, a_program, somebody_on_duty
from tests.core.facts.story import an_id
from tests.example_record import CARE, ORIGIN, story
from tests.kept import a_record, committed, write_story
from tests.screens.signing_in.people import signed_in_ago
from withus.actions import tokens as act
from withus.actions.keeping import erase_person
from withus.api.edge import LARGEST
from withus.api.entering import ENTERED
from withus.core.errors import Refusal
from withus.core.facts import joining as f
from withus.core.facts.fact import layout
from withus.core.words import ErasedGround, OrganisationKind
from withus.stores.accounts.accounts import open_account, unlink
from withus.stores.accounts.models import Account
from withus.stores.people.identity import add_person
from withus.stores.record.read import find_log
from withus.stores.tokens.models import Pace, Repeatable, Token
from withus.stores.tokens.tokens import BEGINS, LASTS, forget_spent

pytestmark = a_record
ELSEWHERE = "withus.example/wexcombe"
SENT = json.dumps(JOINED).encode()


def wrong_keys(key: str) -> dict[str, str | None]:
    """Return what is no key, by what is wrong with it."""
    return {
        "never made": BEGINS + "A" * 43,
        "of another kind": "A" * 50,
        "cut short": key[:-1],
        "longer": f"{key}A",
        "in capitals": key.upper(),
        "empty": "",
        "not there": None,
        "enormous": BEGINS + "A" * 5_000,
        "not ASCII": BEGINS + "\xe9" * 43,
    }


@pytest.fixture
def program() -> Program:
    return a_program()


def turned_away(answer: Told) -> bytes:
    """Return the bytes of an answer that says no more than that there is no key."""
    assert (answer.status, answer.code) == (401, "no_key")
    assert answer.response["WWW-Authenticate"] == "Bearer"
    assert answer.told["parameters"] == {}
    return answer.response.content


def test_a_wrong_key_is_turned_away_like_any_other(program: Program) -> None:
    size = find_log(ORIGIN).size
    answers = set()
    for wrong in wrong_keys(str(program.key)).values():
        answers.add(turned_away(Program(wrong).get("me")))
        answers.add(turned_away(Program(wrong).enter(f.OrganisationJoined, JOINED)))
    assert len(answers) == 1
    assert find_log(ORIGIN).size == size


def ended(program: Program) -> None:
    act.end_token(account=program.account, token=Token.objects.get().id)


def out_of_time(program: Program) -> None:
    Token.objects.update(until=timezone.now())


def without_its_link(program: Program) -> None:
    unlink(ORIGIN, program.person)


def without_its_account(program: Program) -> None:
    Account.objects.get(id=program.account).delete()


def of_a_closed_account(program: Program) -> None:
    Account.objects.update(is_active=False)


OVER: tuple[Callable[[Program], None], ...] = (
    ended,
    out_of_time,
    without_its_link,
    without_its_account,
    of_a_closed_account,
)


@pytest.mark.parametrize("over", OVER)
def test_a_key_that_is_over_is_turned_away(
    program: Program, over: Callable[[Program], None]
) -> None:
    assert program.get("me").status == 200
    over(program)
    size = find_log(ORIGIN).size
    turned_away(program.get("me"))
    turned_away(program.enter(f.OrganisationJoined, JOINED))
    assert find_log(ORIGIN).size == size


@committed
def test_a_key_of_somebody_erased_is_turned_away(program: Program) -> None:
    assert program.get("me").status == 200
    told: dict[str, Any] = {"record": ORIGIN, "person": program.person}
    erase_person(**told, ground=ErasedGround.ASKED, now=timezone.now())
    assert not Token.objects.exists()
    turned_away(program.get("me"))
    turned_away(program.enter(f.OrganisationJoined, JOINED))


@pytest.mark.parametrize("over", [without_its_link, without_its_account, ended])
def test_nothing_is_left_of_a_key_that_went(
    program: Program, over: Callable[[Program], None]
) -> None:
    assert program.enter(f.OrganisationJoined, JOINED, **{"Idempotency-Key": "1"}).status == 201
    over(program)
    assert not Token.objects.exists()
    assert not Repeatable.objects.exists()
    assert not Pace.objects.exists()


def test_a_key_lasts_ninety_days_and_is_then_swept_away(program: Program) -> None:
    made = Token.objects.get()
    assert made.until - made.made_at == LASTS == timedelta(days=90)
    early, late = made.until - timedelta(seconds=1), made.until
    assert act.let_in(str(program.key), now=early).person == program.person
    forget_spent(now=early)
    assert Token.objects.exists()
    forget_spent(now=late)
    assert not Token.objects.exists()


def test_a_leaked_key_of_another_partnership_reaches_nothing_here(program: Program) -> None:
    write_story(ELSEWHERE, facts=story())
    thief = a_key_for(somebody_on_duty("Guy Gisborne", origin=ELSEWHERE), origin=ELSEWHERE)
    ours = {"organisation": an_id("ours alone"), "name": "Ours", "kind": "other"}
    opened: dict[str, Any] = {
        "board": an_id("our board"),
        "level": "community",
        "parent": None,
        "formats": [],
    }
    assert program.enter(f.OrganisationJoined, {"clear": ours}).status == 201
    assert program.enter(f.BoardOpened, {"clear": {**opened, "name": "B"}}).status == 201
    size = find_log(ORIGIN).size
    answer = thief.enter(f.BoardClosed, {"clear": {"board": an_id("our board")}})
    assert (answer.status, answer.code) == (409, "no_such_board")
    unknown = thief.get(f"boards/{an_id('our board')}")
    assert (unknown.status, unknown.code) == (404, "not_here")
    duty = {"given": an_id("d"), "duty": "data", "board": None, "from_": "2026-11-02"}
    named = {"clear": {**duty, "until": None}, "sealed": {"person": program.person}}
    answer = thief.enter(f.DutyGiven, named)
    assert (answer.status, answer.code) == (409, "person_unknown")
    assert thief.enter(f.BoardClosed, {"clear": {"board": CARE}}).status == 201
    assert find_log(ORIGIN).size == size


def test_a_secret_is_long_random_and_easy_to_find_where_it_has_leaked(program: Program) -> None:
    assert re.fullmatch(r"withus_[A-Za-z0-9_-]{43}", str(program.key))
    link = Token.objects.get().link_id
    more = [
        act.make_token(account=program.account, link=link, name="x", now=timezone.now())
        for _ in range(9)
    ]
    assert len({program.key, *more}) == 10


def test_no_secret_and_no_name_of_a_key_is_in_a_table(program: Program) -> None:
    program.enter(f.OrganisationJoined, JOINED, **{"Idempotency-Key": "canary-of-the-word"})
    rows = [*Token.objects.all(), *Repeatable.objects.all(), *Pace.objects.all()]
    assert len(rows) == 3
    told = serialize("json", rows)
    sealed = b"".join(bytes(each.sealed) for each in Token.objects.all())
    for word in (str(program.key), str(program.key)[7:], "Agendas", "canary", "Library"):
        assert word not in told
        assert word.encode() not in sealed


def test_a_key_in_an_address_or_a_body_or_a_cookie_is_not_taken(program: Program) -> None:
    key, nobody = str(program.key), Program(None)
    for name in ("key", "token", "access_token", "Authorization"):
        turned_away(nobody.get(f"me?{name}={key}"))
    turned_away(nobody.get("me", **{"X-Api-Key": key}))
    turned_away(nobody.get("me", Cookie=f"Authorization=Bearer {key}"))
    turned_away(nobody.enter(f.OrganisationJoined, {**JOINED, "key": key}))
    turned_away(nobody.get("me", Authorization=f"Basic {key}"))


def test_cookies_alone_do_not_let_anybody_call(program: Program) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(Account.objects.get(id=program.account))
    assert client.cookies
    alone = Program(None, client=client)
    turned_away(alone.get("me"))
    turned_away(alone.enter(f.OrganisationJoined, JOINED))


@pytest.mark.parametrize("minutes", [30, 31, 60 * 24 * 13, -5])
def test_a_stolen_session_older_than_half_an_hour_makes_no_key(
    program: Program, minutes: int
) -> None:
    account = Account.objects.get(id=program.account)
    owner, thief = Client(), Client()
    signed_in_ago(owner, account, timedelta(minutes=minutes))
    name = host.SESSION_COOKIE_NAME
    thief.cookies[name] = owner.cookies[name].value
    sent = {"name": "mine", "for": str(account.link_set.get().pk)}
    answer = thief.post("/me/keys/", sent)
    assert (answer.status_code, answer["Location"]) == (302, "/sign-in/?next=%2Fme%2Fkeys%2F")
    assert Token.objects.count() == 1
    signed_in_ago(owner, account, timedelta(minutes=29))
    assert b"withus_" in owner.post("/me/keys/", sent).content
    assert Token.objects.count() == 2


def test_a_key_needs_no_form_of_ours_and_cookies_change_nothing(program: Program) -> None:
    other = Client(enforce_csrf_checks=True, raise_request_exception=False)
    other.force_login(open_account())
    both = Program(program.key, client=other)
    assert both.get("me").told["person"] == program.person
    assert both.enter(f.OrganisationJoined, JOINED).status == 201


def test_no_page_of_another_site_may_call(program: Program) -> None:
    asks = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
    before = program.call("OPTIONS", f.OrganisationJoined.TYPE, b"", **asks)
    assert before.status == 405  # and no header that opens anything: see Program.call
    assert program.get("me", Origin="https://evil.example").status == 200


def test_a_wrong_key_asks_the_same_as_one_that_is_over(program: Program) -> None:
    out_of_time(program)
    wrong = wrong_keys(str(program.key))
    for way in ("never made", "of another kind", "cut short", "enormous"):
        assert asked(Program(wrong[way])) == asked(program)


def asked(program: Program) -> list[str]:
    """Return what a call asks of the databases, without the values."""
    with (
        CaptureQueriesContext(connections["default"]) as main,
        CaptureQueriesContext(connections["keys"]) as keys,
    ):
        turned_away(program.get("me"))
    found = [each["sql"] for each in (*main.captured_queries, *keys.captured_queries)]
    return [re.sub(r"'[^']*'", "?", each) for each in found]


def test_a_call_by_http_is_refused_and_not_sent_on(program: Program, settings: Settings) -> None:
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    by_http = {"X-Forwarded-Proto": "http"}
    answer = program.enter(f.OrganisationJoined, JOINED, **by_http)
    assert (answer.status, answer.code) == (403, "by_http")
    assert "Location" not in answer.response


def test_a_key_that_ends_while_its_call_is_read_enters_nothing(program: Program) -> None:
    caller = act.let_in(str(program.key), now=timezone.now())
    ended(program)
    size = find_log(ORIGIN).size
    fact = f.OrganisationJoined(organisation=an_id("x"), name="x", kind=OrganisationKind.OTHER)
    for word in (None, "1"):
        with pytest.raises(Refusal) as refusal:
            act.enter_sent(act.Sent(fact, word=word), caller, now=timezone.now())
        assert refusal.value.code == "no_key"
    assert find_log(ORIGIN).size == size


def test_a_program_that_calls_too_often_is_told_to_wait(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(act, "MOST_CALLS", 3)
    now = timezone.now().replace(second=1)
    assert [act.let_in(str(program.key), now=now).token for _ in range(3)]
    monkeypatch.setattr("withus.api.callers.timezone.now", lambda: now)
    answer = program.get("me")
    assert (answer.status, answer.code) == (429, "too_many_calls")
    assert 1 <= int(answer.response["Retry-After"]) <= 60
    other = a_key_for(program.person)
    assert other.get("me").status == 200
    later = now + timedelta(minutes=1)
    assert act.let_in(str(program.key), now=later).person == program.person


def test_a_person_cannot_have_keys_without_end(program: Program) -> None:
    link, now = Token.objects.get().link_id, timezone.now()
    told: dict[str, Any] = {"account": program.account, "link": link, "name": "x", "now": now}
    for _ in range(act.MOST_TOKENS - 1):
        act.make_token(**told)
    with pytest.raises(Refusal) as refusal:
        act.make_token(**told)
    assert refusal.value.code == "too_many_keys"
    assert Token.objects.count() == act.MOST_TOKENS


def test_nobody_makes_a_key_for_somebody_they_do_not_act_for(program: Program) -> None:
    thief = a_key_for(add_person(ORIGIN, "Guy Gisborne").person)
    link = Token.objects.get(link__account=program.account).link_id
    with pytest.raises(Refusal) as refusal:
        act.make_token(account=thief.account, link=link, name="x", now=timezone.now())
    assert refusal.value.code == "person_unknown"
    act.end_token(account=thief.account, token=Token.objects.get(link=link).id)
    assert Token.objects.filter(link=link).exists()


BOMBS = {
    "deep lists": b"[" * 50_000 + b"]" * 50_000,
    "deep mappings": b'{"a":' * 15_000 + b"1" + b"}" * 15_000,
    "deep in a field": b'{"clear":{"name":' + b"[" * 500 + b"]" * 500 + b"}}",
    "deep and never closed": b"[" * 90_000,
    "a huge number": b'{"clear":{"name":' + b"9" * 90_000 + b"}}",
    "a huge exponent": b'{"clear":{"name":1e999999}}',
    "not a number": b'{"clear":{"name":NaN}}',
    "a name that comes twice": b'{"clear":{},"clear":{}}',
    "half a pair": b'{"clear":{"name":"\\ud800"}}',
    "half a pair as a name": b'{"\\ud800":1}',
    "no UTF-8": b'{"clear":{"name":"\xff"}}',
    "another encoding": '{"clear":{}}'.encode("utf-16"),
    "a mark at the start": b"\xef\xbb\xbf{}",
    "nothing": b"",
    "not JSON": b"name=x&kind=other",
    "a list": b"[]",
    "null": b"null",
    "a nought": b'{"clear":{"name":"\\u0000"}}',
    "many names": json.dumps({str(each): each for each in range(5_000)}).encode(),
    "a long word": json.dumps({"clear": {"name": "x" * 90_000}}).encode(),
}


def test_a_body_made_to_do_harm_is_refused_as_malformed(program: Program) -> None:
    for bomb, body in BOMBS.items():
        answer = program.call("POST", f.OrganisationJoined.TYPE, body)
        assert (answer.status, bool(answer.code)) == (422, True), bomb


def test_a_body_that_is_too_long_is_not_read(program: Program) -> None:
    answer = program.call("POST", f.OrganisationJoined.TYPE, SENT + b" " * LARGEST)
    assert (answer.status, answer.code) == (413, "too_much")
    answer = program.call(
        "POST", f.OrganisationJoined.TYPE, SENT, **{"Transfer-Encoding": "chunked"}
    )
    assert (answer.status, answer.code) == (411, "size_not_said")


def test_an_address_that_is_not_there_says_so_in_the_same_form(program: Program) -> None:
    for path in ("", "nothing", "me/", "boards/%00", "boards/x", "../", "v2", "%ff"):
        answer = program.get(path)
        assert (answer.status, answer.code) in ((404, "no_such_address"), (404, "not_here"))


SCRAPS: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1, 2**31, 2**53 - 1, 2**53, 1.5, "", " ", "x", "\u0000", "\ud83d"),
    *("é" * 121, "2026-11-23", "2026-02-30", "0001-01-01", "9999-12-31", "1/5", "2/4", "host"),
    *(an_id("scrap"), an_id("Coming Home 0"), CARE, [], {}, [[]], ["a", "b"], ["b", "a"], {"a": 1}),
    *("0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "<script>", "%s", "' OR 1=1 --"),
)


def mangled(chance: random.Random, value: Any) -> Any:
    """Return a value with some of it put out, or put in."""
    if chance.random() < 0.25:
        return chance.choice(SCRAPS)
    if isinstance(value, dict):
        kept = {name: mangled(chance, each) for name, each in value.items()}
        if kept and chance.random() < 0.1:
            kept.pop(chance.choice(sorted(kept)))
        if chance.random() < 0.1:
            kept[chance.choice(("x", "clear", "type", "__class__", ""))] = chance.choice(SCRAPS)
        return kept
    return value


def bodies(chance: random.Random, program: Program) -> Iterator[tuple[str, bytes]]:
    """Yield acts of every type, whose fields hold anything."""
    for kind in ENTERED:
        form = act_of(kind, chance, program)
        body = json.dumps(mangled(chance, form)).encode()
        if chance.random() < 0.1:
            at = chance.randrange(len(body))
            body = body[:at] + bytes([chance.randrange(256)]) + body[at + 1 :]
        yield kind.TYPE, body


def act_of(kind: type[Any], chance: random.Random, program: Program) -> dict[str, Any]:
    """Return an act of a type with all its fields, each a scrap."""
    form = layout(kind)
    return {
        "clear": {name: chance.choice(SCRAPS) for name in form.clear},
        "sealed": {name: chance.choice((program.person, *SCRAPS)) for name in form.sealed},
        "by": chance.choice((None, program.person, an_id("x"))),
        "claimed_at": chance.choice((None, *SCRAPS)),
    }


def test_no_body_makes_us_fail(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(act, "MOST_CALLS", 10**6)
    chance = random.Random(20261123)  # noqa: S311  the same each time
    counted: dict[int, int] = {}
    for _ in range(25):
        for path, body in bodies(chance, program):
            answer = program.call("POST", path, body)
            assert answer.status in (201, 409, 422), (path, body, answer.told)
            counted[answer.status] = counted.get(answer.status, 0) + 1
    assert sum(counted.values()) == 25 * len(ENTERED)
    assert counted[422] > 100


def test_what_fails_within_is_told_without_a_word_of_it(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise RuntimeError("canary-of-a-fault")

    monkeypatch.setattr("withus.api.entering.enter_sent", fail)
    answer = program.enter(f.OrganisationJoined, JOINED)
    assert (answer.status, answer.code) == (500, "fault")
    assert b"canary" not in answer.response.content


def test_no_key_and_no_body_comes_into_a_log(
    program: Program, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise RuntimeError("canary-of-a-fault")

    monkeypatch.setattr("withus.api.entering.enter_sent", fail)
    for handler in logging.getLogger("django").handlers:
        if type(handler) is logging.StreamHandler:  # it may write to what a test before it held
            monkeypatch.setattr(handler, "stream", sys.stderr)
    program.enter(f.OrganisationJoined, JOINED)
    program.get("nothing?x=canary")
    said = capsys.readouterr()
    for word in (str(program.key), "canary", "Library"):
        assert word not in said.out + said.err


def test_the_address_of_what_there_is_to_call_is_open_and_holds_nothing_of_anybody() -> None:
    answer = Client().get(f"{V1}openapi.json")
    assert answer.status_code == 200
    assert host.SECRET_KEY.encode() not in answer.content
    assert Client().post(f"{V1}openapi.json").status_code == 405
