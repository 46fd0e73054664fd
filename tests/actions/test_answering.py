"""Points through the actions: whose they are, what is refused, and who is to be told."""

from __future__ import annotations

import pytest

from tests.a_meeting import ORIGIN
from tests.a_works_points import Points, points
from tests.core.facts.story import an_id
from tests.kept import a_record
from withus.actions import answering as act
from withus.actions import themes
from withus.core.errors import Refusal
from withus.core.facts import answering as a
from withus.core.words import MotionKind, PointOutcome, PointSays, PointWay
from withus.stores.answering.models import PointRow, Telling, ThemeRow
from withus.stores.record.read import find_log

pytestmark = a_record


@pytest.fixture
def at(db: None) -> Points:
    """A work that answers for nothing yet."""
    return points()


def test_a_point_put_from_a_place_waits_in_the_list(at: Points) -> None:
    point = at.put("Bo", "Buses stop too soon.")
    row = PointRow.objects.get(ref=point)
    assert (row.holding, row.waits, row.stands) == (an_id("Bo sits"), True, "waits")


def test_nobody_puts_a_point_from_anothers_place_or_from_none(at: Points) -> None:
    size = find_log(ORIGIN).size
    with pytest.raises(Refusal, match="not_your_own"):
        at.put("Bo", "Mine", holding=an_id("Flo sits"))
    for name in ("Una", "Olu", "Fay"):
        with pytest.raises(Refusal, match="not_invited"):
            at.put(name, "Mine", holding=None)
    assert find_log(ORIGIN).size == size


def test_only_whoever_put_a_point_takes_it_back_or_says_where_it_is(at: Points) -> None:
    point = at.put("Bo", "Buses stop too soon.")
    at.answer(point, PointOutcome.ADOPTED, "")
    for name in ("Di", "Fay", "Olu"):
        with pytest.raises(Refusal, match="not_your_own"):
            act.take_back(point, by=at.by(name))
        with pytest.raises(Refusal, match="not_your_own"):
            act.says(point, PointSays.THERE, by=at.by(name))
    act.says(point, PointSays.THERE, by=at.by("Bo"))
    act.take_back(point, by=at.by("Bo"))
    assert at.stands(point).withdrawn is not None
    assert not Telling.objects.exists()


def test_nobody_says_that_a_point_is_there_before_it_went_anywhere(at: Points) -> None:
    point = at.put("Bo", "Buses stop too soon.")
    with pytest.raises(Refusal, match="went_nowhere_yet"):
        act.says(point, PointSays.THERE, by=at.by("Bo"))


def test_noted_is_no_answer_and_a_pasted_reason_is_marked(at: Points) -> None:
    one, two = at.put("Bo", "Buses."), at.put("Di", "Trains.")
    with pytest.raises(Refusal, match="no_answer"):
        at.answer(one, PointOutcome.NOT, "Noted, thank you.")
    with pytest.raises(Refusal, match="reason_needed"):
        at.answer(one, PointOutcome.NOT, " ")
    first = at.answer(one, PointOutcome.NOT, "There is no money.")
    at.answer(two, PointOutcome.NOT, "there is NO money")
    assert at.stands(two).answers[-1].fact.same_reason_as == first
    again = at.answer(one, PointOutcome.PARTLY, "There is no money.")
    assert at.stands(one).answers[-1].entry == again
    assert at.stands(one).answers[0].fact.same_reason_as is None


@pytest.mark.parametrize("name", ["Bo", "Una", "Sam"])
def test_whoever_may_not_answer_is_refused(at: Points, name: str) -> None:
    point = at.put("Bo", "Buses.")
    with pytest.raises(Refusal, match="not_yours_to_do"):
        at.answer(point, PointOutcome.ADOPTED, by=name)


def test_a_theme_is_answered_once_somebody_it_is_about_agreed_and_reaches_all(at: Points) -> None:
    one, two, other = at.put("Bo", "Buses."), at.put("Flo", "Trains."), at.put("Di", "Lifts.")
    theme = at.theme(one, two, agreed_by=None)
    with pytest.raises(Refusal, match="agreement_missing"):
        at.answer(theme, PointOutcome.ADOPTED)
    with pytest.raises(Refusal, match="not_affected"):
        themes.agree(at.there.work, theme, by=at.by("Flo"))
    themes.agree(at.there.work, theme, by=at.by("Di"))
    at.answer(theme, PointOutcome.ADOPTED)
    told = dict(PointRow.objects.values_list("ref", "stands"))
    assert told == {one: "adopted", two: "adopted", other: "waits"}
    assert set(Telling.objects.values_list("point", flat=True)) == {one, two}
    assert ThemeRow.objects.get().stands == "adopted"


def test_whoever_joined_points_does_not_agree_to_it(at: Points) -> None:
    one, two = at.put("Bo", "Buses."), at.put("Flo", "Trains.")
    theme = at.theme(one, two, by="Bo", agreed_by=None)
    with pytest.raises(Refusal, match="joined_them"):
        themes.agree(at.there.work, theme, by=at.by("Bo"))


def test_a_point_is_linked_to_what_is_there_and_to_nothing_else(at: Points) -> None:
    point, revision = at.put("Bo", "Buses."), at.there.revision()
    themes.link(point, revision, 0, by=at.by("Fay"))
    with pytest.raises(Refusal, match="went_nowhere_known"):
        themes.link(point, an_id("nothing"), None, by=at.by("Fay"))
    decision = at.there.decided(revision, MotionKind.TEXT)
    themes.link(point, decision, None, by=at.by("Fay"))
    assert [one.fact.to for one in at.stands(point).links] == [revision, decision]


def test_what_is_typed_for_a_member_is_theirs_and_waits_for_their_word(at: Points) -> None:
    point = at.typed("No bus at night.", person="Eve")
    put = at.stands(point).put
    assert (put.fact.holding, put.fact.way) == (an_id("Eve sits"), PointWay.PHONE)
    assert put.typed_by is not None and put.typed_by != put.by
    with pytest.raises(Refusal, match="typed_for_oneself"):
        at.typed("Mine.", person="Fay")
    for name in ("Bo", "Olu", "Una"):
        with pytest.raises(Refusal, match="not_yours_to_do"):
            at.typed("No bus.", by=name)


def test_an_answer_that_a_program_enters_is_marked_and_told_as_one_on_a_page(at: Points) -> None:
    one, two = at.put("Bo", "Buses."), at.put("Di", "Trains.")
    first = at.answer(one, PointOutcome.NOT, "There is no money.")
    log = find_log(ORIGIN)
    sent = a.PointAnswered(
        point=two, outcome=PointOutcome.NOT, same_reason_as=None, reason="There is no money!"
    )
    fact = themes.as_entered(sent, log)
    assert isinstance(fact, a.PointAnswered) and fact.same_reason_as == first
    (entry,) = at.there.here.act(fact, by="Fay")
    themes.after_entering(fact, find_log(ORIGIN), entry)
    assert Telling.objects.get(point=two).entry == entry
    forged = a.PointAnswered(
        point=two, outcome=PointOutcome.NOT, same_reason_as=0, reason="Because."
    )
    with pytest.raises(Refusal, match="no_such_answer"):
        at.there.here.act(forged, by="Fay")
