"""What came of a point: where it went, the answers with their reasons, who was told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from withus.core.answering.standing import answers_to, links_of, themes_of
from withus.core.facts.answering import PointConfirmed
from withus.core.history.told import Told
from withus.core.history.work import Point
from withus.core.words import PointOutcome, PointSays, ToldRoute
from withus.questions.answering import Spot
from withus.questions.works import WorkHere


@dataclass(frozen=True, slots=True)
class Went:
    """Where a point went, and since when."""

    kind: str  # revision, suggestion, decision
    number: int  # of the revision; else 0
    paragraph: int | None
    on: date
    entry: int
    to: str = ""


@dataclass(frozen=True, slots=True)
class AnswerSeen:
    """An answer, with its reason for those who may read it."""

    outcome: PointOutcome
    reason: str | None
    same_as: int | None
    on: date
    entry: int
    by_theme: bool


@dataclass(frozen=True, slots=True)
class Followed:
    """All that came of a point."""

    links: tuple[Went, ...]
    answers: tuple[AnswerSeen, ...]
    confirmed: PointSays | None
    typed: bool
    right: bool | None  # what was said of what was typed; None: nothing yet
    told: tuple[tuple[ToldRoute, date], ...]
    withdrawn: bool


def of_point(here: WorkHere, point: Point, words: Mapping[Spot, str]) -> Followed:
    """Return what came of a point; `words` are those that whoever asks may read."""
    themes = themes_of(here.state).get(point.put.fact.point, ())
    answers = answers_to(point, themes)
    own = {one.entry for one in point.answers}
    said = [one for one in here.state.said.confirmed if one.fact.entry == point.put.entry]
    return Followed(
        links=tuple(
            went(here, one.fact.to, one.fact.paragraph, one.day, one.entry)
            for one in links_of(point, themes)
        ),
        answers=tuple(
            AnswerSeen(
                outcome=one.fact.outcome,
                reason=words.get((one.entry, "reason")),
                same_as=one.fact.same_reason_as,
                on=one.day,
                entry=one.entry,
                by_theme=one.entry not in own,
            )
            for one in answers
        ),
        confirmed=last_said(point.confirmed),
        typed=point.put.typed_by is not None,
        right=said[-1].fact.right if said else None,
        told=tuple((one.fact.route, one.fact.day) for one in point.told),
        withdrawn=point.withdrawn is not None,
    )


def entries_of(here: WorkHere, point: Point) -> set[int]:
    """Tell the entries of the answers to a point, whose words are the reasons."""
    themes = themes_of(here.state).get(point.put.fact.point, ())
    return {one.entry for one in answers_to(point, themes)}


def last_said(confirmed: Told[PointConfirmed] | None) -> PointSays | None:
    """Tell what whoever put a point last said of where it went."""
    return confirmed.fact.says if confirmed else None


def went(here: WorkHere, to: str, paragraph: int | None, on: date, entry: int) -> Went:
    """Tell what a point went into."""
    if to in here.state.revisions:
        number = list(here.state.revisions).index(to) + 1
        return Went("revision", number, paragraph, on, entry, to)
    kind = "suggestion" if to in here.state.suggestions else "decision"
    return Went(kind, 0, None, on, entry, to)


def places(here: WorkHere) -> list[tuple[str, Went]]:
    """Return what a point can have gone into, the latest first: at most so many of each."""
    found = [
        *((name, one) for name, one in here.state.revisions.items()),
        *((name, one.made) for name, one in here.state.suggestions.items()),
    ]
    decided = [
        (one.taken.fact.decision, one.taken)
        for meeting in here.meetings.values()
        for motion in meeting.motions.values()
        for one in motion.decisions.values()
    ]
    every = sorted((*found, *decided), key=lambda each: -each[1].entry)[:100]
    return [(name, went(here, name, None, told.day, told.entry)) for name, told in every]
