"""What the fold knows of a partnership and of a board: how they stand after an entry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from withus.core.facts import joining as f
from withus.core.facts import keeping as k
from withus.core.history.told import Told


@dataclass(frozen=True, slots=True)
class Holding:
    """Somebody in a place, from when they took it until they left."""

    taken: Told[f.PlaceTaken]
    left: Told[f.PlaceLeft] | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place on a board, and all who have held it, the first first."""

    made: Told[f.PlaceMade]
    ended: Told[f.PlaceEnded] | None = None
    holdings: tuple[Holding, ...] = ()

    @property
    def held(self) -> Holding | None:
        """Tell who holds the place now, or None if it is vacant."""
        last = self.holdings[-1] if self.holdings else None
        return last if last is not None and last.left is None else None


@dataclass(frozen=True, slots=True)
class Deputy:
    """Somebody whom a member chose to come in their stead."""

    named: Told[f.DeputyNamed]
    ended: Told[f.DeputyEnded] | None = None


@dataclass(frozen=True, slots=True)
class Mandate:
    """A mandate, and each time its holder told those who gave it."""

    granted: Told[f.MandateGranted]
    reports: tuple[Told[f.MandateReported], ...] = ()
    ended: Told[f.MandateEnded] | None = None


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


@dataclass(frozen=True, slots=True)
class Board:
    """A board as it stands. `odd` are entries that fit nothing before them."""

    opened: Told[f.BoardOpened] | None = None
    closed: Told[f.BoardClosed] | None = None
    places: Mapping[str, Place] = field(default_factory=dict)
    place_of: Mapping[str, str] = field(default_factory=dict)  # holding -> place
    rules: tuple[Told[f.RulesSet], ...] = ()
    deputies: Mapping[str, Deputy] = field(default_factory=dict)
    mandates: Mapping[str, Mandate] = field(default_factory=dict)
    said: Said = Said()
    odd: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class DutyHeld:
    """A duty, from when it was given until it was laid down."""

    given: Told[f.DutyGiven]
    ended: Told[f.DutyEnded] | None = None


@dataclass(frozen=True, slots=True)
class Partnership:
    """A partnership as it stands, beside its boards. `odd` are entries that fit nothing."""

    opened: Told[f.PartnershipOpened] | None = None
    closed: Told[f.PartnershipClosed] | None = None
    organisations: Mapping[str, Told[f.OrganisationJoined]] = field(default_factory=dict)
    duties: Mapping[str, DutyHeld] = field(default_factory=dict)
    erasures: tuple[Told[k.PersonErased], ...] = ()
    keys: tuple[Told[k.KeyReplaced], ...] = ()
    continues: Told[k.LogContinued] | None = None
    said: Said = Said()
    odd: tuple[int, ...] = ()
