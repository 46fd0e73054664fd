"""May this board decide now, and what comes of it: the roll-call, and what was said without it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain, product
from math import prod

from withus.core.deciding.outcome import Stance, agreed, casting, present, whom
from withus.core.deciding.rule import Force, Rule, RuleKind
from withus.core.deciding.who import Place
from withus.core.words import Outcome, Position

MOST_WAYS = 512  # in which some of what another entered may be confirmed


class Objection(StrEnum):
    """Where an objection stands."""

    OPEN = "open"  # nobody has answered it
    KEPT = "kept"  # answered, and whoever made it still holds it


@dataclass(frozen=True, slots=True)
class Seat:
    """A place with a vote, perhaps vacant, and all that is known of where its holder stands.

    `took` is what was said in the room, by the holder or by a deputy of the same capacity; a deputy
    of another is there and is not counted, which is None here. `said` was said before; `assented`
    is the working day after the decision on which somebody who was not there said `assent`.
    """

    ref: str
    place: Place
    held: bool = True
    took: Position | None = None
    unconfirmed: bool = False  # `took` was entered by another, and whose it is has not said so yet
    said: Position | None = None
    assented: int | None = None
    assent: Position = Position.AGREE
    recused: bool = False
    objection: Objection | None = None
    by_deputy: bool = False  # `took` is what a deputy said

    @property
    def counts(self) -> bool:
        """Tell whether a place counts: not where its holder leaves the item and sends no deputy."""
        return not self.recused or (self.by_deputy and self.took is not None)


@dataclass(frozen=True, slots=True)
class Decision:
    """What comes of a motion, and by which rules."""

    outcome: Outcome
    unmet: tuple[Rule, ...] = ()
    waiting_for: tuple[str, ...] = ()  # places that could still assent
    days: int = 0  # working days within which they may
    to_answer: tuple[str, ...] = ()  # places whose objection nobody has answered
    to_confirm: tuple[str, ...] = ()  # places for which another entered what makes the difference

    @property
    def force(self) -> Force | None:
        """Tell the strongest force behind what is unmet: it speaks, and all are listed."""
        forces = [rule.force for rule in self.unmet]
        return next((each for each in Force if each in forces), None)


def decide(rules: Iterable[Rule], seats: Sequence[Seat], *, elapsed: int = 0) -> Decision:
    """Tell what comes of a motion as things stand.

    Shape: the rules in force that bind the motion; a seat for each place in being with a vote on
        that day, vacant ones too; the working days that have gone by since the roll-call.
    Formula: whoever is recused leaves every count, unless they send a deputy; a position entered by
        another is worked out with and without, in all ways in which some of them may be confirmed
        and others not, and where that makes a difference it is unsettled; an objection nobody has
        answered: may not; then as `outcome`, where an `agree` rule that those who were away and
        have said nothing could still meet makes it wait, until its days are over.
    Not: the forms of the roll-call; who may take it. A number in a rule does not shrink.
    Source: rules.md, How it is worked out, 2 to 9.
    """
    binding = list(rules)
    found = settled(binding, seats, elapsed=elapsed)
    unsure = tuple(s.ref for s in seats if s.unconfirmed and s.counts and s.took is not None)
    if not unsure:
        return found
    ways = [settled(binding, each, elapsed=elapsed) for each in if_confirmed(seats)]
    if all(each.outcome is found.outcome for each in ways):
        return found
    waited = {ref for each in ways for ref in each.waiting_for} - {*unsure}
    return Decision(
        Outcome.UNSETTLED,
        unmet=next((each.unmet for each in (*ways, found) if each.unmet), ()),
        waiting_for=tuple(seat.ref for seat in seats if seat.ref in waited),
        days=max(each.days for each in ways),
        to_confirm=unsure,
    )


def if_confirmed(seats: Sequence[Seat]) -> Iterator[list[Seat]]:
    """Yield the places as they would stand if some that wait to be confirmed never were.

    Shape: none of them first. Of several alike only how many are confirmed matters; where that is
        still too much to work out: none, each alone, and all but each.
    """
    unsure = [n for n, seat in enumerate(seats) if seat.unconfirmed and seat.took is not None]
    alike: dict[Seat, list[int]] = {}
    for number in unsure:
        alike.setdefault(replace(seats[number], ref=""), []).append(number)
    if prod(len(each) + 1 for each in alike.values()) <= MOST_WAYS:
        some = [[each[:count] for count in range(len(each) + 1)] for each in alike.values()]
        chosen = [set(chain(*way)) for way in product(*some)]
    else:
        chosen = [set(), *({n} for n in unsure), *({*unsure} - {n} for n in unsure)]
    for kept in chosen:
        lost = {*unsure} - kept
        yield [replace(s, took=None) if n in lost else s for n, s in enumerate(seats)]


def settled(rules: Sequence[Rule], seats: Sequence[Seat], *, elapsed: int) -> Decision:
    """Tell what comes of a motion where nothing waits to be confirmed."""
    seats = [seat for seat in seats if seat.counts]
    unanswered = tuple(seat.ref for seat in seats if seat.objection is Objection.OPEN)
    if unanswered:
        return Decision(Outcome.MAY_NOT, to_answer=unanswered)
    room = [stance(seat, seat.took) for seat in seats]
    absent = [rule for rule in rules if rule.kind is RuleKind.PRESENT and not present(rule, room)]
    if absent:
        return Decision(Outcome.MAY_NOT, unmet=tuple(absent))
    cast = casting(rules, room)
    unmet = [rule for rule in rules if not agreed(rule, counted(rule, seats), cast=cast)]
    if not unmet:
        decides = any(rule.kind is RuleKind.AGREE for rule in rules)
        return Decision(Outcome.CARRIED if decides else Outcome.ADVISED)
    return late(unmet, seats, cast=cast, elapsed=elapsed)


def late(unmet: Sequence[Rule], seats: Sequence[Seat], *, cast: bool, elapsed: int) -> Decision:
    """Tell whether those who were away can still meet what is unmet, could once, or never could.

    Each rule has its own days; all that is unmet must be such a rule, or waiting helps nobody.
    """
    hoped = {rule.id: with_assent(rule, seats) for rule in unmet}
    if not all(rule.late and agreed(rule, hoped[rule.id], cast=cast) for rule in unmet):
        return Decision(Outcome.NOT_CARRIED, unmet=tuple(unmet))
    days = min(rule.late for rule in unmet)
    if elapsed > days:
        return Decision(Outcome.LAPSED, unmet=tuple(unmet))
    refs = tuple(
        seat.ref
        for seat in seats
        if is_silent(seat) and any(whom(rule).includes(seat.place) for rule in unmet)
    )
    return Decision(Outcome.WAITING, unmet=tuple(unmet), waiting_for=refs, days=days)


def lacks_only_people(rule: Rule, seats: Sequence[Seat]) -> bool:
    """Tell whether a rule is short of people alone: in the room, or who could still agree later.

    Not: an `agree` rule that those who voted did not meet. To go on without a promise is not to
        carry what was lost.
    Source: rules.md, How it is worked out, 8 and 9.
    """
    voting = [seat for seat in seats if seat.counts]
    late = bool(rule.late) and agreed(rule, with_assent(rule, voting), cast=False)
    return rule.kind is RuleKind.PRESENT or late


def counted(rule: Rule, seats: Sequence[Seat]) -> list[Stance]:
    """Tell the positions that count in a rule, on both sides of its share.

    What was taken in the room replaces what was said before. Not here: neither counts in a rule
    without `before`, nor assent in one without `late`, or after its days.
    """
    found = []
    for seat in seats:
        position = seat.took
        if position is None and rule.before:
            position = seat.said
        if position is None and seat.assented is not None and seat.assented <= rule.late:
            position = seat.assent
        found.append(stance(seat, position))
    return found


def with_assent(rule: Rule, seats: Sequence[Seat]) -> list[Stance]:
    """Tell the positions as they would be if everybody who is silent assented in time."""
    hoped = [
        replace(seat, assented=1, assent=Position.AGREE) if is_silent(seat) else seat
        for seat in seats
    ]
    return counted(rule, hoped)


def is_silent(seat: Seat) -> bool:
    """Tell whether somebody was away and has said nothing, before or after."""
    return seat.held and seat.took is None and seat.said is None and seat.assented is None


def stance(seat: Seat, position: Position | None) -> Stance:
    """Tell where a seat stands; an objection that was kept stops only what asks for none."""
    return Stance(seat.place, position, objects=seat.objection is not None)
