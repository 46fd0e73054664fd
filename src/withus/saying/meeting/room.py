"""Who is in the room, and what goes on there, in words. Never who stopped it, and no score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from withus.core.meeting.room import InPlace
from withus.core.words import AFFECTED, Capacity, MeetingStage, Way
from withus.saying import words
from withus.saying.language import _, ngettext
from withus.saying.meeting.happened import HERE


def clock(at: datetime) -> str:
    """Tell the time of day, as a clock here shows it.

    Example: 10:42.
    """
    return f"{at.astimezone(HERE):%H:%M}"


def how_it_stands(stage: MeetingStage, starts: datetime, ends: datetime) -> str:
    """Tell how far a meeting has come."""
    told = {
        "day": words.day(starts.astimezone(HERE).date()),
        "from": clock(starts),
        "until": clock(ends),
    }
    return {
        MeetingStage.CALLED: _("It is to begin at %(from)s on %(day)s."),
        MeetingStage.OPEN: _("It is under way now, and is to end by %(until)s."),
        MeetingStage.CLOSED: _("It was on %(day)s, and is over."),
        MeetingStage.CANCELLED: _("It was to be on %(day)s, and was cancelled."),
    }[stage] % told


def presence(one: InPlace, stage: MeetingStage) -> str:
    """Tell whether whoever holds a place is there, since when, and how.

    Example: By phone since 10:49.
    """
    if not one.holding:
        return _("Nobody holds this place.")
    if not one.noted:
        over = stage is MeetingStage.CLOSED
        return _("Was not here.") if over else _("Not here.")
    return " ".join([_when(one, stage), *_besides(one)])


def _when(one: InPlace, stage: MeetingStage) -> str:
    last = one.noted[-1]
    left = [each for each in one.noted if not each.fact.came]
    told = {"at": _at(last.at), "left": _at(left[-1].at) if left else ""}
    if not one.here:
        return _("Left at %(at)s.") % told
    since = {
        Way.ROOM: _("Here since %(at)s."),
        Way.PHONE: _("By phone since %(at)s."),
        Way.LINK: _("By video link since %(at)s."),
    }
    back = {
        Way.ROOM: _("Left at %(left)s, back at %(at)s."),
        Way.PHONE: _("Left at %(left)s, back by phone at %(at)s."),
        Way.LINK: _("Left at %(left)s, back by video link at %(at)s."),
    }
    stayed = {
        Way.ROOM: _("Here from %(at)s until the end."),
        Way.PHONE: _("By phone from %(at)s until the end."),
        Way.LINK: _("By video link from %(at)s until the end."),
    }
    if stage is MeetingStage.CLOSED:
        return stayed[last.fact.way] % told
    return (back if left else since)[last.fact.way] % told


def _at(at: object) -> str:
    return clock(at) if isinstance(at, datetime) else ""


def _besides(one: InPlace) -> Sequence[str]:
    if not one.here:
        return ()
    told = []
    if one.deputy is not None:
        same = one.deputy.named.fact.capacity is one.place.made.fact.capacity
        told.append(
            _("It is their deputy, who is counted for them.")
            if same
            else _("It is their deputy, who comes in another capacity and is not counted.")
        )
    if one.unsure:
        told.append(_("Somebody else entered this. It waits for a word that it is right."))
    elif not one.counts and not told:
        told.append(_("It was said that this is not right, so it does not count."))
    return told


def how_many(here: Mapping[Capacity, int], places: Mapping[Capacity, int]) -> str:
    """Tell how many places are in the room.

    Example: 7 of 12 places are in the room.
    """
    count, of = sum(here.values()), sum(places.values())
    return ngettext(
        "%(count)d of %(of)d places is in the room.",
        "%(count)d of %(of)d places are in the room.",
        count,
    ) % {"count": count, "of": of}


def of_those_it_is_about(here: Mapping[Capacity, int], places: Mapping[Capacity, int]) -> str:
    """Tell how many of the people it is about are in the room, each capacity apart.

    Example: Draws on care and support: 2 of 3. Unpaid carer: 1 of 2.
    """
    told = [
        _("%(capacity)s: %(count)d of %(of)d.")
        % {"capacity": words.capacity(code), "count": here.get(code, 0), "of": places[code]}
        for code in words.ORDER
        if code in AFFECTED and places.get(code)
    ]
    return " ".join(told)


def picture(here: Mapping[Capacity, int], places: Mapping[Capacity, int]) -> str:
    """Tell what the picture of the room shows.

    Example: Round the table: Draws on care and support 2 of 3; Paid to run services 4 of 5.
    """
    told = [
        _("%(capacity)s %(count)d of %(of)d")
        % {"capacity": words.capacity(code), "count": here.get(code, 0), "of": places[code]}
        for code in words.ORDER
        if places.get(code)
    ]
    return _("Round the table: %(told)s") % {"told": "; ".join(told)}


def company(supporters: int, interpreters: int) -> str:
    """Tell who is there beside the members: they are never counted."""
    if not supporters and not interpreters:
        return ""
    parts = []
    if supporters:
        parts.append(
            ngettext("%(count)d supporter", "%(count)d supporters", supporters)
            % {"count": supporters}
        )
    if interpreters:
        parts.append(
            ngettext("%(count)d interpreter", "%(count)d interpreters", interpreters)
            % {"count": interpreters}
        )
    return _("Here too: %(told)s. They are welcome, and are not counted.") % {
        "told": words.listing(parts)
    }


def pauses(count: int) -> str:
    """Tell how often the meeting was stopped, never by whom."""
    if not count:
        return ""
    return ngettext(
        "It was stopped once, to make something clear.",
        "It was stopped %(count)d times, to make something clear.",
        count,
    ) % {"count": count}


def turns(took: int, of: int) -> str:
    """Tell how many of those who were there took a turn.

    Example: 5 of 7 who were here have spoken or signed.
    """
    return ngettext(
        "%(count)d of %(of)d who were here has spoken or signed.",
        "%(count)d of %(of)d who were here have spoken or signed.",
        took,
    ) % {"count": took, "of": of}


def back_at(at: datetime) -> str:
    """Tell until when there is a break.

    Example: Break until 11:15.
    """
    return _("Break until %(at)s.") % {"at": clock(at)}
