"""Whether a board may decide now, as programs and the command have it: the same words as a page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from withus.core.deciding.room import Answer
from withus.core.errors import Refusal
from withus.core.rules.situation import NotAllowed
from withus.core.rules.taking import check_may_close_roll
from withus.saying.deciding.may_decide import told
from withus.saying.keeping.refusals import said


def document(ask: Callable[[], Answer]) -> dict[str, Any]:
    """Tell the answer; where the board may not decide, as closing the roll would be refused.

    Shape: `may`, and what a refusal has: code, parameters, sentence, remedy.
    """
    try:
        found = ask()
        if not found.may:
            check_may_close_roll(found)
    except NotAllowed as refusal:
        return refused(refusal)
    words = told(found)
    return {
        "may": True,
        "code": found.by_roll.decision.outcome.value if found.roll else "may_decide",
        "parameters": {"silent": len(found.silent)},
        "sentence": words.sentence,
        "remedy": words.remedy,
    }


def refused(refusal: Refusal) -> dict[str, Any]:
    """Tell a refusal as an answer."""
    wrong, then = said(refusal)
    return {
        "may": False,
        "code": refusal.code,
        "parameters": refusal.parameters,
        "sentence": wrong,
        "remedy": then,
    }
