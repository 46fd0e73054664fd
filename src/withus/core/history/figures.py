"""The figures that are published with a record, and worked out again by whoever checks it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from withus.core.history import standing
from withus.core.history.fold import History
from withus.core.history.state import Board, Mandate, Meeting, Partnership
from withus.core.history.work import Point, Work
from withus.core.proofs.canonical import Json
from withus.core.words import Capacity, OrganisationKind, Outcome


def figures(history: History) -> dict[str, Json]:
    """Tell the figures of a record at its last entry.

    Formula: counts of what the fold holds, on the log's day of the last entry.
    Shape: `size`; `entries` by type; `partnership`; `boards` by id.
    Unit: whole numbers of places, mandates, meetings, decisions and works, never of people.
    Reads: clear fields alone, so that erasing somebody changes no figure.
    Not: entries that fit nothing, which are counted by type and nowhere else.
    """
    day = history.day
    met: dict[str, list[Meeting]] = {name: [] for name in history.boards}
    for each in history.meetings.values():
        if each.called is not None:
            met.setdefault(each.called.fact.board, []).append(each)
    works: dict[str, list[Work]] = {name: [] for name in history.boards}
    for work in history.works.values():
        if work.opened is not None:
            works.setdefault(work.opened.fact.board, []).append(work)
    return {
        "size": history.size,
        "entries": dict(history.types),
        "partnership": of_partnership(history.partnership),
        "boards": {
            name: of_board(each, day=day) | of_meetings(each, met[name]) | of_works(works[name])
            for name, each in history.boards.items()
        },
    }


def of_partnership(state: Partnership) -> dict[str, Json]:
    """Tell the figures of a partnership apart from its boards.

    Shape: name and practice, null where it was never opened; organisations by kind; erasures.
    """
    opened = state.opened
    kinds = (each.fact.kind for each in state.organisations.values())
    return {
        "name": None if opened is None else opened.fact.name,
        "practice": None if opened is None else opened.fact.practice,
        "open": opened is not None and state.closed is None,
        "organisations": by_word(OrganisationKind, kinds),
        "erasures": len(state.erasures),
    }


def of_board(board: Board, *, day: date | None) -> dict[str, Json]:
    """Tell the figures of a board on a day.

    Formula: places in being are those made and not ended; vacant = in being - held.
    Unit: places, mandates and rules.
    """
    places = [each for each in board.places.values() if each.ended is None]
    held = [each for each in places if each.held is not None]
    opened = board.opened
    return {
        "name": None if opened is None else opened.fact.name,
        "level": None if opened is None else str(opened.fact.level),
        "open": opened is not None and board.closed is None,
        "places": by_word(Capacity, (each.made.fact.capacity for each in places)),
        "held": by_word(Capacity, (each.made.fact.capacity for each in held)),
        "vacant": len(places) - len(held),
        "mandates": sum(in_force(each, day=day) for each in board.mandates.values()),
        "rules": rules_in_force(board, day=day),
    }


def of_meetings(board: Board, meetings: Sequence[Meeting]) -> dict[str, Json]:
    """Tell the figures of a board's meetings, and of what was decided in them and elsewhere.

    Formula: held = opened; pauses are those in which somebody said stop; a decision counts by what
        came of it last, and not where another took its place; outside = told of as taken outside a
        rule or elsewhere.
    Shape: nothing at all for a board that was never called to meet, so that what was published
        before there were meetings is what follows still.
    Unit: meetings, items, decisions.
    """
    if not meetings and not board.reported:
        return {}
    motions = [motion for each in meetings for motion in each.motions.values()]
    taken = [one for motion in motions for one in [standing.in_force(motion)] if one is not None]
    return {
        "meetings": {
            "called": len(meetings),
            "cancelled": sum(each.cancelled is not None for each in meetings),
            "held": sum(each.opened is not None for each in meetings),
            "items": sum(len(each.items) for each in meetings),
            "pauses": sum(len(each.pauses) for each in meetings),
        },
        "decisions": {
            **by_word(Outcome, (standing.outcome_of(each) for each in taken)),
            "exceptions": sum(len(each.exceptions) for each in motions),
            "objections": sum(len(each.objections) for each in motions),
            "outside": len(board.reported),
        },
    }


def of_works(works: Sequence[Work]) -> dict[str, Json]:
    """Tell the figures of the works for which a board answers.

    Formula: a point is answered where it, or a theme that holds it, has an answer; one that was
        taken back counts nowhere.
    Shape: nothing at all for a board that answers for no work.
    Unit: works, questions, revisions, suggestions, points.
    """
    if not works:
        return {}
    points = [
        (name, point, work)
        for work in works
        for name, point in work.points.items()
        if point.withdrawn is None
    ]
    return {
        "works": {
            "opened": len(works),
            "questions": sum(bool(each.agreed) for each in works),
            "revisions": sum(len(each.revisions) for each in works),
            "suggestions": sum(len(each.suggestions) for each in works),
            "points": len(points),
            "answered": sum(is_answered(name, point, work) for name, point, work in points),
            "told": sum(bool(point.told) for _, point, _ in points),
        }
    }


def is_answered(name: str, point: Point, work: Work) -> bool:
    """Tell whether a point was answered, on its own or in a theme."""
    if point.answers:
        return True
    return any(name in each.joined.fact.points and each.answers for each in work.themes.values())


def in_force(mandate: Mandate, *, day: date | None) -> bool:
    """Tell whether a mandate is in force on a day.

    Formula: not ended, and from <= day < until; one without an `until` has no last day.
    """
    fact = mandate.granted.fact
    if mandate.ended is not None or day is None or day < fact.from_:
        return False
    return fact.until is None or day < fact.until


def rules_in_force(board: Board, *, day: date | None) -> int:
    """Tell how many rules of a board are in force on a day.

    Formula: of the last rules set whose own day has come, those with from <= day < until.
    Unit: rules.
    """
    if day is None:
        return 0
    begun = [each.fact for each in board.rules if each.fact.from_ <= day]
    return sum(holds(rule, day=day.isoformat()) for rule in begun[-1].rules) if begun else 0


def holds(rule: Any, *, day: str) -> bool:
    """Tell whether a rule holds on a day; one that names no day holds on each.

    Shape: a rule as it stands in the record; days as `YYYY-MM-DD`.
    """
    told: Mapping[str, Any] = rule if isinstance(rule, dict) else {}
    from_, until = told.get("from"), told.get("until")
    begun = not isinstance(from_, str) or from_ <= day
    return begun and (not isinstance(until, str) or day < until)


def by_word(words: type[StrEnum], found: Iterable[StrEnum]) -> dict[str, Json]:
    """Count by each word of a closed set, zeros too.

    Shape: word -> whole number.
    """
    counted = Counter(found)
    return {word.value: counted[word] for word in words}
