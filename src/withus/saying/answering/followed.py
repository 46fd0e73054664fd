"""What came of a point, as pages tell it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from withus.core.words import PointOutcome, PointSays, ToldRoute
from withus.saying import words
from withus.saying.answering import terms
from withus.saying.language import _


def went(one: Any) -> dict[str, Any]:
    """Tell where a point went."""
    return {"words": place(one), "day": words.day(one.on), "entry": one.entry}


def place(one: Any) -> str:
    """Tell what a point went into."""
    if one.kind == "suggestion":
        return _("A suggestion to the plan")
    if one.kind == "decision":
        return _("A decision")
    if one.paragraph is None:
        return _("The plan, version %(number)d") % {"number": one.number}
    told = {"number": one.number, "paragraph": one.paragraph + 1}
    return _("The plan, version %(number)d, paragraph %(paragraph)d") % told


def places(some: Iterable[tuple[str, Any]]) -> list[tuple[str, str]]:
    """Tell what a point can be said to have gone into."""
    return [
        (name, _("%(place)s, %(day)s") % {"place": place(one), "day": words.day(one.on)})
        for name, one in some
    ]


def answer(one: Any, *, reads: bool) -> dict[str, Any]:
    """Tell an answer."""
    return {
        "outcome": terms.outcome(one.outcome),
        "mark": "later" if one.outcome is PointOutcome.NOT else "shown",
        "reason": one.reason or "",
        "unsaid": reads and one.reason is None,
        "same_as": one.same_as,
        "day": words.day(one.on),
        "entry": one.entry,
        "theme": one.by_theme,
    }


def said(says: PointSays | None) -> str:
    """Tell what whoever put a point says of where it went."""
    if says is None:
        return ""
    return _("Whoever put it says: %(says)s.") % {"says": terms.says(says)}


def typed(was: bool, right: bool | None) -> str:
    """Tell whether somebody typed it for them, and whether it is right."""
    if not was:
        return ""
    if right is None:
        return _("Somebody typed it for them. They have not said yet whether it is right.")
    if right:
        return _("Somebody typed it for them, and it is right: they have said so.")
    return _("Somebody typed it for them, and it is not right: they have said so.")


def told(some: Iterable[tuple[ToldRoute, date]]) -> list[str]:
    """Tell when and how whoever put it was told."""
    return [
        _("Told %(route)s on %(day)s.") % {"route": terms.route(route), "day": words.day(day)}
        for route, day in some
    ]


def said_yourself(says: PointSays | None) -> str:
    """Tell somebody what they last said of where their point went."""
    return _("You said: %(says)s.") % {"says": terms.says(says)} if says else ""
