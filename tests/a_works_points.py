"""Points of the work of Ambleford: `at = Points(a_work())`, then `at.put("Bo", "Buses stop.")`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from tests.a_meeting import ORIGIN
from tests.a_work import There, a_work
from tests.core.facts.story import an_id
from withus.actions import answering as act
from withus.actions import saying_by_link as by_link
from withus.actions import themes
from withus.actions.typing_points import ForSomebody, type_group, type_point
from withus.core.words import PointOutcome, PointWay, ShownAs
from withus.stores.answering import answers, links
from withus.stores.answering.links import Asks
from withus.stores.answering.models import SayAnswer


@dataclass
class Points:
    """A work with its people, who put points."""

    there: There

    def by(self, name: str) -> act.By:
        """Return somebody who acts, a minute later."""
        self.there.here.now += timedelta(minutes=1)
        return act.By(ORIGIN, self.there.here.people[name], self.there.here.now)

    def put(self, name: str, words: str, **told: Any) -> str:
        """Let a member put a point from their place."""
        given = {"shown_as": ShownAs.ROLE, "holding": an_id(f"{name} sits"), **told}
        wanted = act.ToPut(work=self.there.work, words=words, **given)
        return act.put(wanted, by=self.by(name))

    def typed(self, words: str, *, person: str | None = None, by: str = "Fay", **told: Any) -> str:
        """Let somebody type a point for another."""
        given = {"shown_as": ShownAs.COUNTED, "way": PointWay.PHONE}
        wanted = act.ToPut(work=self.there.work, words=words, **given)  # type: ignore[arg-type]
        whom = self.there.here.people[person] if person else None
        return type_point(ForSomebody(wanted=wanted, person=whom, **told), by=self.by(by))

    def group(self, words: str, of: int, *, by: str = "Fay") -> str:
        """Let somebody enter what a group agreed on."""
        wanted = act.ToPut(work=self.there.work, words=words, shown_as=ShownAs.COUNTED, group_of=of)
        return type_group(ForSomebody(wanted=wanted, name="The Tuesday group"), by=self.by(by))

    def theme(self, *points: str, by: str = "Fay", agreed_by: str | None = "Di") -> str:
        """Bring points together, and let somebody agree."""
        theme = themes.join(self.there.work, points, "Getting home", by=self.by(by))
        if agreed_by:
            themes.agree(self.there.work, theme, by=self.by(agreed_by))
        return theme

    def answer(
        self, to: str, outcome: PointOutcome, reason: str = "There is a law.", *, by: str = "Fay"
    ) -> int:
        """Answer a point or a theme."""
        wanted = themes.Answer(self.there.work, to, outcome, reason)
        return themes.answer(wanted, by=self.by(by))

    def link(self, *cards: str, many: bool = False) -> str:
        """Make a link; return its code."""
        asks = Asks(cards=cards, phone="01632 960123")
        (name,) = by_link.make_links(
            asks, work=self.there.work, many=many, number=1, by=self.by("Fay")
        )
        row = links.find(ORIGIN, self.there.work, name)
        return links.opened([row])[name].code

    def said(self, code: str, words: str = "It is dark.", **told: str) -> str:
        """Let somebody answer by a link; return the id of the answer."""
        link = links.by_mark(links.marked(code), now=self.there.here.now)
        assert link is not None
        row = by_link.begin(link, now=self.there.here.now)
        by_link.save_card(row.id, 0, {"choice": "", "told": "", "words": words}, None)
        given = {"shown": "counted", "name": "", "capacity": "", **told}
        route = {name: given.pop(name, "") for name in ("route", "where")}
        by_link.save_who(row.id, **given)
        by_link.save_route(row.id, **route)
        by_link.send(row.id, now=self.by("Fay").now)
        return row.id

    def slips(self, point: str) -> list[SayAnswer]:
        """Return the slips of a group's say."""
        return answers.of_point(ORIGIN, point)

    def stands(self, point: str) -> Any:
        """Return a point as the record has it."""
        return self.there.state.points[point]


def points() -> Points:
    """Open a work with nothing in it."""
    return Points(a_work())
