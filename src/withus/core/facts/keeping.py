"""Keeping the record: what is said about entries that are already in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any

from withus.core.facts.fact import Fact, SealedText, Stream
from withus.core.facts.forms import (
    ADay,
    Anything,
    Base64,
    Id,
    IdOrNothing,
    Named,
    OneOf,
    Root,
    Text,
    Whole,
    Yes,
)
from withus.core.words import (
    ChallengeGround,
    ChallengeOutcome,
    ConfirmedHow,
    ErasedGround,
    WithdrawnGround,
)

FieldName = Annotated[str, Text("field", re.compile(r"[a-z][a-z_]{0,39}"))]
Origin = Annotated[str, Text("origin", re.compile(r"[^\s+#@,\x00-\x1f]{1,200}"))]
KeyLine = Annotated[str, Named(longest=400)]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryConfirmed(Fact):
    """Whoever an entry is about said that it is right, or that it is not."""

    TYPE = "entry.confirmed.v1"
    STREAM = Stream.ENTRY
    entry: Whole
    how: Annotated[ConfirmedHow, OneOf(ConfirmedHow)]
    right: Yes


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryCorrected(Fact):
    """A clear field of an entry was wrong: this is what it should have said."""

    TYPE = "entry.corrected.v1"
    STREAM = Stream.ENTRY
    entry: Whole
    field: FieldName
    value: Annotated[Any, Anything()]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextWithdrawn(Fact):
    """A text was taken from view, on a ground that is shown, until a day to appeal by."""

    TYPE = "text.withdrawn.v1"
    STREAM = Stream.ENTRY
    entry: Whole
    path: FieldName
    ground: Annotated[WithdrawnGround, OneOf(WithdrawnGround)]
    appeal_by: ADay
    reason: SealedText


@dataclass(frozen=True, slots=True, kw_only=True)
class ChallengeRaised(Fact):
    """A member said that an entry is not so."""

    TYPE = "challenge.raised.v1"
    STREAM = Stream.ENTRY
    MINTS = "challenge"
    challenge: Id
    entry: Whole
    ground: Annotated[ChallengeGround, OneOf(ChallengeGround)]
    what: SealedText


@dataclass(frozen=True, slots=True, kw_only=True)
class ChallengeEnded(Fact):
    """A challenge was settled, or withdrawn by whoever raised it."""

    TYPE = "challenge.ended.v1"
    STREAM = Stream.REFERRED
    REFERS_BY = "challenge"
    challenge: Id
    outcome: Annotated[ChallengeOutcome, OneOf(ChallengeOutcome)]
    decision: IdOrNothing


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonErased(Fact):
    """Somebody's name and words were erased; how many openings went with them."""

    TYPE = "person.erased.v1"
    BY_NOBODY = True
    ground: Annotated[ErasedGround, OneOf(ErasedGround)]
    openings: Whole


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyReplaced(Fact):
    """Another key signs the record from here on; the key before it vouched for that."""

    TYPE = "key.replaced.v1"
    key: KeyLine
    signature: Base64


@dataclass(frozen=True, slots=True, kw_only=True)
class LogContinued(Fact):
    """A record was lost from an entry on, and goes on under another name: an honest fork."""

    TYPE = "log.continued.v1"
    origin: Origin
    size: Whole
    root: Root
    kept: Whole


FACTS = (
    EntryConfirmed,
    EntryCorrected,
    TextWithdrawn,
    ChallengeRaised,
    ChallengeEnded,
    PersonErased,
    KeyReplaced,
    LogContinued,
)
