"""Telling people what became of what they said: a mail each, to those who are told by e-mail."""

from __future__ import annotations

from datetime import UTC, datetime

from django.conf import settings
from django.urls import reverse

from withus.actions import telling_back as act
from withus.core.facts.answering import PointAnswered
from withus.core.facts.fact import Fact
from withus.core.words import ToldRoute
from withus.jobs import queue
from withus.questions import told_back as ask
from withus.saying.answering import letters
from withus.stores.answering import tellings
from withus.stores.answering.models import Telling
from withus.stores.outbox import mail
from withus.stores.record.whole import whole


@queue.job
def tell() -> None:
    """Post a mail to everybody who waits for one about their point: once to each."""
    now = datetime.now(UTC)
    for each in list(tellings.by_mail()):
        post(each, now=now)


def soon() -> None:
    """Have people told, unless that is asked for already."""
    if not queue.is_asked(tell):
        queue.ask(tell)


def soon_after(fact: Fact) -> None:
    """Have people told after an answer; after anything else there is nothing to tell."""
    if isinstance(fact, PointAnswered):
        soon()


def post(telling: Telling, *, now: datetime) -> bool:
    """Post a mail about an answer; tell whether one went. Without an address it is a letter."""
    told = ask.told_back(telling)
    with whole():
        if told is None or not told.address:
            tellings.another_way(telling.id, ToldRoute.LETTER if told else None)
            return False
        if not tellings.take(telling.id, now=now):
            return False
        subject, body = letters.mail(told.seen, where=where(telling.origin))
        mail.post(told.address, subject, body, about=telling.id)
        return True


def delivered(telling: str, *, now: datetime) -> None:
    """Note that a mail was handed on, which is when whoever it is to was told."""
    act.note_delivered(telling, now=now)


def where(origin: str) -> str:
    """Return the address, as people type it, of what happened to what one said."""
    return str(settings.WITHUS_PUBLIC_URL).rstrip("/") + reverse("said:mine", args=[origin])
