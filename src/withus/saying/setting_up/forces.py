"""What may stand behind a rule, to choose from."""

from __future__ import annotations

from withus.core.deciding.rule import Force
from withus.saying.language import _


def forces() -> list[tuple[str, str]]:
    """Tell each force as an answer, the weakest first: it is what a new rule mostly has."""
    told = {
        Force.PROMISE: _("Our own promise"),
        Force.TERMS: _("Our terms of reference"),
        Force.CONSTITUTION: _("Our constitution"),
        Force.LAW: _("The law"),
    }
    return [(code.value, words) for code, words in told.items()]
