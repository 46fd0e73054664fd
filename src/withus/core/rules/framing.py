"""Framing: which of its facts may follow from where a work and its boards stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from withus.core.facts import framing as f
from withus.core.facts.circumstances import HOST
from withus.core.facts.fact import Fact
from withus.core.history.deciding import motion_of
from withus.core.history.standing import in_force, outcome_of
from withus.core.history.state import Board, Motion
from withus.core.rules.situation import NotAllowed, Situation, check_held, check_open
from withus.core.words import AFFECTED, ExistingKind, MotionKind, Outcome, Position

MOST_BOARDS = 40  # beside the one that answers


def check_work(situation: Situation) -> None:
    """Refuse what is about a work that was never opened, or whose board is closed.

    Errors: NotAllowed `no_such_work`, `no_such_board`, `board_closed`.
    """
    if situation.work.opened is None:
        raise NotAllowed("no_such_work")
    check_open(situation.board)


def check_may_open_work(fact: f.WorkOpened, situation: Situation) -> None:
    """Refuse a work of boards that are not open, of too many, or of the one that answers twice.

    Errors: NotAllowed `no_such_board`, `board_closed`, `too_many_boards`.
    """
    check_open(situation.board)
    if len(fact.boards) > MOST_BOARDS:
        raise NotAllowed("too_many_boards", {"most": MOST_BOARDS})
    for name in sorted(fact.boards):
        check_open(None if name == fact.board else situation.beside.get(name))


def check_scope(fact: f.ScopeConfirmed, situation: Situation) -> None:
    """Refuse that one person speaks, or types, for both sides.

    Errors: as `check_work`; NotAllowed `gave_the_other`.
    """
    check_work(situation)
    others = [each for each in situation.work.scope if each.fact.side is not fact.side]
    who = {name for each in others for name in (each.by, each.typed_by)} - {HOST, None}
    if situation.by in who or situation.typed_by in who:
        raise NotAllowed("gave_the_other")


def check_existing(fact: f.ExistingTold, situation: Situation) -> None:
    """Refuse an earlier plan of no day, or of one to come, or of a practice run that never was.

    Errors: as `check_work`; NotAllowed `nothing_practised`, `since_missing`, `day_to_come`.
    """
    check_work(situation)
    opened = situation.partnership.opened
    if fact.practised and (opened is None or opened.fact.follows is None):
        raise NotAllowed("nothing_practised")
    if fact.since is None and fact.kind is not ExistingKind.FIXED:
        raise NotAllowed("since_missing")
    if fact.since is not None and situation.at is not None and fact.since > situation.at.date():
        raise NotAllowed("day_to_come")


def check_begins_again(fact: f.BegunAgain, situation: Situation) -> None:
    """Refuse to set aside what is fixed or set aside already, or without the board's decision.

    Shape: the decision names what is set aside, and somebody it is about agreed to it.
    Errors: as `check_work`; NotAllowed `no_such_existing`, `fixed_by_law`, `set_aside_already`,
        `no_such_decision`, `without_those_affected`.
    """
    check_work(situation)
    found = situation.work.existing.get(fact.existing)
    if found is None:
        raise NotAllowed("no_such_existing")
    if found.told.fact.kind is ExistingKind.FIXED:
        raise NotAllowed("fixed_by_law")
    if found.again is not None:
        raise NotAllowed("set_aside_already")
    motion = check_carried(fact.decision, situation, about=fact.existing)
    roll = motion.decisions[fact.decision].taken.fact.roll
    agreeing = {row.holding for row in roll if row.position is Position.AGREE}
    if not any(is_affected(holding, situation) for holding in agreeing):
        raise NotAllowed("without_those_affected")


def check_account(fact: f.StartAccounted, situation: Situation) -> None:
    """Refuse an account that says nothing, of a day to come, or that asks not all affected members.

    Errors: as `check_work`; NotAllowed `day_to_come`, `nothing_written`, `not_in_a_place`,
        `all_affected_asked`.
    """
    check_work(situation)
    if situation.at is not None and fact.started > situation.at.date():
        raise NotAllowed("day_to_come")
    if not str(fact.words).strip():
        raise NotAllowed("nothing_written")
    for holding in sorted(fact.asked):
        check_held(holding, situation.board)
    if not affected_holdings(situation.board) <= fact.asked:
        raise NotAllowed("all_affected_asked")


def affected_holdings(board: Board) -> frozenset[str]:
    """Tell from which places of the people it is about somebody speaks on a board now."""
    return frozenset(
        place.held.taken.fact.holding
        for place in board.places.values()
        if place.held and place.made.fact.capacity in AFFECTED
    )


def check_answer(fact: f.StartAnswered, situation: Situation) -> None:
    """Refuse an answer to no account, or from a place that was not asked or is held no more.

    Errors: as `check_work`; NotAllowed `no_such_account`, `not_asked`, `not_in_a_place`.
    """
    check_work(situation)
    found = situation.work.accounts.get(fact.account)
    if found is None:
        raise NotAllowed("no_such_account")
    if fact.holding not in found.told.fact.asked:
        raise NotAllowed("not_asked")
    check_sits(fact.holding, situation)


def check_proposal(fact: f.QuestionProposed, situation: Situation) -> None:
    """Refuse a proposal that joins what nobody proposed, says nothing, or is from no place held.

    Errors: as `check_work`; NotAllowed `no_such_question`, `nothing_written`, `not_in_a_place`.
    """
    check_work(situation)
    if not fact.joins <= situation.work.questions.keys():
        raise NotAllowed("no_such_question")
    if not str(fact.words).strip():
        raise NotAllowed("nothing_written")
    check_sits(fact.holding, situation)


def check_question(fact: f.QuestionAgreed, situation: Situation) -> None:
    """Refuse a question that the board that answers did not decide.

    Errors: as `check_work`; NotAllowed `no_such_question`, `no_such_decision`.
    """
    check_work(situation)
    if fact.question not in situation.work.questions:
        raise NotAllowed("no_such_question")
    check_carried(fact.decision, situation, about=fact.question, kind=MotionKind.QUESTION)


def check_carried(
    decision: str, situation: Situation, *, about: str, kind: MotionKind | None = None
) -> Motion:
    """Tell the motion by which a board of the work carried something; refuse any other decision.

    Errors: NotAllowed `no_such_decision`.
    """
    called, opened = situation.meeting.called, situation.work.opened
    boards = {opened.fact.board, *opened.fact.boards} if opened else set()
    motion = motion_of(situation.meeting, decision)
    taken = in_force(motion) if motion else None
    if called is None or called.fact.board not in boards or motion is None or taken is None:
        raise NotAllowed("no_such_decision")
    right = motion.put.fact.revision == about and kind in (None, motion.put.fact.kind)
    carried = outcome_of(taken) is Outcome.CARRIED
    if not right or not carried or taken.taken.fact.decision != decision:
        raise NotAllowed("no_such_decision")
    return motion


def check_sits(holding: str | None, situation: Situation) -> None:
    """Refuse what is said from a place of this work that nobody holds now; None: from no place.

    Errors: NotAllowed `not_in_a_place`.
    """
    if holding is not None:
        check_held(holding, board_of(holding, situation))


def board_of(holding: str, situation: Situation) -> Board:
    """Tell which board of a work a holding is on; the one that answers where it is on none."""
    boards = (situation.board, *situation.beside.values())
    return next((each for each in boards if holding in each.place_of), situation.board)


def is_affected(holding: str, situation: Situation) -> bool:
    """Tell whether a holding is of a place of the people it is about, now or then."""
    board = board_of(holding, situation)
    place = board.places.get(board.place_of.get(holding, ""))
    return place is not None and place.made.fact.capacity in AFFECTED


def check_of_work(fact: Fact, situation: Situation) -> None:
    """Refuse what is about a work that is not open. Errors: as `check_work`."""
    check_work(situation)


CHECKS: Mapping[type[Fact], Callable[[Any, Situation], None]] = {
    f.WorkOpened: check_may_open_work,
    f.ScopeConfirmed: check_scope,
    f.StepPromised: check_of_work,
    f.ExistingTold: check_existing,
    f.BegunAgain: check_begins_again,
    f.StartAccounted: check_account,
    f.StartAnswered: check_answer,
    f.QuestionProposed: check_proposal,
    f.QuestionAgreed: check_question,
}
