"""The roll-call on a motion: each place with a vote, and all that is known of where it stands."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from withus.core.days import working_days_between
from withus.core.deciding.decide import Objection, Seat
from withus.core.deciding.rule import Rule
from withus.core.deciding.voting import votes_by_rule
from withus.core.deciding.who import Place
from withus.core.facts.meeting import PresenceNoted
from withus.core.facts.rows import Said
from withus.core.history.figures import in_force
from withus.core.history.state import Board, Deputy, Meeting, Motion, Taken
from withus.core.history.state import Place as Seated
from withus.core.history.told import Told
from withus.core.words import ConfirmedHow, ObjectionOutcome, Position

DAYS_TO_CONFIRM = 5  # working days, and as many to assent at most


@dataclass(frozen=True, slots=True)
class Assent:
    """Where somebody who was away stood afterwards, and on which working day they said so."""

    position: Position
    day: int


@dataclass(frozen=True, slots=True)
class Call:
    """Where those in the room stood on a day, and what was confirmed or assented to since."""

    roll: tuple[Said, ...]
    on: date
    elapsed: int = 0  # working days since
    confirmed: frozenset[str] = frozenset()  # holdings for which another entered it
    denied: frozenset[str] = frozenset()  # of whom it was said that it is not right
    assented: Mapping[str, Assent] = field(default_factory=dict)  # by holding
    entry: int | None = None  # of the roll-call, where it was recorded; None: it is called now


def call_of(taken: Taken, meeting: Meeting, *, today: date, closed: Container[date]) -> Call:
    """Tell a roll-call that was recorded, with what came after it.

    Shape: `closed` are the bank holidays.
    """
    one = taken.taken
    motion = meeting.motions[one.fact.motion]
    since = {
        each.fact.holding: Assent(
            each.fact.position, working_days_between(one.day, day, closed=closed)
        )
        for each in motion.assents
        if each.entry > one.entry and (day := counts_from(each, meeting)) is not None
    }
    right, wrong = said_of_rows(taken, meeting, closed=closed)
    return Call(
        roll=one.fact.roll,
        on=one.day,
        elapsed=working_days_between(one.day, today, closed=closed),
        confirmed=right,
        denied=wrong,
        assented=since,
        entry=one.entry,
    )


def said_of_rows(
    taken: Taken, meeting: Meeting, *, closed: Container[date]
) -> tuple[frozenset[str], frozenset[str]]:
    """Tell for which rows of a roll-call, entered by another, it was said to be right, or not.

    Formula: of the entry by which they came: whoever it is, or anybody who may confirm for another;
        or of the roll-call itself: whoever was in it, of their own row; a second person, of all
        rows that they did not type. What was
        said before the roll was called says nothing of it, nor what was said after its days, so
        that it is the same whenever it is asked; the last said holds.
    Source: rules.md, How it is worked out, 5.
    """
    found: dict[str, bool] = {}
    came = {row.holding: came_by(meeting, row.holding, taken) for row in taken.taken.fact.roll}
    for each in meeting.said.confirmed:
        whole = each.fact.entry == taken.taken.entry
        after = working_days_between(taken.taken.day, each.day, closed=closed)
        if each.entry < taken.taken.entry or after > DAYS_TO_CONFIRM:
            continue
        for holding, one in came.items():
            if one is None:
                continue
            own = each.fact.how is ConfirmedHow.SECOND_PERSON or each.by == one.by
            if each.fact.entry == one.entry or (whole and own and each.by != one.typed_by):
                found[holding] = each.fact.right
    return (
        frozenset(holding for holding, right in found.items() if right),
        frozenset(holding for holding, right in found.items() if not right),
    )


def came_by(meeting: Meeting, holding: str, taken: Taken) -> Told[PresenceNoted] | None:
    """Tell the entry by which somebody was there when the roll was called."""
    noted = [
        each
        for each in meeting.presence.get(holding, ())
        if each.entry < taken.taken.entry and each.fact.came
    ]
    return noted[-1] if noted else None


def seats(
    board: Board, meeting: Meeting, motion: Motion, call: Call, *, rules: Iterable[Rule]
) -> list[Seat]:
    """Tell each place with a vote on the day of a roll-call, and where whoever holds it stands.

    Shape: `rules` are those in force that day, by which some places may only vote from a day on.
        Whoever leaves an item may send a deputy of the same capacity, who is counted.
    Source: rules.md, How it is worked out, 1 to 5.
    """
    given = list(rules)
    rows = {row.holding: row for row in call.roll}
    words = [each for each in motion.before if is_their_word(each, meeting, before=call.entry)]
    said = {each.fact.holding: each.fact.position for each in words}
    recused, objecting = left_it(meeting, motion, before=call.entry), objections(motion)
    mandated = {
        each.granted.fact.holding for each in board.mandates.values() if in_force(each, day=call.on)
    }
    found = []
    for name, seated in board.places.items():
        holding = seated.held.taken.fact.holding if seated.held else ""
        place = as_rules_see(seated, mandated=holding in mandated)
        if not (has_vote(seated, on=call.on) and votes_by_rule(place, given, on=call.on)):
            continue
        row = rows.get(holding)
        gone = row is not None and (holding in call.denied or is_too_late(row, call))
        took = None if row is None or gone else counted(row, seated, board)
        after = call.assented.get(holding)
        found.append(
            Seat(
                ref=name,
                place=place,
                held=bool(holding),
                took=took,
                unconfirmed=row is not None
                and not row.self_entered
                and holding not in call.confirmed,
                said=said.get(holding),
                assented=after.day if after else None,
                assent=after.position if after else Position.AGREE,
                recused=holding in recused,
                by_deputy=row is not None and row.deputy is not None,
                objection=objecting.get(holding),
            )
        )
    return found


def is_too_late(row: Said, call: Call) -> bool:
    """Tell whether a row entered by another was not confirmed in its days."""
    open_still = row.self_entered or row.holding in call.confirmed
    return not open_still and call.elapsed > DAYS_TO_CONFIRM


def counted(row: Said, seated: Seated, board: Board) -> Position | None:
    """Tell a position; none of a deputy of another capacity, or whom somebody else once chose.

    Source: rules.md, How it is worked out, 3.
    """
    if row.deputy is None:
        return row.position
    deputy = board.deputies.get(row.deputy)
    if deputy is None or not chose(seated, deputy):
        return None
    same = deputy.named.fact.capacity is seated.made.fact.capacity
    return row.position if same else None


def chose(seated: Seated, deputy: Deputy) -> bool:
    """Tell whether whoever holds a place now chose a deputy: since they took it, not before."""
    return seated.held is not None and seated.held.taken.entry < deputy.named.entry


def has_vote(seated: Seated, *, on: date) -> bool:
    """Tell whether a place is in being, with a vote of its own on a day."""
    made = seated.made.fact
    begun = made.vote_from is None or made.vote_from <= on
    return seated.ended is None and begun and (made.vote_until is None or on < made.vote_until)


def as_rules_see(seated: Seated, *, mandated: bool) -> Place:
    """Tell of a place what rules can tell of it."""
    made = seated.made.fact
    return Place(made.capacity, made.kind, made.tags, made.chair, mandated)


def is_their_word(one: Told[Any], meeting: Meeting | Board, *, before: int | None = None) -> bool:
    """Tell whether what was said for a place counts: by whoever holds it, or confirmed.

    Shape: as `counts_from`.
    """
    return counts_from(one, meeting, before=before) is not None


def counts_from(
    one: Told[Any], meeting: Meeting | Board, *, before: int | None = None
) -> date | None:
    """Tell since which day what was said for a place counts; None: not yet.

    Shape: `before` is the entry of a roll-call, after which no confirmation changes it.
    Formula: what another typed counts once it is said to be right; the last said holds.
    Source: rules.md, How it is worked out, 5, on the side of those for whom it was typed.
    """
    if one.typed_by is None:
        return one.day
    said = [
        each
        for each in meeting.said.confirmed
        if each.fact.entry == one.entry and (before is None or each.entry < before)
    ]
    return said[-1].day if said and said[-1].fact.right else None


def left_it(meeting: Meeting, motion: Motion, *, before: int | None = None) -> frozenset[str]:
    """Tell the holdings of those who declared an interest in the item and leave it.

    Shape: `before` as of `is_their_word`.
    """
    last = {
        each.fact.holding: each.fact.recused
        for each in meeting.items[motion.put.fact.item].interests
        if is_their_word(each, meeting, before=before)
    }
    return frozenset(holding for holding, recused in last.items() if recused)


def objections(motion: Motion) -> dict[str, Objection]:
    """Tell whose objection stands: one not answered, or answered and still held."""
    found: dict[str, Objection] = {}
    for each in motion.objections.values():
        holding, answered = each.made.fact.holding, each.answered
        if answered is None:
            found[holding] = Objection.OPEN
        elif answered.fact.outcome is ObjectionOutcome.KEPT:
            found.setdefault(holding, Objection.KEPT)
    return found
