"""A rule as the record has it: its kind, its force, where it is written. Not what it means."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from withus.saying import words
from withus.saying.language import _


def rule(told: Any) -> str:
    """Tell one rule in one sentence or two."""
    if not isinstance(told, Mapping):
        return _("A rule that cannot be read.")
    parts = [kind(told.get("kind")), force(told.get("force")), source(told.get("source"))]
    return " ".join([*parts, *days(told)])


def kind(code: Any) -> str:
    """Tell what a rule is about."""
    return {
        "present": _("A rule on who must be in the room."),
        "agree": _("A rule on who must agree."),
        "no_objection": _("A rule on whose objection stops a decision."),
        "casting": _("A rule on what happens at a tie."),
        "made_up": _("A rule on how the board is made up."),
        "vote_from": _("A rule on the day from which somebody votes."),
        "may_call": _("A rule on who may ask for a review."),
    }.get(str(code), _("A rule of a kind not known here."))


def force(code: Any) -> str:
    """Tell what stands behind a rule."""
    return {
        "law": _("The board says it is law."),
        "constitution": _("It is in the body’s constitution."),
        "terms": _("It is in the board’s terms of reference."),
        "promise": _("It is the board’s own promise."),
    }.get(str(code), _("What stands behind it was not entered."))


def source(text: Any) -> str:
    """Tell where a rule is written."""
    if not isinstance(text, str) or not text:
        return _("Where it is written was not entered.")
    return _("Written in: %(source)s.") % {"source": text}


def days(told: Mapping[str, Any]) -> list[str]:
    """Tell from when until when a rule holds, as far as it says so."""
    since, until = a_day(told.get("from")), a_day(told.get("until"))
    found = [_("It holds from %(day)s.") % {"day": words.day(since)}] if since else []
    return found + ([_("It ends on %(day)s.") % {"day": words.day(until)}] if until else [])


def a_day(text: Any) -> date | None:
    """Read a day of a rule; what is not one is left unsaid."""
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError):
        return None
