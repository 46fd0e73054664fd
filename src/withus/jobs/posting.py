"""Handing on the mail that waits, beside the jobs: every second, what is due.

There is no job for each mail: whoever posts one, in whatever room, only writes its row.
"""

from __future__ import annotations

import logging
import re
import smtplib
import threading
from datetime import UTC, datetime

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import DatabaseError, connections

from withus.jobs import telling_back
from withus.stores.outbox import mail
from withus.stores.signing_in import codes, tallies
from withus.stores.signing_in.sessions import forget_old

EVERY = 1.0
METHOD = re.compile(r"^METHOD:([A-Z]+)\r?$", re.MULTILINE)  # of a calendar's file
TIDIED_EVERY = 60  # looks
logger = logging.getLogger("withus.jobs")


class Postman(threading.Thread):
    """Hands on mail for as long as the worker runs."""

    def __init__(self) -> None:
        """Be ready to begin."""
        super().__init__(name="postman", daemon=True)
        self.ending = threading.Event()

    def run(self) -> None:
        """Look every second; a fault is said, without its words, and the next look goes on."""
        looks = 0
        while not self.ending.wait(EVERY):
            now = datetime.now(UTC)
            try:
                deliver(now=now)
                if looks % TIDIED_EVERY == 0:
                    tidy(now=now)
                looks += 1
            except DatabaseError as fault:
                logger.error("The outbox could not be read: %s", type(fault).__qualname__)  # noqa: TRY400
                connections.close_all()
        connections.close_all()

    def end(self) -> None:
        """Stop after the mail in hand."""
        self.ending.set()
        self.join(timeout=20)


def deliver(*, now: datetime) -> int:
    """Hand on what is due, and return how many mails went; without a mail server none does."""
    if not settings.EMAIL_HOST:
        return 0
    gone = 0
    for letter in mail.take_due(now=now):
        fault = sent(letter)
        if fault is None:
            if letter.about:
                telling_back.delivered(letter.about, now=now)
            mail.drop([letter.id])
            gone += 1
        else:
            logger.error("A mail could not be sent: %s", fault)
            mail.try_again(letter, now=now)
    return gone


def sent(letter: mail.Letter) -> str | None:
    """Send a mail; return the kind of fault that kept it back, if one did.

    It is told after the fault is dealt with: a log that cannot be written prints what is under
    way, and a fault's own words may hold the address.
    """
    try:
        written(letter).send()
    except (OSError, smtplib.SMTPException, ValueError) as fault:
        return type(fault).__qualname__
    return None


def written(letter: mail.Letter) -> EmailMultiAlternatives:
    """Return a mail as it is sent; an entry for a calendar goes with it as invitations do."""
    message = EmailMultiAlternatives(letter.subject, letter.body, to=[letter.address])
    if letter.calendar:
        method = METHOD.search(letter.calendar)
        kind = f"text/calendar; method={method[1] if method else 'REQUEST'}; charset=utf-8"
        message.attach_alternative(letter.calendar, kind)
    return message


def tidy(*, now: datetime) -> None:
    """Forget mail that is too old, and codes, counts and sessions that hold no longer."""
    mail.drop_old(now=now, most=None if settings.EMAIL_HOST else mail.MOST)
    codes.forget_old(now=now)
    tallies.forget_old(now=now)
    forget_old(now=now)
