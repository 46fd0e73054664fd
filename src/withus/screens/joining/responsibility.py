"""Where the responsibility sits, as a board's page draws it: from the top down to this board."""

from __future__ import annotations

from typing import Any

from withus.questions.joining import BoardSeen
from withus.questions.responsibility import Step
from withus.saying import words
from withus.saying.joining import responsibility as saying
from withus.saying.joining.terms import level
from withus.screens.joining.drawing import counted


def drawn(found: BoardSeen) -> dict[str, Any]:
    """Tell the boards above a board, the top first, this one, and those below it."""
    above = found.above
    names = [one.name for one in above.steps]
    means = found.rules.means[0][1]
    top = above.steps[-1].means if above.steps else means
    return {
        "sits": saying.where(names, elsewhere=above.elsewhere, more=above.more),
        "sits_further": above.more or above.elsewhere is not None,
        "decides": "" if above.more or above.elsewhere else saying.who_decides(top),
        "cannot_tell": saying.cannot_tell(above.elsewhere),
        "above": [_step(one) for one in reversed(above.steps)],
        "here_decides": saying.who_decides(means),
        "below": found.below,
        "below_more": found.all_below - len(found.below),
    }


def _step(one: Step) -> dict[str, Any]:
    return {
        "origin": one.origin,
        "id": one.id,
        "name": one.name,
        "level": level(one.level),
        "closed": words.day(one.closed) if one.closed else "",
        "decides": saying.who_decides(one.means),
        **counted(one.count, name=f"above-{one.id}"),
    }
