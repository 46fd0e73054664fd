"""Points of the cast's work, put by somebody who is nobody of the cast; and a theme of them."""

from __future__ import annotations

from datetime import timedelta

from tests.core.facts.story import START, an_id
from tests.kept import write
from tests.screens.a_cast_work import WORK
from withus.core.facts import answering as a
from withus.core.words import PointWay, ShownAs
from withus.stores.people.identity import add_person
from withus.stores.record.append import Actor

POINT, OTHER = an_id("the cast's point"), an_id("the cast's other point")
THEME = an_id("the cast's theme")
LATER = START + timedelta(hours=5)


def points_on(origin: str, *, by: str) -> None:
    """Let somebody put two points, and `by` bring them together."""
    person = add_person(origin, "somebody else").person
    for point in (POINT, OTHER):
        put = a.PointPut(
            work=WORK,
            point=point,
            holding=None,
            said_capacity=None,
            way=PointWay.CARD,
            group_of=1,
            shown_as=ShownAs.COUNTED,
            person=person,
            words="It is dark.",
            attachment="",
        )
        write(put, now=LATER, origin=origin, by=Actor(person=person))
    joined = a.PointsJoined(
        work=WORK,
        theme=THEME,
        points=frozenset({POINT, OTHER}),
        holding=None,
        title="Getting home",
    )
    write(joined, now=LATER, origin=origin, by=Actor(person=by))
