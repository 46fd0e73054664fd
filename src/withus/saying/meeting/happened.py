"""What happened in and around meetings, a sentence for each type of fact. Never who."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from withus.core.facts import meeting as f
from withus.core.facts.fact import Fact
from withus.core.facts.supporting import NeedsCounted
from withus.core.words import Placed
from withus.saying import words
from withus.saying.joining.happened import on, simply
from withus.saying.joining.terms import term
from withus.saying.language import _

HERE = ZoneInfo("Europe/London")


def starting(at: datetime) -> str:
    """Tell when a meeting starts, as a clock here shows it.

    Example: 10:30 on 1 December 2026.
    """
    local = at.astimezone(HERE)
    told = {"time": f"{local:%H:%M}", "day": words.day(local.date())}
    return _("%(time)s on %(day)s") % told


def called(fact: f.MeetingCalled, board: str) -> str:
    """Tell that people were called to a meeting."""
    told = {"at": starting(fact.starts), "on": on(board)}
    return _("A meeting was called for those %(on)s, at %(at)s.") % told


def moved(fact: f.MeetingMoved, board: str) -> str:
    """Tell that a meeting was put at another time or place."""
    told = {"at": starting(fact.starts), "on": on(board)}
    return _("A meeting of those %(on)s was moved: it is at %(at)s.") % told


def item_placed(fact: f.ItemPlaced, board: str) -> str:
    """Tell what became of an item."""
    if fact.private_by_law and fact.outcome is Placed.ON:
        return _("Something was put on the agenda, to be talked about in private by law.")
    if fact.outcome is Placed.ON:
        return _("Something was put on the agenda.")
    if fact.outcome is Placed.REFUSED:
        return _("Something that was asked for was not put on the agenda.")
    return _("Something on the agenda was not reached.")


def paper_out(fact: f.PaperOut, board: str) -> str:
    """Tell that a paper was out, in which form and since when."""
    told = {"form": term(fact.format), "day": words.day(fact.day)}
    return _("A paper was out in %(form)s on %(day)s.") % told


def needs_looked_at(fact: f.NeedsLookedAt, board: str) -> str:
    """Tell whether what people need to take part was there."""
    told = {"answer": term(fact.answer)}
    return _("Somebody looked at what people need to take part. %(answer)s.") % told


def presence_noted(fact: f.PresenceNoted, board: str) -> str:
    """Tell that somebody came or left, and by which way they were there."""
    told = {"way": term(fact.way)}
    if fact.deputy is not None and fact.came:
        return _("A deputy came to the meeting, %(way)s.") % told
    if fact.deputy is not None:
        return _("A deputy left the meeting.")
    if fact.came:
        return _("Somebody came to the meeting, %(way)s.") % told
    return _("Somebody left the meeting.")


def company_noted(fact: f.CompanyNoted, board: str) -> str:
    """Tell how many were there in support."""
    told = {"supporters": fact.supporters, "interpreters": fact.interpreters}
    return _("There in support: supporters, %(supporters)d; interpreters, %(interpreters)d.") % told


def interest_declared(fact: f.InterestDeclared, board: str) -> str:
    """Tell that somebody has an interest in an item."""
    if fact.recused:
        return _("Somebody has an interest in an item, and takes no part in it.")
    return _("Somebody has an interest in an item, and takes part in it.")


def minutes_drafted(fact: f.MinutesDrafted, board: str) -> str:
    """Tell that minutes were written."""
    told = {"version": fact.version}
    return _("The minutes of a meeting were written: version %(version)d.") % told


def minutes_approved(fact: f.MinutesApproved, board: str) -> str:
    """Tell that some of those who were there said that the minutes are right."""
    told = {"count": len(fact.holdings), "version": fact.version}
    return _("People who were there (%(count)d) said that minutes %(version)d are right.") % told


def needs_counted(fact: NeedsCounted, board: str) -> str:
    """Tell for how many people what they need to take part was there, in a quarter."""
    if fact.asked is None:
        return _("What people need to take part was counted; they are too few to be told of.")
    told = {"quarter": quarter(fact.quarter), "asked": fact.asked, "met": fact.met}
    if fact.met is None:
        return (
            _(
                "In %(quarter)s about %(asked)d people had said what they need to take part. For "
                "how many it was there each time cannot be told safely."
            )
            % told
        )
    return (
        _(
            "In %(quarter)s about %(asked)d people had said what they need to take part. For about "
            "%(met)d of them it was there each time."
        )
        % told
    )


def quarter(code: str) -> str:
    """Tell a quarter of a year by its first and last month.

    Example: quarter("2026-q4") is "October to December 2026".
    """
    year, _dash, number = code.partition("-q")
    first = 3 * int(number) - 3
    names = words.months()
    told = {"first": names[first], "last": names[first + 2], "year": year}
    return _("%(first)s to %(last)s %(year)s") % told


SENTENCES: Mapping[type[Fact], Callable[[Any, str], str]] = {
    f.MeetingCalled: called,
    f.MeetingMoved: moved,
    f.MeetingCancelled: simply(lambda: _("A meeting was cancelled.")),
    f.MeetingOpened: simply(lambda: _("A meeting began.")),
    f.MeetingChaired: simply(lambda: _("Others who were there took the chair of a meeting.")),
    f.MeetingClosed: simply(lambda: _("A meeting came to its end.")),
    f.ItemAsked: simply(lambda: _("Somebody asked for an item on the agenda.")),
    f.ItemPlaced: item_placed,
    f.PaperOut: paper_out,
    f.NeedsLookedAt: needs_looked_at,
    f.PresenceNoted: presence_noted,
    f.CompanyNoted: company_noted,
    f.ItemPaused: simply(lambda: _("Somebody said: stop, I don’t understand.")),
    f.TurnsCounted: simply(lambda: _("Turns to speak or sign were counted.")),
    f.InterestDeclared: interest_declared,
    f.MinutesDrafted: minutes_drafted,
    f.MinutesApproved: minutes_approved,
    NeedsCounted: needs_counted,
}
