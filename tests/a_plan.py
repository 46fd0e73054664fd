"""A plan of the work of Ambleford, to walk through: `plan = a_plan()`, then `plan.save("...")`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from tests.a_meeting import ORIGIN
from tests.a_work import There, a_work
from tests.core.facts.story import an_id
from withus.actions import drafting as act
from withus.actions import suggesting
from withus.actions.meeting import By
from withus.core.history.work import Work
from withus.core.rules.drafting import latest
from withus.core.words import Version
from withus.stores.drafting import texts
from withus.stores.record.models import Log
from withus.stores.record.read import find_log

FIRST = "# Coming home\n\nA bus at ten.\n\nSomebody rings before you leave."


@dataclass
class APlan:
    """The work, and what is done to its plan."""

    there: There

    @property
    def state(self) -> Work:
        return self.there.state

    @property
    def log(self) -> Log:
        return find_log(ORIGIN)

    def by(self, name: str) -> By:
        """Return somebody, a minute later."""
        self.there.here.now += timedelta(minutes=1)
        return By(ORIGIN, self.there.here.people[name], self.there.here.now)

    def last(self, version: Version | None = None) -> str:
        """Return the last text; nothing where there is none."""
        return latest(self.state, version) or ""

    def save(self, text: str = FIRST, by: str = "Bo", **other: Any) -> str:
        """Let somebody save a text over the last, from their own place; return its id."""
        wanted = act.ToSave(
            work=self.there.work,
            text=text,
            bases=act.named_bases([self.last()]),
            holding=sits(by),
        )
        return act.save(replace(wanted, **other), by=self.by(by))

    def text(self, name: str = "") -> str:
        """Return the words of a text; the last, where none is named."""
        found = texts.revision(self.state, name or self.last())
        assert found is not None
        return texts.open_revisions(self.log, self.state, [found])[found.name].text

    def suggest(self, place: int, words: str, by: str = "Di", **other: Any) -> str:
        """Let somebody suggest other words for a passage of the last text; return its id."""
        passage = suggesting.Passage(self.there.work, self.last(), place)
        told = {"holding": sits(by), **other}
        return suggesting.suggest(passage, words, **told, by=self.by(by))

    def take_in(self, suggestion: str, by: str = "Fay", **other: Any) -> str:
        """Let somebody take a suggestion in; return the text that then stands."""
        wanted = suggesting.ToTakeIn(self.there.work, suggestion, **other)
        return suggesting.take_in(wanted, by=self.by(by))


def sits(name: str) -> str | None:
    """Return the place of somebody; None for those who have a duty alone."""
    return an_id(f"{name} sits") if name in ("Bo", "Cy", "Di", "Eve", "Flo", "Gus") else None


def a_plan(*, text: str = FIRST, **other: Any) -> APlan:
    """Open the board and the work, and let Bo write a first text."""
    plan = APlan(a_work(**other))
    if text:
        plan.save(text)
    return plan
