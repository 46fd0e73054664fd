"""What a facilitator types for somebody about what is put to a meeting: it waits for their word."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from withus.actions.in_the_room import AtMeeting, whose
from withus.actions.joining import enter
from withus.core.facts import deciding as d
from withus.core.facts.fact import Fact
from withus.core.facts.meeting import InterestDeclared
from withus.core.rules.situation import NotAllowed
from withus.core.words import Position
from withus.stores.keys.locker import new_id
from withus.stores.record.append import Actor, locked
from withus.stores.record.states import meeting_state


class TypedSort(StrEnum):
    """What somebody said, or wrote, to be typed for them."""

    AGREES = "agrees"
    DISAGREES = "disagrees"
    OBJECTS = "objects"
    HAS_INTEREST = "has_interest"
    LEAVES_ITEM = "leaves_item"


@dataclass(frozen=True, slots=True)
class TypedWord:
    """For the holder of which place it is typed, what they said, and in which words."""

    motion: str
    holding: str
    sort: TypedSort
    words: str


def type_word(told: TypedWord, *, at: AtMeeting) -> int:
    """Enter what somebody said of a motion, typed for them; return the entry.

    Agreement counts, and so does that they leave the item, once it is confirmed; an objection is
    to be answered at once.
    Errors: NotAllowed `no_such_motion`, `typed_for_oneself`; those of the rules.
    """
    with locked(at.record):
        who = Actor(whose(at, told.holding), typed_by=at.by)
        return enter(_fact(told, at), record=at.record, by=who, now=at.now)[0]


def _fact(told: TypedWord, at: AtMeeting) -> Fact:
    with locked(at.record) as log:
        motion = meeting_state(log, at.meeting).motions.get(told.motion)
    if motion is None:
        raise NotAllowed("no_such_motion")
    if told.sort is TypedSort.OBJECTS:
        return d.ObjectionMade(
            motion=told.motion, objection=new_id(), holding=told.holding, reason=told.words
        )
    if told.sort in (TypedSort.HAS_INTEREST, TypedSort.LEAVES_ITEM):
        return InterestDeclared(
            item=motion.put.fact.item,
            holding=told.holding,
            recused=told.sort is TypedSort.LEAVES_ITEM,
            what=told.words,
        )
    kind = d.AssentGiven if motion.decisions else d.BeforeSaid
    position = Position.AGREE if told.sort is TypedSort.AGREES else Position.DISAGREE
    return kind(motion=told.motion, holding=told.holding, position=position, why=told.words)
