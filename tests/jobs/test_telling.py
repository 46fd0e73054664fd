"""People are told about meetings by a mail that a calendar takes for an invitation."""

from __future__ import annotations

from datetime import UTC, datetime

from django.core import mail as sent_mail
from django.core.mail import EmailMultiAlternatives
from django.test import override_settings

from tests.a_meeting import BOARD, ORIGIN, a_board
from tests.kept import a_record
from withus.actions.meeting import By, ToPutOut, ask_for, call, cancel, place
from withus.actions.meeting import put_out as put_out_paper
from withus.core.facts.meeting import ItemPlaced, MeetingCalled
from withus.core.words import Paper, Placed, Way
from withus.jobs import queue, telling
from withus.jobs.posting import deliver
from withus.stores.accounts.accounts import add_address, drop_address, link, open_account
from withus.stores.accounts.models import Account
from withus.stores.meeting.models import Notice
from withus.stores.meeting.papers import Kept

pytestmark = a_record
NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
BO = "bo@ambleford.example"


def called() -> tuple[str, By, Account]:
    """Call a meeting of a board on which one member has an address."""
    here = a_board()
    account = open_account()
    link(account, origin=ORIGIN, person=here.people["Bo"])
    add_address(account, BO)
    by = By(ORIGIN, here.people["Fay"], here.now)
    starts = datetime(2026, 12, 1, 10, 30, tzinfo=UTC)
    wanted = MeetingCalled(
        meeting="",
        board=BOARD,
        starts=starts,
        ends=starts.replace(hour=12),
        ways=frozenset({Way.ROOM}),
        called_by=None,
        where="The old chapel",
    )
    return call(wanted, starts=[(starts, starts.replace(hour=12))], by=by), by, account


@override_settings(EMAIL_HOST="mail.example", DEFAULT_FROM_EMAIL="Withus <post@withus.example>")
def test_the_mail_is_an_invitation_that_later_ones_change() -> None:
    meeting, by, _ = called()
    telling.post(ORIGIN, meeting, now=NOW)
    cancel(meeting, "Snow.", by=by)
    telling.post(ORIGIN, meeting, now=NOW)
    assert deliver(now=datetime.now(UTC)) == 2
    told = [each for each in sent_mail.outbox if isinstance(each, EmailMultiAlternatives)]
    kinds = sorted(str(each.alternatives[0][1]) for each in told)
    assert kinds == [
        "text/calendar; method=CANCEL; charset=utf-8",
        "text/calendar; method=REQUEST; charset=utf-8",
    ]
    for each in told:
        content = str(each.alternatives[0][0])
        assert "ORGANIZER:mailto:post@withus.example\r\n" in content
        assert f"UID:{meeting}@" in content.replace("\r\n ", "")
        assert each.to == [BO]


def test_somebody_who_took_their_address_away_gets_a_letter() -> None:
    meeting, _, account = called()
    drop_address(account, BO)
    assert telling.post(ORIGIN, meeting, now=NOW) == 0
    assert not Notice.objects.filter(route="email").exists()
    assert Notice.objects.filter(route="letter", told=None).count() == 6


def test_the_job_tells_everybody_who_waits_and_nobody_twice() -> None:
    called()
    telling.soon()
    telling.soon()
    assert queue.is_asked(telling.tell)
    telling.tell.func()
    assert Notice.objects.exclude(told=None).count() == 1


def test_a_later_notice_takes_the_place_of_one_that_was_not_told() -> None:
    meeting, by, _ = called()
    cancel(meeting, "Snow.", by=by)
    assert Notice.objects.count() == 6
    assert telling.post(ORIGIN, meeting, now=NOW) == 1


@override_settings(EMAIL_HOST="mail.example", DEFAULT_FROM_EMAIL="Withus <post@withus.example>")
def test_the_mail_lists_the_papers_that_are_out_each_with_its_address_and_form() -> None:
    meeting, by, _ = called()
    put_out(meeting, by, title="Where buses stop", private=False)
    put_out(meeting, by, title="Who is ill", private=True)
    telling.post(ORIGIN, meeting, now=NOW)
    deliver(now=datetime.now(UTC))
    (one,) = sent_mail.outbox
    assert "Papers that are out. Sign in to read them:" in one.body
    assert "Where buses stop (ordinary print):" in one.body.replace("Ordinary", "ordinary")
    assert one.body.count(f"/meetings/{meeting}/papers/") == 2
    assert "Who is ill" not in one.body


def put_out(meeting: str, by: By, *, title: str, private: bool) -> None:
    """Put an item on the agenda, and a paper for it."""
    item = ask_for(meeting, title, by=by)
    wanted = ItemPlaced(
        item=item,
        outcome=Placed.ON,
        order=1,
        urgent=False,
        private_by_law=private,
        told_before=True,
        reason="The law says so." if private else "",
    )
    place(wanted, by=by)
    kept = Kept(link="https://ambleford.example/paper")
    day = NOW.date()
    act = ToPutOut(
        agenda_item=item, form_of=None, form=Paper.STANDARD, day=day, title=title, kept=kept
    )
    put_out_paper(act, by=by)
