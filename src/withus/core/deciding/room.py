"""May this board decide now? By those in the room, and by where they have said they stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from withus.core.deciding.call import Call
from withus.core.deciding.decide import Seat
from withus.core.deciding.now import Stands, stands
from withus.core.deciding.outcome import meets, whom
from withus.core.deciding.rule import AtMost, MoreThan, Rule, RuleKind
from withus.core.facts.rows import Said
from withus.core.history.state import Board, Meeting, Motion
from withus.core.meeting.standing import here
from withus.core.words import Outcome, Position


@dataclass(frozen=True, slots=True)
class Standpoint:
    """Where somebody in the room has said they stand, until the roll is called.

    `came` is the entry by which they are in the room: whoever left and came back says it again.
    """

    holding: str
    position: Position
    came: int
    self_entered: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """What comes of a motion by those who have said where they stand, and if all in the room did.

    `silent` are the holdings in the room whose place has a vote on this, and who have not said.
    """

    roll: tuple[Said, ...]
    by_roll: Stands
    if_all_say: Stands
    silent: tuple[str, ...]

    @property
    def stands(self) -> Stands:
        """Tell how it stands: by the roll, or by the room before anybody has said anything.

        Formula: where both forbid it, by the room: it tells who is missing, not who is silent.
        """
        return self.if_all_say if not self.roll or self.lacks_people else self.by_roll

    @property
    def lacks_people(self) -> bool:
        """Tell whether the board may not decide, even if all in the room say where they stand."""
        both = (self.if_all_say, self.by_roll) if self.roll else (self.if_all_say,)
        return all(each.decision.outcome is Outcome.MAY_NOT for each in both)

    @property
    def may(self) -> bool:
        """Tell whether the board may decide now: a roll may be called, or the one called closed."""
        return not self.lacks_people and not (self.roll and self.waits_for_room)

    @property
    def waits_for_room(self) -> bool:
        """Tell whether those in the room who are silent must be asked before it can be decided."""
        may_not = self.by_roll.decision.outcome is Outcome.MAY_NOT
        return not self.lacks_people and (not self.roll or may_not)


def answer(
    board: Board, meeting: Meeting, motion: Motion, points: Iterable[Standpoint], *, on: date
) -> Answer:
    """Tell whether a board may decide now, and what would come of it.

    Shape: `points` are where people said they stand; those of who left since, the room or their
        place, count no more.
    Formula: `stands` by the roll of those in the room who have said, and by one in which all others
        in the room stand aside: a `present` rule counts them, and no rule counts them as agreeing.
    Errors: RulesUnreadable `rule_unreadable`.
    Source: rules.md, How it is worked out, 4.
    """
    held = {place.held.taken.fact.holding for place in board.places.values() if place.held}
    room = {name: came for name, came in here(meeting).items() if name in held}
    known = {each.holding: each for each in points}
    said = {
        name: each for name, each in known.items() if name in room and room[name].entry == each.came
    }
    whole, roll = [], []
    for name in sorted(room):
        one, came = said.get(name), room[name].fact
        row = Said(
            holding=name,
            position=one.position if one else Position.ASIDE,
            way=came.way,
            deputy=came.deputy,
            self_entered=one.self_entered if one else came.self_entered,
        )
        whole.append(row)
        if one is not None:
            roll.append(row)
    all_say = stands(board, meeting, motion, Call(roll=tuple(whole), on=on))
    by_roll = stands(board, meeting, motion, Call(roll=tuple(roll), on=on))
    counted = {seat.ref for seat in all_say.seats if seat.took is not None and not seat.recused}
    silent = (name for name in room if name not in said and board.place_of.get(name) in counted)
    return Answer(tuple(roll), by_roll, all_say, tuple(sorted(silent)))


@dataclass(frozen=True, slots=True)
class Count:
    """Of the places a rule asks for: how many there are, how many count, and how many it needs.

    `needed` is the least that meets it, or the most where the rule sets an upper bound.
    """

    there: int
    of: int
    needed: int


def count(rule: Rule, seats: Iterable[Seat]) -> Count:
    """Tell how far a `present` or `agree` rule is met.

    Shape: the seats of a roll-call; whoever is recused is left out, as in `decide`.
    Formula: those in the room of whom the rule is, or those of them who agree.
    Not: for `agree`, what was said before or after the meeting.
    """
    voting = [seat for seat in seats if not seat.recused]
    asked = [seat for seat in voting if whom(rule).includes(seat.place)]
    if rule.kind is RuleKind.PRESENT:
        there = sum(seat.took is not None for seat in asked)
    else:
        there = sum(seat.took is Position.AGREE for seat in asked)
    return Count(there, len(asked), needed(rule, voting, of=len(asked)))


def needed(rule: Rule, voting: Iterable[Seat], *, of: int) -> int:
    """Tell the least number that meets a rule, or the most where that is what it bounds.

    Formula: for `more_than`, one more than there are of the others in the room.
    """
    if isinstance(rule.bound, AtMost):
        return rule.bound.count
    if isinstance(rule.bound, MoreThan):
        others = rule.bound.who
        return 1 + sum(seat.took is not None and others.includes(seat.place) for seat in voting)
    if rule.bound is None:
        return 0
    return next((each for each in range(1, of + 1) if meets(rule.bound, each, of=of)), of + 1)
