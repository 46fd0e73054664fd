"""Answering: which of its facts may follow from where a work stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from withus.core.facts import answering as a
from withus.core.facts.fact import Fact
from withus.core.rules.framing import check_sits, check_work, is_affected
from withus.core.rules.situation import NotAllowed, Situation
from withus.core.words import PointOutcome, PointWay


def check_point(fact: a.PointPut, situation: Situation) -> None:
    """Refuse a point that says nothing, is from no place held, or of a group that is none.

    Errors: as `check_work` and `check_sits`; NotAllowed `nothing_written`, `group_of_one`.
    """
    check_work(situation)
    check_sits(fact.holding, situation)
    if not str(fact.words).strip() and not str(fact.attachment).strip():
        raise NotAllowed("nothing_written")
    if (fact.group_of > 1) is not (fact.way is PointWay.GROUP):
        raise NotAllowed("group_of_one")


def check_joins(fact: a.PointsJoined, situation: Situation) -> None:
    """Refuse a theme of one point, of points that are not there, or of none with a title.

    Errors: as `check_work` and `check_sits`; NotAllowed `no_such_point`, `two_points_needed`.
    """
    check_work(situation)
    if not fact.points <= situation.work.points.keys():
        raise NotAllowed("no_such_point")
    if len(fact.points) < 2:
        raise NotAllowed("two_points_needed")
    check_sits(fact.holding, situation)


def check_agrees(fact: a.JoiningAgreed, situation: Situation) -> None:
    """Refuse that whoever joined points agrees to it, or anybody but those it is about.

    Errors: as `check_work` and `check_sits`; NotAllowed `no_such_theme`, `joined_them`,
        `not_affected`.
    """
    check_work(situation)
    theme = situation.work.themes.get(fact.theme)
    if theme is None:
        raise NotAllowed("no_such_theme")
    check_sits(fact.holding, situation)
    if theme.joined.fact.holding == fact.holding or theme.joined.by == situation.by:
        raise NotAllowed("joined_them")
    if not is_affected(fact.holding, situation):
        raise NotAllowed("not_affected")


def check_known(fact: Any, situation: Situation) -> None:
    """Refuse what is about no point and no theme of this work, or about one that was taken back.

    Errors: as `check_work`; NotAllowed `no_such_point`, `point_withdrawn`.
    """
    check_work(situation)
    work = situation.work
    if fact.point in work.themes:
        return
    point = work.points.get(fact.point)
    if point is None:
        raise NotAllowed("no_such_point")
    if point.withdrawn is not None:
        raise NotAllowed("point_withdrawn")


def check_answer(fact: a.PointAnswered, situation: Situation) -> None:
    """Refuse an answer without a reason. Errors: as `check_known`; NotAllowed `reason_needed`."""
    check_known(fact, situation)
    if fact.outcome is not PointOutcome.ADOPTED and not str(fact.reason).strip():
        raise NotAllowed("reason_needed")


CHECKS: Mapping[type[Fact], Callable[[Any, Situation], None]] = {
    a.PointPut: check_point,
    a.PointsJoined: check_joins,
    a.JoiningAgreed: check_agrees,
    a.PointLinked: check_known,
    a.PointAnswered: check_answer,
    a.PointConfirmed: check_known,
    a.PointWithdrawn: check_known,
    a.ContributorTold: check_known,
}
