"""Drafting: a plan, revision by revision, and what was suggested to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from withus.core.facts.fact import Fact, SealedText, Stream
from withus.core.facts.forms import Id, IdOrNothing, OneOf, OrNothing, Whole, Yes
from withus.core.facts.framing import Ids, OfWork
from withus.core.words import SuggestionOutcome, Version


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionMade(OfWork):
    """The plan was written, or written anew from its bases: one, or more where they are merged.

    The words are those of `contributor`, a holding, and null where whoever wrote holds no place;
    `scribe` is the holding of who wrote for them, if another did. `suggestion` is the one that was
    taken in whole: then the words are those of whoever made it, and of nobody else. `paragraphs`
    are digests of all paragraphs in order, one a line, with the place in the work of the revision
    that holds the words; `text` holds only those that no earlier revision holds: see core/drafting.
    `credits` names who put it into another form and who checked it, as they wish to be named.
    """

    TYPE = "revision.made.v1"
    MINTS = "revision"
    revision: Id
    bases: Ids
    contributor: IdOrNothing
    scribe: IdOrNothing
    version_of: Annotated[Version | None, OrNothing(OneOf(Version))]
    imported: Yes
    suggestion: IdOrNothing
    paragraphs: SealedText
    text: SealedText
    credits: SealedText


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionMade(Fact):
    """Somebody suggested other words for a paragraph of a revision, counted from 0."""

    TYPE = "suggestion.made.v1"
    STREAM = Stream.REFERRED
    REFERS_BY = "revision"
    MINTS = "suggestion"
    suggestion: Id
    revision: Id
    holding: IdOrNothing
    paragraph: Whole
    words: SealedText


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionDiscussed(Fact):
    """Somebody said something of a suggestion, before it was answered."""

    TYPE = "suggestion.discussed.v1"
    STREAM = Stream.REFERRED
    REFERS_BY = "suggestion"
    suggestion: Id
    holding: IdOrNothing
    words: SealedText


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionEnded(Fact):
    """What became of a suggestion, and in which revision."""

    TYPE = "suggestion.ended.v1"
    STREAM = Stream.REFERRED
    REFERS_BY = "suggestion"
    suggestion: Id
    outcome: Annotated[SuggestionOutcome, OneOf(SuggestionOutcome)]
    revision: IdOrNothing
    reason: SealedText


FACTS = (RevisionMade, SuggestionMade, SuggestionDiscussed, SuggestionEnded)
