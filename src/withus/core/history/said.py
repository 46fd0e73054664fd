"""What was said about entries, whatever they belong to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from withus.core.facts import keeping as k
from withus.core.history.told import Told


@dataclass(frozen=True, slots=True)
class Challenge:
    """What a member said was not so, and what became of it."""

    raised: Told[k.ChallengeRaised]
    ended: Told[k.ChallengeEnded] | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What was said about entries: confirmed, put right, taken from view, challenged."""

    confirmed: tuple[Told[k.EntryConfirmed], ...] = ()
    corrections: tuple[Told[k.EntryCorrected], ...] = ()
    withdrawn: tuple[Told[k.TextWithdrawn], ...] = ()
    challenges: Mapping[str, Challenge] = field(default_factory=dict)
