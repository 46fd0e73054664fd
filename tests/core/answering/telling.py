"""A work told fact by fact: `told = Telling(); told(a.PointPut(...))`, then `told.work`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from tests.core.facts.story import BOARD, an_id
from withus.core.facts import answering as a
from withus.core.facts import keeping as k
from withus.core.facts.fact import Fact
from withus.core.facts.framing import WorkOpened
from withus.core.history import answering, framing
from withus.core.history.said import Said
from withus.core.history.told import Told
from withus.core.history.work import Work
from withus.core.words import (
    ConfirmedHow,
    Level,
    PointOutcome,
    PointSays,
    PointWay,
    ShownAs,
    ToldRoute,
)

AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
CHANGES = {**framing.CHANGES, **answering.CHANGES}


@dataclass
class Telling:
    """A work, and how many entries have been told of it."""

    work: Work = field(default_factory=Work)
    entries: int = 0

    def __call__(self, fact: Fact, *, by: str = "", typed_by: str | None = None) -> int:
        """Take in a fact; return the entry."""
        one: Told[Any] = Told(fact, self.entries, AT, by or None, typed_by, None)
        if isinstance(fact, k.EntryConfirmed):
            said = Said(confirmed=(*self.work.said.confirmed, one))
            after: Work | None = Work(**{**parts(self.work), "said": said})
        else:
            after = CHANGES[type(fact)](self.work, one)
        assert after is not None, fact
        self.work, self.entries = after, self.entries + 1
        return self.entries - 1

    def point(self, name: str, **fields: Any) -> int:
        """Let somebody put a point."""
        given = {
            "holding": None,
            "said_capacity": None,
            "way": PointWay.TYPED,
            "group_of": 1,
            "shown_as": ShownAs.ROLE,
            "person": an_id("Bo"),
            "words": "Buses stop too soon.",
            "attachment": "",
        }
        return self(a.PointPut(work=an_id("work"), point=an_id(name), **{**given, **fields}))

    def theme(self, name: str, *points: str, agreed: bool = True) -> None:
        """Bring points together."""
        names = frozenset(map(an_id, points))
        theme = an_id(name)
        self(
            a.PointsJoined(
                work=an_id("work"), theme=theme, points=names, holding=None, title="Home"
            )
        )
        if agreed:
            self(a.JoiningAgreed(theme=theme, holding=an_id("a holding")))

    def answer(self, name: str, outcome: PointOutcome, *, same: int | None = None) -> int:
        """Answer a point or a theme."""
        return self(
            a.PointAnswered(
                point=an_id(name), outcome=outcome, same_reason_as=same, reason="There is a law."
            )
        )

    def tell(self, name: str) -> None:
        """Tell whoever put a point what became of it."""
        self(a.ContributorTold(point=an_id(name), route=ToldRoute.CALL, day=date(2026, 11, 24)))

    def link(self, name: str) -> None:
        """Say that a point, or a theme, went into a revision."""
        self(a.PointLinked(point=an_id(name), to=an_id("revision"), paragraph=0))

    def says(self, name: str, says: PointSays) -> None:
        """Let whoever put a point say whether it is there."""
        self(a.PointConfirmed(point=an_id(name), says=says))

    def confirm(
        self, entry: int, by: str, *, right: bool = True, how: ConfirmedHow = ConfirmedHow.OWN_CODE
    ) -> None:
        """Let somebody say that an entry is right, or not."""
        self(k.EntryConfirmed(entry=entry, how=how, right=right), by=by)


def parts(work: Work) -> dict[str, Any]:
    """Return what a work is made of."""
    return {name: getattr(work, name) for name in Work.__dataclass_fields__}


def a_telling() -> Telling:
    """Open a work."""
    told = Telling()
    told(
        WorkOpened(
            work=an_id("work"),
            name="Nights",
            board=BOARD,
            boards=frozenset(),
            level=Level.COMMUNITY,
            about_one_person=False,
        )
    )
    return told
