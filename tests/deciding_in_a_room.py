"""A meeting under way, with something put to it, for the tests of deciding.

room = a_room()            # Bo, Cy, Di and Flo are there; Cy chairs; the motion is put
room.stand("Bo", "Cy")     # each says for themselves that they agree
room.leaves("Di")
room.decide()
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.a_meeting import ORIGIN, Here, a_board
from tests.core.facts.story import an_id
from withus.actions.decisions import Decided, GoingOn, Stand, ToDecide, decide, stand
from withus.core.deciding.room import Answer
from withus.core.history.state import Meeting
from withus.core.words import MotionKind, Position
from withus.questions.deciding_now import may_decide, meeting_now
from withus.stores.record.read import find_log
from withus.stores.record.states import meeting_state

AGREE, AGAINST, ASIDE = Position.AGREE, Position.DISAGREE, Position.ASIDE


def sits(name: str) -> str:
    """Return the holding of somebody's place."""
    return an_id(f"{name} sits")


@dataclass
class Room:
    """A meeting under way, and what was put to it."""

    here: Here
    meeting: str
    item: str
    motion: str

    @property
    def size(self) -> int:
        return find_log(ORIGIN).size

    @property
    def state(self) -> Meeting:
        return meeting_state(find_log(ORIGIN), self.meeting)

    def comes(self, *names: str, **more: Any) -> None:
        self.here.comes(self.meeting, *names, **more)

    def leaves(self, *names: str) -> None:
        self.here.comes(self.meeting, *names, came=False)

    def stand(self, *names: str, position: Position | None = AGREE, by: str | None = None) -> None:
        """Let people say where they stand, each for themselves unless somebody types it."""
        for name in names:
            wanted = Stand(self.meeting, self.motion, sits(name), position)
            stand(wanted, record=ORIGIN, by=self.here.people[by or name], now=self.here.now)

    def decide(self, *, by: str = "Cy", **more: Any) -> Decided:
        wanted = ToDecide(self.meeting, self.motion, **more)
        return decide(wanted, record=ORIGIN, by=self.here.people[by], now=self.here.now)

    def go_on(self, why: str = "The bus strike begins tomorrow") -> Decided:
        return self.decide(going_on=GoingOn(why, None))

    def may(self) -> Answer:
        return may_decide(meeting_now(ORIGIN, self.meeting, now=self.here.now), self.motion)


def a_room(
    *rules: dict[str, Any], there: str = "Bo Cy Di Flo", kind: MotionKind = MotionKind.OTHER
) -> Room:
    """Open a board and a meeting of it, and put something to it."""
    here = a_board(*rules)
    meeting = here.call()
    item = here.item(meeting)
    motion = here.motion(item, *(each["id"] for each in rules), kind=kind)
    here.open(meeting)
    here.comes(meeting, *there.split())
    return Room(here, meeting, item, motion)
