"""What answering's tables hold for a work, worked out from its folded state alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from withus.core.answering.standing import PointStands, Themes, is_agreed, stands, themes_of
from withus.core.history.work import Point, Theme, Work
from withus.stores.answering.models import PointRow, ThemeRow
from withus.stores.joining.models import Row
from withus.stores.joining.rows import Told

TABLES: tuple[type[Row], ...] = (PointRow, ThemeRow)


def of_work(work: Work, beside: Work) -> Iterator[Told]:
    """Yield the rows of points and themes; not those that another state has alike.

    What two states share they share as one and the same value, so nothing need be compared.
    """
    themes = themes_of(work)
    changed = differing(work, beside)
    for name, point in work.points.items():
        if name in changed or point is not beside.points.get(name):
            yield PointRow, name, of_point(point, themes)
    for name, theme in work.themes.items():
        if theme is not beside.themes.get(name):
            yield ThemeRow, name, of_theme(theme)


def differing(work: Work, beside: Work) -> frozenset[str]:
    """Tell the points of themes that are not the same in both states."""
    if work.themes is beside.themes:
        return frozenset()
    names = work.themes.keys() | beside.themes.keys()
    some = [
        theme
        for name in names
        if work.themes.get(name) is not beside.themes.get(name)
        for theme in (work.themes.get(name), beside.themes.get(name))
        if theme is not None
    ]
    return frozenset(point for theme in some for point in theme.joined.fact.points)


def of_point(point: Point, themes: Themes) -> dict[str, Any]:
    """Return what the row of a point holds."""
    put, its = point.put.fact, themes.get(point.put.fact.point, ())
    found = stands(point, its)
    return {
        "work": put.work,
        "at": point.put.at,
        "way": put.way.value,
        "holding": put.holding,
        "capacity": put.said_capacity.value if put.said_capacity else None,
        "group_of": put.group_of,
        "shown_as": put.shown_as.value,
        "stands": found.value,
        "waits": found is PointStands.WAITS,
        "themes": " ".join(theme.joined.fact.theme for theme in its),
        "entry": point.put.entry,
    }


def of_theme(theme: Theme) -> dict[str, Any]:
    """Return what the row of a theme holds."""
    joined, agreed = theme.joined.fact, is_agreed(theme)
    last = theme.answers[-1].fact.outcome.value if agreed and theme.answers else "waits"
    return {
        "work": joined.work,
        "points": len(joined.points),
        "agreed": agreed,
        "stands": last,
        "entry": theme.joined.entry,
    }
