"""Joining: which facts may follow from where a partnership and its board stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from withus.core.deciding.faults import NotARule
from withus.core.deciding.possible import check_can_be_met
from withus.core.deciding.reading import read_rules
from withus.core.deciding.voting import places_on
from withus.core.facts import joining as f
from withus.core.facts import keeping as k
from withus.core.facts.fact import Fact
from withus.core.history.deciding import motion_of
from withus.core.history.standing import in_force, outcome_of
from withus.core.history.state import Place
from withus.core.rules import (
    answering,
    deciding,
    drafting,
    framing,
    keeping,
    meeting,
    reopening,
    supporting,
)
from withus.core.rules.guarding import check_guarded
from withus.core.rules.practising import check_names_practice
from withus.core.rules.situation import NotAllowed, Situation, check_held, check_open, check_sense
from withus.core.words import MotionKind, Outcome

__all__ = ["NotAllowed", "Situation", "check_may_happen", "may_happen"]

AFTER_THE_END = (k.PersonErased, k.TextWithdrawn, k.KeyReplaced)
"""What people may still ask of a record once its partnership is closed, or its keeper must do."""


def may_happen(fact: Fact, situation: Situation) -> bool:
    """Tell whether a fact may follow from where things stand.

    Reads: the states under the lock, and the entry that the fact is about.
    """
    try:
        check_may_happen(fact, situation)
    except NotAllowed:
        return False
    return True


def check_may_happen(fact: Fact, situation: Situation) -> None:
    """Refuse a fact that may not follow from where things stand.

    Reads: the states under the lock, and the entry that the fact is about.
    Errors: NotAllowed with the rule as its code.
    """
    first = isinstance(fact, f.PartnershipOpened | k.LogContinued)
    if not first and situation.partnership.opened is None:
        raise NotAllowed("not_opened")
    over = situation.partnership.closed is not None
    if over and not first and not isinstance(fact, AFTER_THE_END):
        raise NotAllowed("partnership_closed")
    check_guarded(fact, situation)
    check = CHECKS.get(type(fact))
    if check is not None:
        check(fact, situation)


def check_may_open(fact: f.PartnershipOpened, situation: Situation) -> None:
    """Refuse to open a partnership twice, or without naming the practice before it.

    Errors: NotAllowed `already_opened`; those of `check_names_practice`.
    """
    if situation.partnership.opened is not None:
        raise NotAllowed("already_opened")
    check_names_practice(fact, situation)


def check_duty_stands(fact: f.DutyEnded, situation: Situation) -> None:
    """Refuse to lay down a duty that nobody has.

    Errors: NotAllowed `no_such_duty`, `until_before_from`.
    """
    held = situation.partnership.duties.get(fact.given)
    if held is None or held.ended is not None:
        raise NotAllowed("no_such_duty")
    if fact.until < held.given.fact.from_:
        raise NotAllowed("until_before_from")


def check_duty(fact: f.DutyGiven, situation: Situation) -> None:
    """Refuse a duty that ends before it begins, or on a board that is not open.

    Errors: NotAllowed `until_before_from`, `no_such_board`, `board_closed`.
    """
    check_sense(fact)
    if fact.board is not None:
        check_open(situation.other)


def check_may_open_board(fact: f.BoardOpened, situation: Situation) -> None:
    """Refuse to open a board twice, or under one of this partnership that is not open.

    Errors: NotAllowed `already_opened`, `no_such_board`, `board_closed`.
    Not: a board above in another partnership; this record cannot tell.
    """
    if situation.board.opened is not None:
        raise NotAllowed("already_opened")
    if fact.parent is not None and "#" not in fact.parent:
        check_open(situation.other)


def check_board(fact: Fact, situation: Situation) -> None:
    """Refuse what is about a board that is not open.

    Errors: NotAllowed `no_such_board`, `board_closed`.
    """
    check_open(situation.board)


def check_may_set_rules(fact: f.RulesSet, situation: Situation) -> None:
    """Refuse rules that cannot be read, that nobody could meet, or that would change the past.

    Not: rules in a record from before they were read; those stay as they are.
    Errors: NotAllowed `no_such_board`, `board_closed`, `rules_back_dated`; those of `read_rules`
        and `check_can_be_met`, with `rule`, the number of the one at fault.
    """
    check_board(fact, situation)
    check_decided(fact, situation)
    if any(fact.from_ < earlier.fact.from_ for earlier in situation.board.rules):
        raise NotAllowed("rules_back_dated")
    try:
        rules = read_rules(fact.rules)
        check_can_be_met(rules, places_on(situation.board, on=fact.from_), on=fact.from_)
    except NotARule as fault:
        raise NotAllowed(fault.code, fault.parameters) from fault


def check_decided(fact: f.RulesSet, situation: Situation) -> None:
    """Refuse rules of a board that has met, unless that very board decided them in a meeting.

    Formula: a decision on rules lets them be set once.
    Errors: NotAllowed `rules_undecided`, `no_such_decision`.
    """
    if fact.decision is None:
        if situation.met and situation.on is not None:
            raise NotAllowed("rules_undecided")
        return
    called = situation.meeting.called
    if called is None or called.fact.board != fact.board:
        raise NotAllowed("no_such_decision")
    if any(each.fact.decision == fact.decision for each in situation.board.rules):
        raise NotAllowed("rules_undecided")
    motion = motion_of(situation.meeting, fact.decision)
    taken = in_force(motion) if motion else None
    if motion is None or taken is None or taken.taken.fact.decision != fact.decision:
        raise NotAllowed("no_such_decision")
    if motion.put.fact.kind is not MotionKind.RULES or outcome_of(taken) is not Outcome.CARRIED:
        raise NotAllowed("no_such_decision")


def check_may_make_place(fact: f.PlaceMade, situation: Situation) -> None:
    """Refuse a place on a closed board, or one whose vote ends before it begins.

    Errors: NotAllowed `no_such_board`, `board_closed`, `until_before_from`.
    """
    check_board(fact, situation)
    check_sense(fact)


def check_may_take_place(fact: f.PlaceTaken, situation: Situation) -> None:
    """Refuse a place that is gone, or that somebody holds.

    Errors: NotAllowed `no_such_board`, `board_closed`, `no_such_place`, `place_ended`,
        `place_held`.
    """
    if in_being(fact.place, fact, situation).held is not None:
        raise NotAllowed("place_held")


def check_may_end_place(fact: f.PlaceEnded, situation: Situation) -> None:
    """Refuse to take away a place that somebody holds: they leave it first, or a board decides.

    Errors: as `check_may_take_place`.
    """
    if in_being(fact.place, fact, situation).held is not None:
        raise NotAllowed("place_held")


def check_may_leave_place(fact: f.PlaceLeft, situation: Situation) -> None:
    """Refuse to leave a place that one does not hold.

    Errors: NotAllowed `not_in_a_place`.
    """
    check_held(fact.holding, situation.board)


def check_may_name_deputy(fact: f.DeputyNamed, situation: Situation) -> None:
    """Refuse a deputy for a place that nobody holds.

    Errors: as `check_may_take_place`; `place_vacant`.
    """
    if in_being(fact.place, fact, situation).held is None:
        raise NotAllowed("place_vacant")


def check_may_end_deputy(fact: f.DeputyEnded, situation: Situation) -> None:
    """Refuse to end what a deputy no longer is.

    Errors: NotAllowed `no_such_deputy`.
    """
    deputy = situation.board.deputies.get(fact.deputy)
    if deputy is None or deputy.ended is not None:
        raise NotAllowed("no_such_deputy")


def check_may_grant_mandate(fact: f.MandateGranted, situation: Situation) -> None:
    """Refuse a mandate for somebody in no place, or given by more than there were.

    Errors: NotAllowed `no_such_board`, `board_closed`, `not_in_a_place`, `more_than_all`,
        `until_before_from`.
    """
    check_board(fact, situation)
    check_held(fact.holding, situation.board)
    check_sense(fact)


def check_mandate(fact: f.MandateReported | f.MandateEnded, situation: Situation) -> None:
    """Refuse what is about a mandate that does not stand.

    Errors: NotAllowed `no_such_mandate`.
    """
    mandate = situation.board.mandates.get(fact.mandate)
    if mandate is None or mandate.ended is not None:
        raise NotAllowed("no_such_mandate")


def in_being(place: str, fact: Fact, situation: Situation) -> Place:
    """Tell a place that has not ended, on a board that is open.

    Errors: NotAllowed `no_such_board`, `board_closed`, `no_such_place`, `place_ended`.
    """
    check_board(fact, situation)
    found = situation.board.places.get(place)
    if found is None:
        raise NotAllowed("no_such_place")
    if found.ended is not None:
        raise NotAllowed("place_ended")
    return found


CHECKS: Mapping[type[Fact], Callable[[Any, Situation], None]] = {
    **keeping.CHECKS,
    **meeting.CHECKS,
    **deciding.CHECKS,
    **reopening.CHECKS,
    **supporting.CHECKS,
    **framing.CHECKS,
    **drafting.CHECKS,
    **answering.CHECKS,
    f.PartnershipOpened: check_may_open,
    f.DutyGiven: check_duty,
    f.DutyEnded: check_duty_stands,
    f.BoardOpened: check_may_open_board,
    f.BoardClosed: check_board,
    f.RulesSet: check_may_set_rules,
    f.PlaceMade: check_may_make_place,
    f.PlaceEnded: check_may_end_place,
    f.PlaceTaken: check_may_take_place,
    f.PlaceLeft: check_may_leave_place,
    f.DeputyNamed: check_may_name_deputy,
    f.DeputyEnded: check_may_end_deputy,
    f.MandateGranted: check_may_grant_mandate,
    f.MandateReported: check_mandate,
    f.MandateEnded: check_mandate,
}
