"""How a point stands: whether it was answered, by itself or with its theme, and where it went."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from withus.core.facts.answering import PointAnswered, PointLinked
from withus.core.history.told import Told
from withus.core.history.work import Point, Theme, Work
from withus.core.words import PointOutcome

Themes = Mapping[str, tuple[Theme, ...]]


class PointStands(StrEnum):
    """What became of a point so far."""

    WAITS = "waits"  # nobody has answered it
    ADOPTED = "adopted"
    PARTLY = "partly"
    NOT = "not"
    WITHDRAWN = "withdrawn"


def is_agreed(theme: Theme) -> bool:
    """Tell whether somebody it is about agreed that the points of a theme belong together.

    Reads: joining.agreed.
    """
    return bool(theme.agreed)


def themes_of(work: Work) -> Themes:
    """Tell the themes of each point that is in any, in the order in which they were made.

    Reads: points.joined.
    """
    found: dict[str, tuple[Theme, ...]] = {}
    for theme in work.themes.values():
        for point in theme.joined.fact.points:
            found[point] = (*found.get(point, ()), theme)
    return found


def answers_to(point: Point, themes: tuple[Theme, ...]) -> tuple[Told[PointAnswered], ...]:
    """Tell every answer to a point, its own and those of its themes, in order of entry.

    Shape: an answer to a theme counts where agreement stands, and for no other.
    Reads: point.answered, joining.agreed.
    Source: findings.md, G3: one answer may serve a theme if an affected member agrees.
    """
    shared = (one for theme in themes if is_agreed(theme) for one in theme.answers)
    return tuple(sorted((*point.answers, *shared), key=lambda one: one.entry))


def links_of(point: Point, themes: tuple[Theme, ...]) -> tuple[Told[PointLinked], ...]:
    """Tell where a point went, by itself or with a theme, in order of entry.

    Reads: point.linked, joining.agreed.
    """
    shared = (one for theme in themes if is_agreed(theme) for one in theme.links)
    return tuple(sorted((*point.links, *shared), key=lambda one: one.entry))


def is_answer(answer: Told[PointAnswered]) -> bool:
    """Tell whether an answer counts as one: taken up, or with a reason of its own.

    Not: a reason given before on this work, which was pasted.
    Source: findings.md, G3.
    """
    fact = answer.fact
    return fact.outcome is PointOutcome.ADOPTED or fact.same_reason_as is None


def stands(point: Point, themes: tuple[Theme, ...]) -> PointStands:
    """Tell what became of a point: its last answer, unless it was taken back.

    Reads: point.answered, point.withdrawn.
    """
    if point.withdrawn is not None:
        return PointStands.WITHDRAWN
    answers = answers_to(point, themes)
    return PointStands(answers[-1].fact.outcome.value) if answers else PointStands.WAITS


def is_told(point: Point, themes: tuple[Theme, ...]) -> bool:
    """Tell whether whoever put a point was told of the last answer to it.

    Reads: contributor.told, point.answered.
    """
    answers = answers_to(point, themes)
    return bool(answers) and any(one.entry > answers[-1].entry for one in point.told)
