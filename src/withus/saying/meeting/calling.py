"""When and where a board meets, and what people are told of it: the same in a mail and a letter."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from withus.core.meeting.recurring import Every
from withus.core.words import Capacity, MeetingStage, Paper, Way
from withus.saying import words
from withus.saying.inviting.letters import the_board
from withus.saying.joining.terms import term
from withus.saying.language import _, ngettext, said_once
from withus.saying.meeting.happened import HERE

WIDTH, MOST = 72, 40


class NoticeKind(StrEnum):
    """What people are told about a meeting."""

    CALLED = "called"
    MOVED = "moved"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notified:
    """A meeting as somebody is told of it."""

    kind: NoticeKind
    name: str
    board: str
    partnership: str
    starts: datetime
    ends: datetime
    ways: frozenset[Way]
    where: str
    reason: str = ""
    before: datetime | None = None  # when it was to be, if it was moved
    practice: bool = False
    address: str = ""  # of its page
    papers: tuple[PaperNotified, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperNotified:
    """A paper that is out in a form, and where it is read."""

    title: str
    form: Paper
    address: str


def weekdays() -> tuple[str, ...]:
    """Tell the names of the days of the week."""
    return (
        _("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"),
        _("Sunday"),
    )  # fmt: skip


def weekday(held: date) -> str:
    """Tell a day with its weekday.

    Example: Tuesday 1 December 2026.
    """
    return f"{said_once(weekdays)[held.weekday()]} {words.day(held)}"


def hour(at: datetime) -> str:
    """Tell the time of day as a clock here shows it. Example: 10:30."""
    return f"{at.astimezone(HERE):%H:%M}"


def time(starts: datetime, ends: datetime) -> str:
    """Tell when a meeting is, as a clock here shows it.

    Example: Tuesday 1 December 2026, 10:30 to 12:00.
    """
    begins, over = starts.astimezone(HERE), ends.astimezone(HERE)
    told = {"day": weekday(begins.date()), "from": hour(starts), "to": hour(ends)}
    if begins.date() != over.date():
        told["to"] = f"{weekday(over.date())}, {told['to']}"
    return _("%(day)s, %(from)s to %(to)s") % told


def hours(starts: datetime, ends: datetime) -> str:
    """Tell the time of day of a meeting. Example: 10:30 to 12:00."""
    return _("%(from)s to %(to)s") % {"from": hour(starts), "to": hour(ends)}


def day(starts: datetime) -> str:
    """Tell the day of a meeting as a calendar here shows it."""
    return words.day(starts.astimezone(HERE).date())


def ways(some: Iterable[Way]) -> str:
    """Tell how people can take part.

    Example: In the room, by phone or by video link.
    """
    wanted = frozenset(some)
    told = [term(code) for code in Way if code in wanted]
    if len(told) > 1:
        told = [_("%(some)s or %(last)s") % {"some": ", ".join(told[:-1]), "last": told[-1]}]
    return (told[0][:1].upper() + told[0][1:]) if told else _("No way was named")


def way_choices() -> list[tuple[str, str]]:
    """Tell the ways to take part, as choices."""
    return [
        (Way.ROOM.value, _("In a room")),
        (Way.PHONE.value, _("By phone")),
        (Way.LINK.value, _("By video link")),
    ]


def every() -> Mapping[Every, str]:
    """Tell how often a board may meet, as choices."""
    return {
        Every.ONCE: _("This once"),
        Every.WEEK: _("Every week"),
        Every.FORTNIGHT: _("Every two weeks"),
        Every.FOUR_WEEKS: _("Every four weeks"),
        Every.MONTH: _("Every month, on the same weekday"),
    }


def heading(told: Notified) -> str:
    """Tell what somebody is told of, in a line that anybody looking on may see.

    Example: A meeting of the Coming Home board.
    """
    board = the_board(told.board)
    return {
        NoticeKind.CALLED: _("A meeting of %(board)s"),
        NoticeKind.MOVED: _("A meeting of %(board)s was moved"),
        NoticeKind.CANCELLED: _("A meeting of %(board)s was cancelled"),
    }[told.kind] % {"board": board}


def sentences(told: Notified) -> list[str]:
    """Tell all that somebody needs to know about a meeting, a paragraph each."""
    when = time(told.starts, told.ends)
    if told.kind is NoticeKind.CANCELLED:
        said = [_("The meeting on %(when)s will not be held.") % {"when": when}]
    elif told.kind is NoticeKind.MOVED and told.before is not None:
        before = {"before": f"{day(told.before)}, {hour(told.before)}", "when": when}
        said = [_("It was to be on %(before)s. It is now on %(when)s.") % before]
    else:
        said = [_("You are asked to come on %(when)s.") % {"when": when}]
    if told.reason:
        said.append(_("Why: %(reason)s") % {"reason": told.reason})
    if told.kind is not NoticeKind.CANCELLED:
        said.append(_("How you can take part: %(ways)s.") % {"ways": lower(ways(told.ways))})
        said.append(told.where)
        said.append(
            _(
                "You may ask for something to be talked about, and tell us what you need to take "
                "part. If you cannot come, you may say beforehand where you stand, or choose "
                "somebody to come for you."
            )
        )
    if told.practice:
        said.append(_("It is a practice run for now: nothing in it is public."))
    return [each for each in said if each]


def lower(said: str) -> str:
    """Return words with their first letter small."""
    return said[:1].lower() + said[1:]


def mail(told: Notified) -> tuple[str, str]:
    """Tell a meeting as a mail: its subject, and its words."""
    parts = [_("Dear %(name)s,") % {"name": told.name}, heading(told) + "."]
    parts += sentences(told)
    if told.address:
        parts.append(_("Its page: %(address)s") % {"address": told.address})
    if told.kind is not NoticeKind.CANCELLED:
        parts += (
            [_("Papers that are out. Sign in to read them:"), *map(paper, told.papers[:MOST])]
            if told.papers
            else []
        )
        parts.append(_("With this mail comes an entry for your calendar."))
    parts.append(told.partnership)
    filled = ("\n".join(_lines(line) for line in part.splitlines()) for part in parts)
    return heading(told), "\n\n".join(filled) + "\n"


def paper(one: PaperNotified) -> str:
    """Tell a paper in a form, and where it is read, on two lines."""
    title = one.title or _("A paper")
    said = _("%(title)s (%(form)s)") % {"title": title, "form": term(one.form)}
    return f"{said}:\n{one.address}"


def papers_on_paper(told: Notified) -> list[str]:
    """Tell for a letter which papers are out, each once with its forms."""
    forms: dict[str, list[str]] = {}
    for one in told.papers:
        forms.setdefault(one.title or _("A paper"), []).append(term(one.form))
    return [f"{title}: {words.listing(some)}" for title, some in forms.items()]


def _lines(part: str) -> str:
    return textwrap.fill(part, WIDTH, break_on_hyphens=False, break_long_words=False)


def asked_by(capacity: Capacity | None) -> str:
    """Tell who asked for something to be talked about: never by name."""
    if capacity is None:
        return _("Asked for by those who run the work")
    told = {"capacity": lower(words.capacity(capacity))}
    return _("Asked for by a member: %(capacity)s") % told


def stage(code: MeetingStage, *, past: bool) -> str:
    """Tell how far a meeting has come; nothing of one that is simply to come."""
    if code is MeetingStage.CALLED:
        return _("Its time went by, and nobody opened it") if past else ""
    return term(code)


def agenda(many: int) -> str:
    """Tell how many items are on an agenda."""
    if not many:
        return _("Nothing is on the agenda yet.")
    return ngettext(
        "%(count)d item is on the agenda.", "%(count)d items are on the agenda.", many
    ) % {"count": many}
