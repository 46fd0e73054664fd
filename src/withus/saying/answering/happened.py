"""What happened to what people put, a sentence for each type of fact. Never who."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from withus.core.facts import answering as a
from withus.core.facts.fact import Fact
from withus.core.words import PointWay
from withus.saying.answering.terms import outcome, route, says, way
from withus.saying.joining.happened import simply
from withus.saying.language import _


def point_put(fact: a.PointPut, board: str) -> str:
    """Tell that a point was put, and by which way it came."""
    if fact.way is PointWay.GROUP:
        return _("A group of %(count)d put a point.") % {"count": fact.group_of}
    return _("Somebody put a point, %(way)s.") % {"way": way(fact.way)}


def points_joined(fact: a.PointsJoined, board: str) -> str:
    """Tell that points were brought together."""
    return _("Points (%(count)d) were brought together.") % {"count": len(fact.points)}


def point_answered(fact: a.PointAnswered, board: str) -> str:
    """Tell what was answered, and whether the same reason was given before."""
    told = {"outcome": outcome(fact.outcome)}
    if fact.same_reason_as is None:
        return _("A point was answered. %(outcome)s.") % told
    again = {**told, "entry": fact.same_reason_as}
    return _("A point was answered, with the reason of entry %(entry)d. %(outcome)s.") % again


def point_confirmed(fact: a.PointConfirmed, board: str) -> str:
    """Tell what whoever put a point says of where it went."""
    return _("Whoever put a point said: %(says)s.") % {"says": says(fact.says)}


def told(fact: a.ContributorTold, board: str) -> str:
    """Tell that somebody was told what became of their point."""
    return _("Whoever put a point was told what became of it, %(route)s.") % {
        "route": route(fact.route)
    }


SENTENCES: Mapping[type[Fact], Callable[[Any, str], str]] = {
    a.PointPut: point_put,
    a.PointsJoined: points_joined,
    a.JoiningAgreed: simply(lambda: _("Somebody it is about agreed that points belong together.")),
    a.PointLinked: simply(lambda: _("It was noted where a point went.")),
    a.PointAnswered: point_answered,
    a.PointConfirmed: point_confirmed,
    a.PointWithdrawn: simply(lambda: _("Somebody took their point back.")),
    a.ContributorTold: told,
}
