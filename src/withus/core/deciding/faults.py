"""Why something is no rule: a code and where, never the text itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from withus.core.errors import Refusal

LONGEST = 30


class NotARule(Refusal):
    """Say that what was given cannot be used as a rule, and why."""


def shape(found: Any) -> str:
    """Tell what was found by its kind, or a short word or number as it stands."""
    if isinstance(found, str) and len(found) <= LONGEST and found.isprintable():
        return found
    if type(found) is int and abs(found) < 10**LONGEST:
        return str(found)
    return type(found).__name__


def names(keys: Iterable[Any]) -> str:
    """Tell names of fields in order, each as short as `shape` has it, and three at most."""
    told = sorted(map(shape, keys))
    return ", ".join([*told[:3], *(["..."] if len(told) > 3 else [])])
