"""The closed words of points and answers as people see them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from withus.core import words as w
from withus.saying.language import _


def way(code: w.PointWay) -> str:
    """Tell how a point reached the work."""
    return _ways()[code]


def outcome(code: w.PointOutcome) -> str:
    """Tell what was answered."""
    return _outcomes()[code]


def says(code: w.PointSays) -> str:
    """Tell what whoever put a point says of where it went."""
    return _says()[code]


def route(code: w.ToldRoute) -> str:
    """Tell how somebody was told."""
    return _routes()[code]


def _ways() -> dict[StrEnum, str]:
    return {
        w.PointWay.TYPED: _("typed here"),
        w.PointWay.PHONE: _("by phone"),
        w.PointWay.LETTER: _("by letter"),
        w.PointWay.MEETING: _("at a meeting"),
        w.PointWay.CARD: _("by a link or a card"),
        w.PointWay.GROUP: _("as a group"),
    }


def _outcomes() -> dict[StrEnum, str]:
    return {
        w.PointOutcome.ADOPTED: _("It is taken up"),
        w.PointOutcome.PARTLY: _("Part of it is taken up"),
        w.PointOutcome.NOT: _("It is not taken up"),
    }


def _says() -> dict[StrEnum, str]:
    return {
        w.PointSays.THERE: _("it is there"),
        w.PointSays.PARTLY: _("part of it is there"),
        w.PointSays.NOT_THERE: _("it is not there"),
    }


def _routes() -> dict[StrEnum, str]:
    return {
        w.ToldRoute.SCREEN: _("on their page"),
        w.ToldRoute.EMAIL: _("by e-mail"),
        w.ToldRoute.LETTER: _("by letter"),
        w.ToldRoute.TEXT: _("by text message"),
        w.ToldRoute.CALL: _("by phone"),
        w.ToldRoute.SOMEONE: _("through somebody they trust"),
    }


TERMS: Mapping[type[StrEnum], Callable[[], dict[StrEnum, str]]] = {
    w.PointWay: _ways,
    w.PointOutcome: _outcomes,
    w.PointSays: _says,
    w.ToldRoute: _routes,
}
