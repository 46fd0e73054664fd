"""What the fold knows of a work: how it stands after an entry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from withus.core.facts import answering as a
from withus.core.facts import drafting as d
from withus.core.facts import framing as f
from withus.core.history.said import Said
from withus.core.history.told import Told


@dataclass(frozen=True, slots=True)
class Existing:
    """What there was before a work, and whether it was set aside since."""

    told: Told[f.ExistingTold]
    again: Told[f.BegunAgain] | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """How a work began before it was in the record, and what each said of that who was asked."""

    told: Told[f.StartAccounted]
    answers: tuple[Told[f.StartAnswered], ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Other words for a passage, what was said of them, and what became of them, last."""

    made: Told[d.SuggestionMade]
    discussed: tuple[Told[d.SuggestionDiscussed], ...] = ()
    ended: Told[d.SuggestionEnded] | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """What somebody put, where it went, what was answered, and what they say of it, last."""

    put: Told[a.PointPut]
    links: tuple[Told[a.PointLinked], ...] = ()
    answers: tuple[Told[a.PointAnswered], ...] = ()
    confirmed: Told[a.PointConfirmed] | None = None
    withdrawn: Told[a.PointWithdrawn] | None = None
    told: tuple[Told[a.ContributorTold], ...] = ()


@dataclass(frozen=True, slots=True)
class Theme:
    """Points that somebody brought together, who agreed, where they went, and the answers."""

    joined: Told[a.PointsJoined]
    agreed: tuple[Told[a.JoiningAgreed], ...] = ()
    links: tuple[Told[a.PointLinked], ...] = ()
    answers: tuple[Told[a.PointAnswered], ...] = ()


@dataclass(frozen=True, slots=True)
class Work:
    """A work as it stands. `odd` are entries that fit nothing before them."""

    opened: Told[f.WorkOpened] | None = None
    scope: tuple[Told[f.ScopeConfirmed], ...] = ()
    promised: tuple[Told[f.StepPromised], ...] = ()
    existing: Mapping[str, Existing] = field(default_factory=dict)
    accounts: Mapping[str, Account] = field(default_factory=dict)
    questions: Mapping[str, Told[f.QuestionProposed]] = field(default_factory=dict)
    agreed: tuple[Told[f.QuestionAgreed], ...] = ()
    revisions: Mapping[str, Told[d.RevisionMade]] = field(default_factory=dict)
    suggestions: Mapping[str, Suggestion] = field(default_factory=dict)
    points: Mapping[str, Point] = field(default_factory=dict)
    themes: Mapping[str, Theme] = field(default_factory=dict)
    said: Said = field(default_factory=Said)
    odd: tuple[int, ...] = ()
