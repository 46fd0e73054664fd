"""Telling people about meetings: mails with an entry for their calendar, as soon as may be."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parseaddr

from django.conf import settings
from django.urls import reverse

from withus.jobs import queue
from withus.questions import calling as ask
from withus.questions.calling import MeetingTold, Reached
from withus.saying.meeting import calling as saying
from withus.saying.meeting.calendar import CalendarEntry, Method, calendar
from withus.saying.meeting.calling import NoticeKind, Notified, PaperNotified
from withus.stores.meeting import notices
from withus.stores.meeting.notices import NoticeRoute
from withus.stores.outbox import mail
from withus.stores.record.whole import whole


@queue.job
def tell() -> None:
    """Post a mail to everybody who waits for one about a meeting: once to each."""
    now = datetime.now(UTC)
    for origin, meeting in list(notices.waiting()):
        post(origin, meeting, now=now)


def soon() -> None:
    """Have people told, unless that is asked for already."""
    if not queue.is_asked(tell):
        queue.ask(tell)


def post(origin: str, meeting: str, *, now: datetime) -> int:
    """Post the mails that wait about one meeting; return how many."""
    waiting = [
        row
        for row in notices.of_meeting(origin, meeting)
        if row.told is None and row.route == NoticeRoute.EMAIL
    ]
    told, done = ask.meeting_told(origin, meeting), 0
    for each in ask.reached(origin, waiting, addresses=True):
        with whole():
            if not each.address:  # they took it away since
                notices.by_letter(each.notice)
            elif notices.take(each.notice, now=now):
                subject, body = saying.mail(notified(told, each.name))
                entry = invitation(told, each, now=now)
                mail.post(each.address, subject, body, calendar=calendar(entry))
                done += 1
    return done


def notified(told: MeetingTold, name: str) -> Notified:
    """Return a meeting as saying tells somebody of it."""
    kind = NoticeKind.MOVED if told.moved else NoticeKind.CALLED
    return Notified(
        kind=NoticeKind.CANCELLED if told.cancelled else kind,
        name=name,
        board=told.on.name,
        partnership=told.on.partnership,
        starts=told.time.starts,
        ends=told.time.ends,
        ways=told.time.ways,
        where=told.where,
        reason=told.reason,
        before=told.before,
        practice=told.on.practice,
        address=address_of(told),
        papers=tuple(
            PaperNotified(one.title, one.form, address_of_paper(told, one.paper))
            for one in told.papers
        ),
    )


def address_of_paper(told: MeetingTold, paper: str) -> str:
    """Return the address of a paper of a meeting, in one form."""
    path = reverse("meeting:paper", args=[told.on.origin, told.meeting, paper])
    return str(settings.WITHUS_PUBLIC_URL).rstrip("/") + path


def invitation(told: MeetingTold, to: Reached | None, *, now: datetime) -> CalendarEntry:
    """Return a meeting as a calendar takes it: sent to somebody, or fetched by them."""
    sent = Method.CANCEL if told.cancelled else Method.REQUEST
    return CalendarEntry(
        uid=f"{told.meeting}@{settings.WITHUS_PUBLIC_URL.rstrip('/').rpartition('/')[2]}",
        sequence=told.sequence,
        method=sent if to else Method.PUBLISH,
        stamp=now,
        starts=told.time.starts,
        ends=told.time.ends,
        summary=saying.heading(notified(told, "")),
        where=told.where,
        about=f"{saying.ways(told.time.ways)}.",
        address=address_of(told),
        cancelled=told.cancelled,
        organiser=parseaddr(settings.DEFAULT_FROM_EMAIL)[1] if to else "",
        attendee=to.address if to else "",
    )


def address_of(told: MeetingTold) -> str:
    """Return the address, as people type it, of the page of a meeting."""
    path = reverse("meeting:page", args=[told.on.origin, told.meeting])
    return str(settings.WITHUS_PUBLIC_URL).rstrip("/") + path
