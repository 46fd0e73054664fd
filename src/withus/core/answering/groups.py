"""A group's say: how many agreed on it, and how many of them have said that it is right."""

from __future__ import annotations

from dataclasses import dataclass

from withus.core.history.work import Point, Work
from withus.core.words import ConfirmedHow, PointWay


@dataclass(frozen=True, slots=True)
class GroupSaid:
    """How many agreed on a point; of them, those who said it is right, or not; and others."""

    of: int
    right: int
    wrong: int
    others: int  # of nobody in the group, who say for it that it is right


def is_group(point: Point) -> bool:
    """Tell whether a point is what several people agreed on.

    Reads: point.put.
    """
    return point.put.fact.way is PointWay.GROUP


def group_said(work: Work, point: Point) -> GroupSaid:
    """Tell how many of a group have said that its say is right.

    Formula: of each who said so with a code of their own or by letter, the last that they said;
        somebody who was not in the group is told apart, and counts as none of it.
    Reads: entry.confirmed.
    Not: that nobody used two of the codes that were handed out: there are as many as people.
    """
    own: dict[str | None, bool] = {}
    others: dict[str | None, bool] = {}
    for one in work.said.confirmed:
        if one.fact.entry == point.put.entry:
            second = one.fact.how is ConfirmedHow.SECOND_PERSON
            (others if second else own)[one.by] = one.fact.right
    right = sum(own.values())
    return GroupSaid(
        of=point.put.fact.group_of,
        right=right,
        wrong=len(own) - right,
        others=sum(others.values()),
    )


def have_all_said(work: Work, point: Point) -> bool:
    """Tell whether as many as agreed on a group's say have said whether it is right.

    Reads: as `group_said`.
    """
    said = group_said(work, point)
    return said.right + said.wrong >= said.of
