"""A work with all that its figures are worked out from: its boards, and what was put to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from withus.core.facts.framing import QuestionAgreed
from withus.core.history.fold import History
from withus.core.history.standing import in_force, outcome_of
from withus.core.history.state import Board, Meeting, Motion, Taken
from withus.core.history.told import Told
from withus.core.history.work import Work
from withus.core.words import MotionKind, Outcome


@dataclass(frozen=True, slots=True)
class Witnessed:
    """That somebody who keeps a copy had seen the record up to a size, and when."""

    size: int
    at: datetime


@dataclass(frozen=True, slots=True)
class WorkSeen:
    """A work, the boards it is of, and the meetings at which something of it was put."""

    work: Work
    boards: Mapping[str, Board]  # the one that answers for it, and those that take part
    meetings: Mapping[str, Meeting] = field(default_factory=dict)
    witnessed: tuple[Witnessed, ...] = ()

    @property
    def board(self) -> Board:
        """Tell the board that answers for the work: the one that designs."""
        opened = self.work.opened
        return self.boards.get(opened.fact.board, Board()) if opened else Board()


def of_history(history: History, work: str, *, witnessed: tuple[Witnessed, ...] = ()) -> WorkSeen:
    """Tell a work of a folded record with all that its figures are worked out from."""
    state = history.works.get(work, Work())
    if state.opened is None:
        return WorkSeen(state, {})
    names = {state.opened.fact.board, *state.opened.fact.boards}
    boards = {name: history.boards[name] for name in sorted(names & history.boards.keys())}
    meetings = {
        name: each
        for name, each in history.meetings.items()
        if each.called is not None and each.called.fact.board in names
    }
    return WorkSeen(state, boards, meetings, witnessed)


def texts_put(seen: WorkSeen) -> Iterator[tuple[str, Motion]]:
    """Yield each time a text of the plan was put to a board for adoption, with the board.

    Reads: motion.put of kind text, of revisions of the work, in the order of the record.
    """
    found = [
        (meeting.called.fact.board, motion)
        for meeting in seen.meetings.values()
        if meeting.called is not None
        for motion in meeting.motions.values()
        if motion.put.fact.kind is MotionKind.TEXT
        and motion.put.fact.revision in seen.work.revisions
    ]
    yield from sorted(found, key=lambda each: each[1].put.entry)


def adopting(seen: WorkSeen) -> tuple[Motion, Taken] | None:
    """Tell by which decision the board that answers adopted the plan; the last holds.

    Not: one that waits for somebody's assent, or hangs on what another entered.
    """
    opened = seen.work.opened
    found = [
        (motion, taken)
        for board, motion in texts_put(seen)
        if opened is not None
        and board == opened.fact.board
        and (taken := in_force(motion)) is not None
        and outcome_of(taken) is Outcome.CARRIED
    ]
    return max(found, key=lambda each: each[1].taken.entry) if found else None


def question(seen: WorkSeen) -> Told[QuestionAgreed] | None:
    """Tell which question the work asks: the last agreed, by a decision that stands."""
    agreed = [each for each in seen.work.agreed if stands(seen, each.fact.decision)]
    return agreed[-1] if agreed else None


def stands(seen: WorkSeen, decision: str) -> bool:
    """Tell whether a decision about the work was carried, and no other took its place."""
    found = motion_of_decision(seen, decision)
    if found is None or in_force(found[0]) is not found[1]:
        return False
    return outcome_of(found[1]) is Outcome.CARRIED


def motion_of_decision(seen: WorkSeen, decision: str) -> tuple[Motion, Taken] | None:
    """Tell the motion and the roll-call of a decision about the work."""
    for meeting in seen.meetings.values():
        for motion in meeting.motions.values():
            if decision in motion.decisions:
                return motion, motion.decisions[decision]
    return None
