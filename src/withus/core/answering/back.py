"""What somebody is told of what became of what they said."""

from __future__ import annotations

from dataclasses import dataclass

from withus.core.words import PointOutcome


@dataclass(frozen=True, slots=True)
class Back:
    """What somebody said, on which work, and what was answered to it."""

    name: str
    partnership: str
    work: str
    said: str
    outcome: PointOutcome
    reason: str
