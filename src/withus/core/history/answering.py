"""Answering, folded: what each of its facts changes. A change gives None where it fits nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from withus.core.facts import answering as a
from withus.core.facts.fact import Fact
from withus.core.history.told import Told
from withus.core.history.work import Point, Theme, Work


def point_put(work: Work, one: Told[a.PointPut]) -> Work | None:
    """Take in a point."""
    name = one.fact.point
    if name in work.points:
        return None
    return replace(work, points={**work.points, name: Point(one)})


def points_joined(work: Work, one: Told[a.PointsJoined]) -> Work | None:
    """Take in a theme of points that are there."""
    name = one.fact.theme
    if name in work.themes or not one.fact.points <= work.points.keys():
        return None
    return replace(work, themes={**work.themes, name: Theme(one)})


def joining_agreed(work: Work, one: Told[a.JoiningAgreed]) -> Work | None:
    """Take in that somebody agreed to a theme."""
    found = work.themes.get(one.fact.theme)
    if found is None:
        return None
    return with_theme(work, one.fact.theme, replace(found, agreed=(*found.agreed, one)))


def point_linked(work: Work, one: Told[a.PointLinked]) -> Work | None:
    """Take in where a point, or a theme, went."""
    name = one.fact.point
    if name in work.themes:
        theme = work.themes[name]
        return with_theme(work, name, replace(theme, links=(*theme.links, one)))
    point = work.points.get(name)
    return with_point(work, name, replace(point, links=(*point.links, one))) if point else None


def point_answered(work: Work, one: Told[a.PointAnswered]) -> Work | None:
    """Take in an answer to a point, or to a theme; the last holds."""
    name = one.fact.point
    if name in work.themes:
        theme = work.themes[name]
        return with_theme(work, name, replace(theme, answers=(*theme.answers, one)))
    point = work.points.get(name)
    return with_point(work, name, replace(point, answers=(*point.answers, one))) if point else None


def point_confirmed(work: Work, one: Told[a.PointConfirmed]) -> Work | None:
    """Take in what whoever put a point says of where it went; the last holds."""
    point = work.points.get(one.fact.point)
    return with_point(work, one.fact.point, replace(point, confirmed=one)) if point else None


def point_withdrawn(work: Work, one: Told[a.PointWithdrawn]) -> Work | None:
    """Take in that somebody took their point back, once."""
    point = work.points.get(one.fact.point)
    if point is None or point.withdrawn is not None:
        return None
    return with_point(work, one.fact.point, replace(point, withdrawn=one))


def contributor_told(work: Work, one: Told[a.ContributorTold]) -> Work | None:
    """Take in that somebody was told what became of their point."""
    point = work.points.get(one.fact.point)
    if point is None:
        return None
    return with_point(work, one.fact.point, replace(point, told=(*point.told, one)))


def with_point(work: Work, name: str, point: Point) -> Work:
    """Tell a work in which one point stands otherwise."""
    return replace(work, points={**work.points, name: point})


def with_theme(work: Work, name: str, theme: Theme) -> Work:
    """Tell a work in which one theme stands otherwise."""
    return replace(work, themes={**work.themes, name: theme})


CHANGES: Mapping[type[Fact], Callable[..., Any]] = {
    a.PointPut: point_put,
    a.PointsJoined: points_joined,
    a.JoiningAgreed: joining_agreed,
    a.PointLinked: point_linked,
    a.PointAnswered: point_answered,
    a.PointConfirmed: point_confirmed,
    a.PointWithdrawn: point_withdrawn,
    a.ContributorTold: contributor_told,
}
