"""What stands open to a reader on the home of a partnership."""

from __future__ import annotations

from typing import Any

from withus.core.words import AFFECTED
from withus.questions.joining import BoardLine
from withus.saying.joining import board as saying


def room(one: BoardLine) -> dict[str, Any]:
    """Tell the places of a board for the people it is about that nobody holds."""
    tallies = one.count.by_capacity
    vacant = {code: each.vacant for code, each in tallies.items() if code in AFFECTED}
    return {"id": one.id, "name": one.name, "vacant": saying.waiting(vacant)}
