"""Whose words, by capacity; and which of them are older than anybody whom the work is about."""

from __future__ import annotations

from withus.core.framing.beginning import capacity_of
from withus.core.framing.presence import earliest, sittings
from withus.core.framing.seen import WorkSeen
from withus.core.words import AFFECTED

UNPLACED = "unplaced"
"""In the place of a capacity: whoever wrote held no place."""


def capacities(seen: WorkSeen) -> list[str]:
    """Tell in what capacity each text of a plan was written, the first one first.

    Reads: revision.made of the plan itself; a version in another form has no authors of its own.
    Not: who typed. Words belong to whoever they were written for.
    """
    found = []
    for one in seen.work.revisions.values():
        if one.fact.version_of is None:
            holding = one.fact.contributor
            capacity = capacity_of(holding, seen) if holding else None
            found.append(capacity.value if capacity else UNPLACED)
    return found


def before_them(seen: WorkSeen) -> int:
    """Tell how many texts of a plan are older than the first affected person's presence.

    Formula: the texts, from the first on, that were made when nobody affected had come yet.
    """
    came = [
        one.from_
        for board in seen.boards.values()
        for one in sittings(board, witnessed=seen.witnessed)
        if one.capacity in AFFECTED and not one.upheld
    ]
    made = [earliest(one) for one in seen.work.revisions.values() if one.fact.version_of is None]
    if not came:
        return len(made)
    first = min(came)
    return next((at for at, when in enumerate(made) if when > first), len(made))
