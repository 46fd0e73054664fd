"""Meeting: what people are called to, what is brought to it, who came, and what is told of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from withus.core.facts.fact import Fact, SealedText, Stream
from withus.core.facts.forms import (
    ID,
    ADay,
    Id,
    IdOrNothing,
    OneOf,
    OrNothing,
    SetOf,
    Whole,
    Yes,
)
from withus.core.facts.rows import AMinute, TurnsTaken
from withus.core.words import Capacity, NeedsMet, Paper, Placed, Way

Ways = Annotated[frozenset[Way], SetOf(OneOf(Way))]
Holdings = Annotated[frozenset[str], SetOf(ID)]
InWhichCapacity = Annotated[Capacity | None, OrNothing(OneOf(Capacity))]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfMeeting(Fact):
    """Something about a meeting that was called."""

    STREAM: ClassVar[Stream] = Stream.REFERRED
    REFERS_BY: ClassVar[str] = "meeting"
    meeting: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingCalled(Fact):
    """A board was called to meet. `called_by` is null where somebody called it by their duty."""

    TYPE = "meeting.called.v1"
    STREAM = Stream.OWN
    MINTS = "meeting"
    meeting: Id
    board: Id
    starts: AMinute
    ends: AMinute
    ways: Ways
    called_by: InWhichCapacity
    where: SealedText


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingMoved(OfMeeting):
    """A meeting was put at another time or place."""

    TYPE = "meeting.moved.v1"
    starts: AMinute
    ends: AMinute
    ways: Ways
    where: SealedText
    reason: SealedText


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingCancelled(OfMeeting):
    """A meeting will not be held."""

    TYPE = "meeting.cancelled.v1"
    reason: SealedText


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingOpened(OfMeeting):
    """A meeting began, chaired by whoever holds these places: one, or several together."""

    TYPE = "meeting.opened.v1"
    chairs: Holdings


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingChaired(OfMeeting):
    """Others took the chair of a meeting under way: whoever holds these places."""

    TYPE = "meeting.chaired.v1"
    chairs: Holdings


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingClosed(OfMeeting):
    """A meeting came to its end."""

    TYPE = "meeting.closed.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemAsked(OfMeeting):
    """Somebody asked that the board talk about something; null: by a duty, not from a place."""

    TYPE = "item.asked.v1"
    MINTS = "item"
    item: Id
    capacity: InWhichCapacity
    title: SealedText


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemPlaced(Fact):
    """An item was put on the agenda, refused, or not reached."""

    TYPE = "item.placed.v1"
    STREAM = Stream.REFERRED
    REFERS_BY = "item"
    item: Id
    outcome: Annotated[Placed, OneOf(Placed)]
    order: Whole
    urgent: Yes
    private_by_law: Yes
    told_before: Yes
    reason: SealedText


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperOut(Fact):
    """A paper for an item was out in a form; `form_of` is the paper of which it is another form."""

    TYPE = "paper.out.v1"
    STREAM = Stream.REFERRED
    REFERS_BY = "item"
    MINTS = "paper"
    paper: Id
    item: Id
    form_of: IdOrNothing
    format: Annotated[Paper, OneOf(Paper)]
    day: ADay
    title: SealedText
    digest: SealedText


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedsLookedAt(OfMeeting):
    """Somebody looked whether what people need to take part was there."""

    TYPE = "needs.looked_at.v1"
    BY_NOBODY = True
    answer: Annotated[NeedsMet, OneOf(NeedsMet)]


@dataclass(frozen=True, slots=True, kw_only=True)
class PresenceNoted(OfMeeting):
    """Whoever holds a place came or left, or their deputy did."""

    TYPE = "presence.noted.v1"
    holding: Id
    deputy: IdOrNothing
    came: Yes
    way: Annotated[Way, OneOf(Way)]
    self_entered: Yes


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyNoted(OfMeeting):
    """How many were there in support, and to interpret: present, and never counted."""

    TYPE = "company.noted.v1"
    BY_NOBODY = True
    supporters: Whole
    interpreters: Whole


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemPaused(OfMeeting):
    """Somebody said: stop, I don't understand."""

    TYPE = "item.paused.v1"
    BY_NOBODY = True


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnsCounted(OfMeeting):
    """How often each who was there spoke or signed, those who never did too."""

    TYPE = "turns.counted.v1"
    BY_NOBODY = True
    turns: TurnsTaken


@dataclass(frozen=True, slots=True, kw_only=True)
class InterestDeclared(Fact):
    """Somebody said what they stand to gain or lose by an item, and whether they leave it."""

    TYPE = "interest.declared.v1"
    STREAM = Stream.REFERRED
    REFERS_BY = "item"
    item: Id
    holding: Id
    recused: Yes
    what: SealedText


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesDrafted(OfMeeting):
    """The minutes of a meeting were written, or written anew."""

    TYPE = "minutes.drafted.v1"
    version: Whole
    text: SealedText
    digest: SealedText


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesApproved(OfMeeting):
    """Some of those who were present said that the minutes are right."""

    TYPE = "minutes.approved.v1"
    version: Whole
    holdings: Holdings


FACTS = (
    MeetingCalled,
    MeetingMoved,
    MeetingCancelled,
    MeetingOpened,
    MeetingClosed,
    ItemAsked,
    ItemPlaced,
    PaperOut,
    NeedsLookedAt,
    PresenceNoted,
    CompanyNoted,
    ItemPaused,
    TurnsCounted,
    InterestDeclared,
    MinutesDrafted,
    MinutesApproved,
    MeetingChaired,
)
