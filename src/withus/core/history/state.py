"""What the fold knows of a partnership, its boards, meetings and works: how each stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from withus.core.facts import deciding as d
from withus.core.facts import joining as f
from withus.core.facts import keeping as k
from withus.core.facts import meeting as m
from withus.core.facts import supporting as s
from withus.core.history.said import Said
from withus.core.history.told import Told
from withus.core.history.work import Work


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
class Board:
    """A board as it stands. `odd` are entries that fit nothing before them."""

    opened: Told[f.BoardOpened] | None = None
    closed: Told[f.BoardClosed] | None = None
    places: Mapping[str, Place] = field(default_factory=dict)
    place_of: Mapping[str, str] = field(default_factory=dict)  # holding -> place
    rules: tuple[Told[f.RulesSet], ...] = ()
    deputies: Mapping[str, Deputy] = field(default_factory=dict)
    mandates: Mapping[str, Mandate] = field(default_factory=dict)
    reported: tuple[Told[d.DecisionReported], ...] = ()
    law: tuple[Told[d.LawTold], ...] = ()  # each time somebody said whether it is all entered
    said: Said = field(default_factory=Said)
    odd: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """Something that somebody asked a meeting to talk about, and what became of that, last."""

    asked: Told[m.ItemAsked]
    placed: Told[m.ItemPlaced] | None = None
    papers: Mapping[str, Told[m.PaperOut]] = field(default_factory=dict)
    interests: tuple[Told[m.InterestDeclared], ...] = ()


@dataclass(frozen=True, slots=True)
class Objection:
    """A reason why something must not be decided so, and what became of it, last."""

    made: Told[d.ObjectionMade]
    answered: Told[d.ObjectionAnswered] | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """A roll-call, and what became of what was decided by it."""

    taken: Told[d.DecisionTaken]
    settled: Told[d.DecisionSettled] | None = None
    lapsed: Told[d.DecisionLapsed] | None = None
    reversed: Told[d.DecisionReversed] | None = None
    signed: tuple[Told[d.DecisionSigned], ...] = ()


@dataclass(frozen=True, slots=True)
class Motion:
    """What a meeting was asked to decide, and all that was said to it. `decisions` by their id."""

    put: Told[d.MotionPut]
    before: tuple[Told[d.BeforeSaid], ...] = ()
    assents: tuple[Told[d.AssentGiven], ...] = ()
    exceptions: tuple[Told[d.ExceptionMade], ...] = ()
    objections: Mapping[str, Objection] = field(default_factory=dict)
    decisions: Mapping[str, Taken] = field(default_factory=dict)
    reopens: Told[d.DecisionReopened] | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting as it stands. `odd` are entries that fit nothing before them."""

    called: Told[m.MeetingCalled] | None = None
    moved: tuple[Told[m.MeetingMoved], ...] = ()
    cancelled: Told[m.MeetingCancelled] | None = None
    opened: Told[m.MeetingOpened] | None = None
    chaired: tuple[Told[m.MeetingChaired], ...] = ()  # by others, since it was opened
    closed: Told[m.MeetingClosed] | None = None
    items: Mapping[str, AgendaItem] = field(default_factory=dict)
    motions: Mapping[str, Motion] = field(default_factory=dict)
    presence: Mapping[str, tuple[Told[m.PresenceNoted], ...]] = field(default_factory=dict)
    needs: tuple[Told[m.NeedsLookedAt], ...] = ()
    company: Told[m.CompanyNoted] | None = None
    pauses: tuple[Told[m.ItemPaused], ...] = ()
    turns: Told[m.TurnsCounted] | None = None
    drafts: tuple[Told[m.MinutesDrafted], ...] = ()
    approvals: tuple[Told[m.MinutesApproved], ...] = ()
    said: Said = field(default_factory=Said)
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
    needs: tuple[Told[s.NeedsCounted], ...] = ()
    said: Said = field(default_factory=Said)
    odd: tuple[int, ...] = ()


State = Board | Meeting | Work | Partnership
