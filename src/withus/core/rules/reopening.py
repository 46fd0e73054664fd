"""Deciding otherwise: a roll that is called anew, and what a later meeting decides instead."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from withus.core.deciding.law import is_law_told
from withus.core.facts import deciding as f
from withus.core.facts.fact import Fact
from withus.core.history.deciding import motion_of
from withus.core.history.standing import in_force, outcome_of
from withus.core.history.state import Meeting, Taken
from withus.core.meeting.standing import stage
from withus.core.rules.deciding import OVER, check_undecided, decision_named
from withus.core.rules.meeting import BEFORE_IT_ENDS, check_meeting
from withus.core.rules.situation import NotAllowed, Situation, check_open
from withus.core.words import MeetingStage, Outcome


def check_reopened(fact: f.DecisionReopened, situation: Situation) -> None:
    """Refuse to reopen what this board did not decide at another meeting, or decided anew since.

    Errors: as `check_meeting`; NotAllowed `no_such_motion`, `decided_already`, `reopened_already`,
        `no_such_decision`, `changed_already`.
    """
    check_meeting(situation, *BEFORE_IT_ENDS)
    motion = check_undecided(fact.motion, situation)
    if motion.reopens is not None:
        raise NotAllowed("reopened_already")
    called, earlier = situation.meeting.called, situation.elsewhere.called
    if called is None or earlier is None or earlier.fact.board != called.fact.board:
        raise NotAllowed("no_such_decision")
    taken = carried(situation.elsewhere, fact.decision)
    if taken is None:
        raise NotAllowed("no_such_decision")
    if taken.reversed is not None:
        raise NotAllowed("changed_already")


def carried(meeting: Meeting, decision: str) -> Taken | None:
    """Tell a decision of a meeting, if it is the one in force there and was carried."""
    motion = motion_of(meeting, decision)
    taken = in_force(motion) if motion else None
    if taken is None or taken.taken.fact.decision != decision:
        return None
    return taken if outcome_of(taken) is Outcome.CARRIED else None


def check_reversed(fact: f.DecisionReversed, situation: Situation) -> None:
    """Refuse to put another decision in the place of one that has been replaced already.

    Formula: the roll is called anew while the meeting is under way; or a later meeting, which is
        over, carried what was put to it to change this decision.
    Errors: as `check_meeting`; NotAllowed `no_such_decision`, `decided_already`.
    """
    later = situation.elsewhere
    check_meeting(situation, *((MeetingStage.OPEN,) if later.called is None else OVER))
    taken = decision_named(fact.decision, situation)
    if taken.reversed is not None or motion_of(situation.meeting, fact.by_decision) is not None:
        raise NotAllowed("decided_already")
    if later.called is not None and not changes(later, fact):
        raise NotAllowed("no_such_decision")


def changes(later: Meeting, fact: f.DecisionReversed) -> bool:
    """Tell whether a later meeting carried what was put to it to change an earlier decision."""
    motion = motion_of(later, fact.by_decision)
    reopens = motion.reopens if motion else None
    named = reopens is not None and reopens.fact.decision == fact.decision
    over = stage(later) is MeetingStage.CLOSED
    return named and over and carried(later, fact.by_decision) is not None


def check_law_told(fact: f.LawTold, situation: Situation) -> None:
    """Refuse to say again what was said of a board's legal rules and still holds.

    Errors: NotAllowed `no_such_board`, `board_closed`, `law_told_already`, `law_not_told`.
    """
    check_open(situation.board)
    if fact.whole is is_law_told(situation.board):
        raise NotAllowed("law_told_already" if fact.whole else "law_not_told")


CHECKS: Mapping[type[Fact], Callable[[Any, Situation], None]] = {
    f.DecisionReversed: check_reversed,
    f.DecisionReopened: check_reopened,
    f.LawTold: check_law_told,
}
