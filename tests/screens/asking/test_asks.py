"""Asking how my information is held: its clock, the data contact's answer, a hold, an erasure."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils.timezone import localdate
from django_tasks_db.models import DBTaskResult

from tests.core.facts.story import START
from tests.example_record import ORIGIN
from tests.kept import a_record, committed
from tests.screens.conftest import Visit
from tests.screens.mine.somebody import (
    MINE,
    NAME,
    THORNMERE,
    Somebody,
    a_member,
    guarded,
    on_duty,
)
from withus.actions.asking import carry_out
from withus.core.rules.asking import due_on
from withus.core.words import Duty
from withus.jobs import erasing
from withus.saying import words
from withus.saying.mine import letters
from withus.stores.accounts.accounts import link, people_of
from withus.stores.accounts.models import Account, Address
from withus.stores.asking.models import Ask
from withus.stores.outbox.mail import waiting
from withus.stores.people.holds import hold, release
from withus.stores.people.models import Person

pytestmark = a_record
ASKS = f"{THORNMERE}asks/"


def asked(somebody: Somebody, kind: str = "correct", said: str = "") -> Ask:
    """Ask something, and return the row of it."""
    somebody.visit.post(f"{MINE}asks/", {"kind": kind, "words": said}, status=302)
    return Ask.objects.latest("made")


def to_erase(somebody: Somebody) -> Ask:
    """Ask to be erased."""
    somebody.visit.post(f"{MINE}erase/", status=302)
    return Ask.objects.get(kind="erase")


def test_an_ask_shows_its_clock_and_then_its_answer() -> None:
    wren, (_lead, data) = a_member(), guarded()
    ask = asked(wren, said="My place began in May.")
    assert ask.due == due_on(localdate())
    page = wren.go(f"asks/{ask.id}/")
    assert f"It must be answered by {words.day(ask.due)}." in page
    assert "My place began in May." in page
    assert b"My place" not in bytes(ask.sealed)
    seen = data.visit(f"{ASKS}{ask.id}/").text
    assert NAME in seen
    assert "My place began in May." in seen
    data.visit.post(f"{ASKS}{ask.id}/", {"answer": "It is put right."}, status=302)
    after = wren.go(f"asks/{ask.id}/")
    assert "It is put right." in after
    assert f"Answered on {words.day(localdate())}." in after
    again = data.visit.post(f"{ASKS}{ask.id}/", {"answer": "Once more"}, status=422)
    assert "That was answered already." in again.text


def test_the_list_of_the_data_contact_asks_as_often_for_many_as_for_few() -> None:
    wren, (_lead, data) = a_member(), guarded()
    asked(wren)
    data.visit(ASKS)
    few = len(data.visit.asked)
    for _ in range(60):
        asked(wren)
    page = data.visit(ASKS)
    assert len(data.visit.asked) == few <= 15
    assert "61 asks" in page.text


def test_only_the_data_contact_answers() -> None:
    wren, (lead, data) = a_member(), guarded()
    officer, ask = on_duty(Duty.HOST, "Olly Office"), asked(wren, said="A word")
    for somebody in (wren, lead, officer):
        for path in ("", f"{ask.id}/", f"{ask.id}/erase/"):
            page = somebody.visit(ASKS + path, status=403)
            assert "It can be done by: the data contact." in page.text
        for path in (f"{ask.id}/", f"{ask.id}/hold/", f"{ask.id}/go-on/", f"{ask.id}/erase/"):
            somebody.visit.post(ASKS + path, {"answer": "x", "reason": "x"}, status=403)
    data.visit(ASKS)


def test_nobody_sees_what_another_asked() -> None:
    wren, (lead, data) = a_member(), guarded()
    ask = asked(wren)
    for somebody in (lead, data):
        somebody.visit(f"{MINE}asks/{ask.id}/", status=404)


def test_without_anybody_to_read_it_one_can_ask_but_not_write() -> None:
    wren = a_member()
    page = wren.visit(f"{MINE}asks/")
    assert not page.tree.xpath("//main//textarea")
    assert "Nobody is the safeguarding lead. Nobody is the data contact." in page.text
    assert asked(wren).due == due_on(localdate())
    more = wren.visit.post(f"{MINE}asks/", {"kind": "see", "words": "Hello"}, status=422)
    assert "Name a safeguarding lead and a data contact first." in more.text


def test_every_box_says_who_reads_it_and_what_to_do_now() -> None:
    wren, (_lead, data) = a_member(), guarded()
    ask = asked(wren)
    for page in (wren.visit(f"{MINE}asks/"), data.visit(f"{ASKS}{ask.id}/")):
        assert page.tree.xpath("//main//textarea")
        assert "Who reads this:" in page.text
        assert "If somebody is not safe now" in page.text


def test_before_asking_to_be_erased_it_is_said_what_goes_and_what_stays() -> None:
    wren = a_member()
    page = wren.go("erase/")
    for said in ("What goes", "What stays", "1 sealed field of the record", "seven days"):
        assert said in page, said
    assert not Ask.objects.exists()


@committed  # files are written anew
def test_the_data_contact_orders_and_the_worker_erases() -> None:
    wren, (_lead, data) = a_member(), guarded()
    ask = to_erase(wren)
    assert "What stays" in data.visit(f"{ASKS}{ask.id}/erase/").text
    data.visit.post(f"{ASKS}{ask.id}/erase/", status=302)
    job = DBTaskResult.objects.get()
    assert job.args_kwargs == {"args": [ask.id], "kwargs": {}}
    assert "Being done" in wren.go(f"asks/{ask.id}/")
    assert carry_out(ask.id, now=START + timedelta(hours=3))
    assert not Person.objects.filter(id=wren.person).exists()
    assert not Account.objects.filter(id=wren.account.id).exists()
    assert not Address.objects.exists()
    assert not Ask.objects.exists()
    assert carry_out(ask.id, now=START + timedelta(hours=4))  # twice is as once
    data.visit(f"{ASKS}{ask.id}/", status=404)


@committed  # files are written anew
def test_on_hold_nothing_is_erased_until_it_goes_on() -> None:
    wren, (_lead, data) = a_member(), guarded()
    ask = to_erase(wren)
    data.visit.post(f"{ASKS}{ask.id}/erase/", status=302)
    data.visit.post(f"{ASKS}{ask.id}/hold/", {"reason": "A court needs it."}, status=302)
    assert "A court needs it." in wren.go(f"asks/{ask.id}/")
    assert not carry_out(ask.id, now=START + timedelta(hours=3))
    assert Person.objects.filter(id=wren.person).exists()
    data.visit.post(f"{ASKS}{ask.id}/go-on/", status=302)
    assert carry_out(ask.id, now=START + timedelta(hours=3))
    assert not Person.objects.filter(id=wren.person).exists()


def test_what_is_on_hold_is_not_ordered() -> None:
    wren, (_lead, data) = a_member(), guarded()
    ask = to_erase(wren)
    assert (
        "Write a sentence or two."
        in data.visit.post(f"{ASKS}{ask.id}/hold/", {"reason": " "}, status=422).text
    )
    data.visit.post(f"{ASKS}{ask.id}/hold/", {"reason": "A court needs it."}, status=302)
    page = data.visit.post(f"{ASKS}{ask.id}/erase/", status=422)
    assert "That is on hold." in page.text


@committed  # files are written anew
def test_a_partnership_on_hold_erases_nobody_and_tries_again_each_day() -> None:
    wren, (_lead, data) = a_member(), guarded()
    ask = to_erase(wren)
    hold(ORIGIN, ground="an inquiry", since=date(2026, 11, 20))
    data.visit.post(f"{ASKS}{ask.id}/erase/", status=302)
    assert not carry_out(ask.id, now=START + timedelta(hours=3))
    release(ORIGIN)
    DBTaskResult.objects.all().delete()
    erasing.go_on()
    assert DBTaskResult.objects.count() == 1
    assert carry_out(ask.id, now=START + timedelta(hours=3))


def test_only_who_asked_to_be_erased_is() -> None:
    wren, (_lead, data) = a_member(), guarded()
    ask = asked(wren, "see")
    page = data.visit.post(f"{ASKS}{ask.id}/erase/", status=422)
    assert "Nobody asked to be erased here." in page.text


@pytest.mark.parametrize(
    ("made", "due"),
    [
        (date(2026, 11, 23), date(2026, 12, 23)),
        (date(2027, 1, 31), date(2027, 2, 28)),
        (date(2028, 1, 30), date(2028, 2, 29)),
        (date(2026, 12, 31), date(2027, 1, 31)),
        (date(2027, 11, 30), date(2027, 12, 30)),
    ],
)
def test_an_ask_is_due_one_calendar_month_later(made: date, due: date) -> None:
    assert due_on(made) == due


def test_who_is_not_signed_in_is_asked_to_do_so_first() -> None:
    a_member()
    visit = Visit(Client())
    for path in (MINE, f"{MINE}asks/", ASKS):
        assert visit(path, status=302).response["Location"].startswith("/sign-in/")


@committed
def test_who_was_erased_is_told_by_a_last_mail() -> None:
    wren, (_lead, data) = a_member(), guarded()
    ask = to_erase(wren)
    data.visit.post(f"{ASKS}{ask.id}/erase/", status=302)
    assert carry_out(ask.id, now=START + timedelta(hours=3), letter=letters.erased)
    (letter,) = waiting()
    assert letter.address == "wren@castellane.example"
    assert "You asked Thornmere Together to erase you. It is done." in letter.body
    assert NAME not in letter.body + letter.subject


@committed
def test_who_shares_an_address_with_another_is_not_told_there() -> None:
    wren, (_lead, data) = a_member(), guarded()
    link(wren.account, origin=ORIGIN, person=data.person)
    ask = to_erase(wren)
    data.visit.post(f"{ASKS}{ask.id}/erase/", status=302)
    assert carry_out(ask.id, now=START + timedelta(hours=3), letter=letters.erased)
    assert not waiting()
    assert people_of(wren.account.id, ORIGIN) == (data.person,)
