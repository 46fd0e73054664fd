"""What everybody sees of a meeting’s room: drawn round a table, and the same as a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils.timezone import now

from withus.core.meeting.room import InPlace, lacking
from withus.core.meeting.standing import chairs_of
from withus.core.words import AFFECTED, Capacity, MeetingStage
from withus.questions.in_the_room import Deciding, RoomHere, Words, deciding_in
from withus.saying import words
from withus.saying.joining.picture import shape
from withus.saying.language import _
from withus.saying.meeting import room as saying
from withus.saying.meeting import round_a_table
from withus.screens.deciding.decisions.about import answered


def room(found: RoomHere, told: Words) -> dict[str, Any]:
    """Tell the part of the page that is kept up to date: who is here, and what goes on."""
    seated, deciding = in_order(found.places), deciding_in(found, at=now())
    here, places = counts(seated)
    about = saying.of_those_it_is_about(here, places)
    context = {
        "how_many": saying.how_many(here, places),
        "about": about,
        "picture": saying.picture(here, places),
        "count": sum(here.values()),
        "of": sum(places.values()),
        "drawn": round_a_table.drawn(
            [_drawn(one) for one in seated], lacking=_lacking(seated, deciding)
        ),
        "ring": _ring(deciding),
        "answer": _answer(deciding),
        "motion": deciding.motion if deciding else "",
        "groups": groups(found, seated, told.names),
        "company": _company(found),
        "pauses": saying.pauses(len(found.meeting.pauses)),
        "at": saying.clock(now()),
        **going_on(found, told.titles, at=now()),
    }
    return context | {"said": " ".join(each for each in _said(context) if each)}


def _lacking(seated: Sequence[InPlace], deciding: Deciding | None) -> list[int] | None:
    """Tell at which places the ring is open: of those whom the rules ask for, and who are away."""
    if deciding is None or deciding.answer is None:
        return None
    if not deciding.answer.lacks_people:
        return []
    asked = lacking(deciding.answer.stands)
    away = [number for number, one in enumerate(seated) if not (one.here and one.counts)]
    wanted = [number for number in away if seated[number].place.made.fact.place in asked]
    return wanted or away


def _ring(deciding: Deciding | None) -> str:
    if deciding is None or deciding.answer is None:
        return ""
    if deciding.answer.lacks_people:
        return _("The ring round the table is open: the board may not decide.")
    return _("The ring round the table is closed: the board may decide.")


def _answer(deciding: Deciding | None) -> dict[str, Any] | None:
    """Tell whether the board may decide now, in the words of every page that tells it."""
    if deciding is None:
        return None
    answer = deciding.answer or deciding.why
    return answered(answer) if answer is not None else None


def in_order(places: Sequence[InPlace]) -> list[InPlace]:
    """Return places in the order of all pictures and lists: the people it is about first."""
    rank = {code: number for number, code in enumerate(words.ORDER)}

    def key(one: InPlace) -> tuple[bool, int, bool, int]:
        made = one.place.made
        code = made.fact.capacity
        return code not in AFFECTED, rank[code], not made.fact.chair, made.entry

    return sorted(places, key=key)


def counts(seated: Sequence[InPlace]) -> tuple[Counter[Capacity], Counter[Capacity]]:
    """Count by capacity who is here and counted, and the places there are."""
    here = Counter(one.place.made.fact.capacity for one in seated if one.here and one.counts)
    return here, Counter(one.place.made.fact.capacity for one in seated)


def _drawn(one: InPlace) -> tuple[Capacity, bool]:
    return one.place.made.fact.capacity, one.here and one.counts


def going_on(found: RoomHere, titles: Mapping[str, str], *, at: datetime) -> dict[str, Any]:
    """Tell what goes on: a stop, a break, the item that is talked about."""
    live = found.live
    until = found.breaks(at)
    return {
        "stopped": live.stopped,
        "break": saying.back_at(until) if until else "",
        "item": live.item,
        "title": titles.get(live.item, ""),
        "runs": found.runs and found.stage is MeetingStage.OPEN,
        "stands": saying.how_it_stands(found.stage, found.when.starts, found.when.ends),
    }


def _said(told: Mapping[str, Any]) -> Sequence[str]:
    stop = _("Stop: somebody does not understand.") if told["stopped"] else ""
    talk = _("Now: %(title)s.") % {"title": told["title"]} if told["title"] else ""
    return stop, told["break"], talk, told["how_many"], told["about"]


def _company(found: RoomHere) -> str:
    noted = found.meeting.company
    return saying.company(noted.fact.supporters, noted.fact.interpreters) if noted else ""


def groups(
    found: RoomHere, seated: Sequence[InPlace], names: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Tell the list beside the picture, the people it is about apart; numbered as drawn."""
    lines = [line(found, one, names) for one in seated]
    about = [each for each in lines if each["about"]]
    return [
        {"heading": heading, "start": start, "lines": some}
        for heading, start, some in (
            (_("The people it is about"), 1, about),
            (_("The others"), len(about) + 1, lines[len(about) :]),
        )
        if some
    ]


def line(found: RoomHere, one: InPlace, names: Mapping[str, str]) -> dict[str, Any]:
    """Tell one place: who, in what capacity, and whether they are here."""
    made = one.place.made.fact
    capacity = words.capacity(made.capacity)
    own = any(each is one for each in found.own)
    who = _("You") if own else names.get(one.holding, "")
    return {
        "holding": one.holding,
        "who": who or capacity,
        "capacity": capacity if who else "",
        "chair": one.holding in chairs(found),
        "here": one.here and one.counts,
        "shape": shape(made.capacity, held=one.here and one.counts),
        "stands": saying.presence(one, found.stage),
        "about": made.capacity in AFFECTED,
    }


def chairs(found: RoomHere) -> frozenset[str]:
    """Return the holdings of those who chair; before it is opened, of those whose place it is."""
    if found.meeting.opened is not None:
        return chairs_of(found.meeting)
    return frozenset(one.holding for one in found.places if one.place.made.fact.chair) - {""}
