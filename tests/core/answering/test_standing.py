"""What became of a point: its own answers and its theme's, where somebody agreed to that."""

from __future__ import annotations

from tests.core.answering.telling import Telling, a_telling
from tests.core.facts.story import an_id
from withus.core.answering.standing import PointStands, is_told, links_of, stands, themes_of
from withus.core.facts import answering as a
from withus.core.words import PointOutcome


def of(told: Telling, name: str) -> PointStands:
    return stands(told.work.points[an_id(name)], themes_of(told.work).get(an_id(name), ()))


def test_a_point_waits_until_it_is_answered_and_the_last_answer_holds() -> None:
    told = a_telling()
    told.point("one")
    assert of(told, "one") is PointStands.WAITS
    told.answer("one", PointOutcome.NOT)
    assert of(told, "one") is PointStands.NOT
    told.answer("one", PointOutcome.ADOPTED)
    assert of(told, "one") is PointStands.ADOPTED


def test_a_theme_answers_its_points_only_where_somebody_it_is_about_agreed() -> None:
    told = a_telling()
    for name in ("one", "two", "three"):
        told.point(name)
    told.theme("theme", "one", "two", agreed=False)
    told.link("theme")
    told.answer("theme", PointOutcome.PARTLY)
    assert of(told, "one") is PointStands.WAITS
    assert links_of(told.work.points[an_id("one")], themes_of(told.work)[an_id("one")]) == ()
    told(a.JoiningAgreed(theme=an_id("theme"), holding=an_id("a holding")))
    assert [of(told, name) for name in ("one", "two", "three")] == ["partly", "partly", "waits"]
    assert len(links_of(told.work.points[an_id("one")], themes_of(told.work)[an_id("one")])) == 1


def test_an_answer_of_its_own_after_the_themes_holds_for_a_point() -> None:
    told = a_telling()
    told.point("one")
    told.point("two")
    told.theme("theme", "one", "two")
    told.answer("theme", PointOutcome.NOT)
    told.answer("one", PointOutcome.ADOPTED)
    assert (of(told, "one"), of(told, "two")) == (PointStands.ADOPTED, PointStands.NOT)


def test_a_point_taken_back_is_that_whatever_was_answered() -> None:
    told = a_telling()
    told.point("one")
    told.answer("one", PointOutcome.ADOPTED)
    told(a.PointWithdrawn(point=an_id("one")))
    assert of(told, "one") is PointStands.WITHDRAWN


def test_somebody_is_told_of_the_last_answer_or_not_at_all() -> None:
    told = a_telling()
    told.point("one")
    point = an_id("one")
    assert not is_told(told.work.points[point], ())
    told.answer("one", PointOutcome.NOT)
    told.tell("one")
    assert is_told(told.work.points[point], ())
    told.answer("one", PointOutcome.ADOPTED)
    assert not is_told(told.work.points[point], ())
