"""Taking a decision: who may say where somebody stands, and whether the roll may be closed."""

from __future__ import annotations

from collections.abc import Iterable

from withus.core.deciding.call import left_it
from withus.core.deciding.decide import lacks_only_people
from withus.core.deciding.now import RulesUnreadable, Stands
from withus.core.deciding.room import Answer, Standpoint, answer
from withus.core.deciding.rule import Force, Rule
from withus.core.history.standing import in_force
from withus.core.history.state import Motion
from withus.core.meeting.standing import here
from withus.core.rules.acting import Acting
from withus.core.rules.deciding import MayNotDecide, check_undecided, day_of, motion_named
from withus.core.rules.in_meetings import check_runs
from withus.core.rules.meeting import check_meeting
from withus.core.rules.owning import taken_by
from withus.core.rules.rights import Act, may
from withus.core.rules.situation import NotAllowed, Situation, check_held
from withus.core.words import MeetingStage


def answer_now(motion: str, points: Iterable[Standpoint], situation: Situation) -> Answer:
    """Tell whether the board may decide on a motion now: asked by whoever looks and whoever acts.

    Errors: as `check_meeting`; NotAllowed `no_such_motion`, `decided_already`, `rule_unreadable`.
    """
    check_meeting(situation, MeetingStage.OPEN)
    return answer_to(check_undecided(motion, situation), points, situation)


def answer_to(motion: Motion, points: Iterable[Standpoint], situation: Situation) -> Answer:
    """Tell what comes of a motion, decided before or not: a roll may be called anew.

    Errors: NotAllowed `rule_unreadable`.
    """
    on = day_of(situation)
    try:
        return answer(situation.board, situation.meeting, motion, points, on=on)
    except RulesUnreadable as fault:
        raise NotAllowed(fault.code) from fault


def check_may_close_roll(found: Answer) -> None:
    """Refuse to close a roll without those whom a rule asks for, or before they were asked.

    Errors: MayNotDecide; NotAllowed `not_all_have_said`, with how many in the room have not.
    """
    if found.lacks_people:
        raise MayNotDecide(found.stands)
    if found.waits_for_room:
        raise NotAllowed("not_all_have_said", {"silent": len(found.silent)})


def broken_by_going_on(found: Stands) -> tuple[Rule, ...]:
    """Tell which promises of the board are broken where it goes on and says why.

    Formula: those unmet of which `lacks_only_people` is so.
    """
    return tuple(
        rule
        for rule in found.unmet
        if rule.force is Force.PROMISE and lacks_only_people(rule, found.seats)
    )


def check_stands(motion: str, holding: str, situation: Situation) -> Motion:
    """Refuse to say where somebody stands who is not in the room, or has left the item.

    Not: where a deputy is there for them, who has not left it.
    Errors: as `check_meeting`; NotAllowed `no_such_motion`, `not_in_a_place`, `not_here`,
        `has_left_item`.
    """
    check_meeting(situation, MeetingStage.OPEN)
    found = motion_named(motion, situation)
    check_held(holding, situation.board)
    came = here(situation.meeting).get(holding)
    if came is None:
        raise NotAllowed("not_here")
    if holding in left_it(situation.meeting, found) and came.fact.deputy is None:
        raise NotAllowed("has_left_item")
    return found


def check_says(found: Motion, holding: str, situation: Situation, acting: Acting) -> bool:
    """Refuse whoever may not say where somebody stands; tell whether it is for themselves.

    Formula: whoever holds the place, or the deputy who is there in their stead, for themselves and
        until it is decided; whoever chairs, or types for others, for anybody in the room. Only
        whoever chairs changes anything after that, to call the roll anew.
    Errors: NotAllowed `decided_already`, `not_your_own`, `not_yours_to_do`.
    """
    if in_force(found) is not None:
        check_runs(found.put.fact, situation, acting)
    if speaks_for(holding, situation) & acting.mine:
        return True
    if not may(Act.TYPE_FOR_OTHERS, acting.roles):
        check_chairs(found, situation, acting)
    return False


def check_chairs(found: Motion, situation: Situation, acting: Acting) -> None:
    """Refuse whoever neither chairs nor speaks for themselves.

    Errors: NotAllowed `not_your_own`.
    """
    try:
        check_runs(found.put.fact, situation, acting)
    except NotAllowed as fault:
        raise NotAllowed("not_your_own") from fault


def speaks_for(holding: str, situation: Situation) -> frozenset[int]:
    """Tell the entries that name whoever speaks for a place in the room: its holder, or a deputy.

    Source: rules.md, How it is worked out, 3: with a deputy there, the member cannot.
    """
    came = here(situation.meeting).get(holding)
    deputy = came.fact.deputy if came else None
    if deputy is None:
        taken = taken_by(situation.board, holding)
        return frozenset() if taken is None else frozenset({taken})
    return frozenset({situation.board.deputies[deputy].named.entry})
