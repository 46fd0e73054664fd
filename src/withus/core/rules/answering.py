"""Answering: which of its facts may follow from where a work stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from withus.core.answering.reasons import is_no_answer
from withus.core.answering.standing import answers_to, is_agreed, is_told, links_of, themes_of
from withus.core.facts import answering as a
from withus.core.facts.fact import Fact
from withus.core.history.deciding import motion_of
from withus.core.history.work import Point, Theme, Work
from withus.core.rules.framing import check_sits, check_work, is_affected
from withus.core.rules.situation import NotAllowed, Situation
from withus.core.words import PointOutcome, PointWay

MOST_THEMES = 40  # that one point can be in


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

    Errors: as `check_work` and `check_sits`; NotAllowed `no_such_point`, `two_points_needed`,
        `title_needed`, `too_many_themes`.
    """
    check_work(situation)
    if not fact.points <= situation.work.points.keys():
        raise NotAllowed("no_such_point")
    if len(fact.points) < 2:
        raise NotAllowed("two_points_needed")
    if not str(fact.title).strip():
        raise NotAllowed("title_needed")
    themes = themes_of(situation.work)
    if any(len(themes.get(name, ())) >= MOST_THEMES for name in fact.points):
        raise NotAllowed("too_many_themes", {"most": MOST_THEMES})
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
    """Refuse an answer without a reason, or to a theme of which nobody has agreed that it is one.

    Errors: as `check_known`; NotAllowed `agreement_missing`, `reason_needed`, `no_answer`,
        `no_such_answer`.
    """
    check_known(fact, situation)
    theme = situation.work.themes.get(fact.point)
    if theme is not None and not is_agreed(theme):
        raise NotAllowed("agreement_missing")
    if fact.outcome is not PointOutcome.ADOPTED and not str(fact.reason).strip():
        raise NotAllowed("reason_needed")
    if is_no_answer(str(fact.reason)):
        raise NotAllowed("no_answer")
    if fact.same_reason_as not in {None, *answer_entries(situation.work)}:
        raise NotAllowed("no_such_answer")


def answer_entries(work: Work) -> tuple[int, ...]:
    """Tell the entries that answered a point or a theme of a work."""
    every: tuple[Point | Theme, ...] = (*work.points.values(), *work.themes.values())
    return tuple(one.entry for each in every for one in each.answers)


def check_link(fact: a.PointLinked, situation: Situation) -> None:
    """Refuse to say that a point went into what is not there.

    Shape: a revision or a suggestion of this work, or a decision.
    Errors: as `check_known`; NotAllowed `went_nowhere_known`.
    """
    check_known(fact, situation)
    work = situation.work
    here = fact.to in work.revisions or fact.to in work.suggestions
    if not here and motion_of(situation.meeting, fact.to) is None:
        raise NotAllowed("went_nowhere_known")


def check_says(fact: a.PointConfirmed, situation: Situation) -> None:
    """Refuse to say whether a point is where it went before anybody said that it went anywhere.

    Errors: as `check_known`; NotAllowed `went_nowhere_yet`.
    """
    check_known(fact, situation)
    point, themes = found(fact.point, situation.work)
    if not links_of(point, themes) and not answers_to(point, themes):
        raise NotAllowed("went_nowhere_yet")


def check_told(fact: a.ContributorTold, situation: Situation) -> None:
    """Refuse that somebody was told of no answer, twice of one, or on a day to come.

    Errors: as `check_known`; NotAllowed `no_such_point`, `not_answered_yet`, `told_already`,
        `day_to_come`.
    """
    check_known(fact, situation)
    point, themes = found(fact.point, situation.work)
    if not answers_to(point, themes):
        raise NotAllowed("not_answered_yet")
    if is_told(point, themes):
        raise NotAllowed("told_already")
    if situation.at is not None and fact.day > situation.at.date():
        raise NotAllowed("day_to_come")


def found(name: str, work: Work) -> tuple[Point, tuple[Theme, ...]]:
    """Tell a point and its themes.

    Errors: NotAllowed `no_such_point`, of a theme too.
    """
    point = work.points.get(name)
    if point is None:
        raise NotAllowed("no_such_point")
    return point, themes_of(work).get(name, ())


CHECKS: Mapping[type[Fact], Callable[[Any, Situation], None]] = {
    a.PointPut: check_point,
    a.PointsJoined: check_joins,
    a.JoiningAgreed: check_agrees,
    a.PointLinked: check_link,
    a.PointAnswered: check_answer,
    a.PointConfirmed: check_says,
    a.PointWithdrawn: check_known,
    a.ContributorTold: check_told,
}
