"""The plain mirror, as a board's page shows it: in sentences, in a table and as a picture."""

from __future__ import annotations

from typing import Any

from withus.core.deciding.each import LeftOut
from withus.core.words import AFFECTED
from withus.questions.joining import BoardSeen
from withus.saying import words
from withus.saying.deciding.mirror import both_sides, each_told, reflected
from withus.saying.joining import picture


def told(found: BoardSeen) -> dict[str, Any]:
    """Tell what the rules mean now, what from later days, and without whom it is decided."""
    means, changes = _means(found)
    return {
        "means": means,
        "changes": changes,
        "each": each_told(found.left_out),
        "sides": sides(found.left_out),
        "on_a_promise": found.on_a_promise,
    }


def _means(found: BoardSeen) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Tell what the rules mean now, and from each later day on which they mean something else."""
    told: list[dict[str, Any]] = []
    last: list[str] | None = None
    for day, each in (pair for rules in (found.rules, *found.later) for pair in rules.means):
        members, answers = reflected(each)
        new = {"members": members if members != last else [], "answers": answers}
        told.append({"day": words.day(day), **new})
        last = members
    return told[0], told[1:]


def sides(sorts: tuple[LeftOut, ...]) -> dict[str, Any]:
    """Draw the people it is about against all others, and tell what becomes of it."""
    them = {one.capacity: one for one in sorts if one.capacity in AFFECTED}
    rest = {one.capacity: one for one in sorts if one.capacity and one.capacity not in AFFECTED}
    if not them or not rest:
        return {}
    against = picture.drawn({code: (one.members, 0) for code, one in them.items() if code})
    agree = picture.drawn({code: (one.members, 0) for code, one in rest.items() if code})
    numbers = [sum(one.members for one in some.values()) for some in (them, rest)]
    (without,) = (one.without for one in sorts if one.capacity is None)
    no, yes, outcome = both_sides(*numbers, without=without)
    return {"no": no, "against": against, "yes": yes, "agree": agree, "outcome": outcome}
