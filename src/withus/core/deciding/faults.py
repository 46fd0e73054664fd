"""Why something is no rule: a code and where, never the text itself."""

from __future__ import annotations

from typing import Any

from withus.core.errors import Refusal


class NotARule(Refusal):
    """Say that what was given cannot be used as a rule, and why."""


def shape(found: Any) -> str:
    """Tell what was found by its kind, or a short word as it stands."""
    if isinstance(found, str) and len(found) <= 30:
        return found
    return type(found).__name__
