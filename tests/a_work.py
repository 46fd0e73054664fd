"""A work of the board of Ambleford, to walk through: `there = a_work()`, then `there.scope()`.

Each step is an act of whoever would do it, through the actions, so that every rule is asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tests.a_meeting import BOARD, ORIGIN, Here, a_board
from tests.core.facts.story import an_id
from withus.actions.decisions import Stand, ToDecide, decide, stand
from withus.core.facts import deciding as d
from withus.core.facts import drafting
from withus.core.facts import framing as f
from withus.core.history.work import Work
from withus.core.words import ExistingKind, Level, MotionKind, Position, Side, Step
from withus.stores.keys.locker import new_id
from withus.stores.record.read import find_log
from withus.stores.record.states import work_state

WORK = an_id("getting home at night")


@dataclass
class There:
    """The work, and the board with its people."""

    here: Here
    work: str = WORK

    @property
    def state(self) -> Work:
        return work_state(find_log(ORIGIN), self.work)

    def scope(self, *tags: str, f_is_d: bool = False, who: str = "Bo", host: str = "Olu") -> None:
        """Let an affected member, then the host, say whom it is about."""
        for side, by in ((Side.AFFECTED, who), (Side.HOST, host)):
            fact = f.ScopeConfirmed(work=self.work, side=side, d=frozenset(tags), f_is_d=f_is_d)
            self.here.act(fact, by=by)

    def promise(self, step: Step = Step.CO_DESIGN) -> None:
        """Let the host promise how far it shares power."""
        told = {"body": "Ambleford Council", "words": "We write it with you."}
        self.here.act(f.StepPromised(work=self.work, step=step, **told), by="Olu")

    def existing(
        self,
        kind: ExistingKind = ExistingKind.EARLIER_PLAN,
        *,
        since: date | None = date(2025, 3, 1),
        by: str = "Olu",
    ) -> str:
        """Tell of what was there before, and return its id."""
        name = new_id()
        fact = f.ExistingTold(
            work=self.work,
            existing=name,
            kind=kind,
            since=since,
            said_by="Ambleford Council",
            practised=False,
            what="A plan for fewer buses.",
        )
        self.here.act(fact, by=by)
        return name

    def question(self, words: str = "Who gets home?", *joins: str, by: str = "Bo") -> str:
        """Let somebody propose a question, and return its id."""
        name = new_id()
        holding = an_id(f"{by} sits")
        proposed = f.QuestionProposed(
            work=self.work, question=name, holding=holding, joins=frozenset(joins), words=words
        )
        self.here.act(proposed, by=by)
        return name

    def revision(self, *bases: str, by: str = "Bo", text: str = "A bus at ten.") -> str:
        """Let somebody write the plan, and return the id of the revision."""
        name = new_id()
        fact = drafting.RevisionMade(
            work=self.work,
            revision=name,
            bases=frozenset(bases),
            contributor=an_id(f"{by} sits"),
            scribe=None,
            version_of=None,
            imported=False,
            suggestion=None,
            paragraphs="none",
            text=text,
            credits="",
        )
        self.here.act(fact, by=by)
        return name

    def a_meeting(self) -> tuple[str, str]:
        """Call and open a meeting at which Bo, Cy, Di and Flo are; return it and an item."""
        meeting = self.here.call(self.here.now + timedelta(days=1))
        item = self.here.item(meeting)
        self.here.now += timedelta(days=1)
        self.here.open(meeting)
        self.here.comes(meeting, "Bo", "Cy", "Di", "Flo")
        return meeting, item

    def decided(
        self,
        about: str,
        kind: MotionKind = MotionKind.QUESTION,
        *,
        agree: str = "Bo Cy Di Flo",
        against: str = "",
    ) -> str:
        """Let a meeting decide something of the work; return the decision's id."""
        meeting, item = self.a_meeting()
        motion = new_id()
        rules = frozenset({"two-in-the-room", "more-than-half"})
        put = d.MotionPut(
            motion=motion, item=item, kind=kind, revision=about, rules=rules, words="This one"
        )
        self.here.act(put, by="Cy")
        said: dict[str, Any] = dict.fromkeys(agree.split(), Position.AGREE)
        said |= dict.fromkeys(against.split(), Position.DISAGREE)
        for name, position in said.items():
            point = Stand(meeting, motion, an_id(f"{name} sits"), position)
            stand(point, record=ORIGIN, by=self.here.people[name], now=self.here.now)
        wanted = ToDecide(meeting, motion)
        self.here.now += timedelta(minutes=1)
        return decide(wanted, record=ORIGIN, by=self.here.people["Cy"], now=self.here.now).decision


def a_work(
    *rules: dict[str, Any],
    practice: bool = False,
    one_person: bool = False,
    here: Here | None = None,
) -> There:
    """Open a board, and a work for which it answers."""
    there = There(here or a_board(*rules, practice=practice))
    opened = f.WorkOpened(
        work=there.work,
        name="Getting home at night",
        board=BOARD,
        boards=frozenset(),
        level=Level.COMMUNITY,
        about_one_person=one_person,
    )
    there.here.act(opened, by="Fay")
    return there
