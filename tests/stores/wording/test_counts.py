"""Counts of a plan's words are kept, follow what opens, and hold no words."""

from __future__ import annotations

import pytest

from tests.a_plan import FIRST, APlan, a_plan
from tests.kept import a_record
from withus.actions.wording import count_words
from withus.core.facts import keeping as k
from withus.core.words import WithdrawnGround
from withus.stores.record.check import check
from withus.stores.record.rebuild import rebuild
from withus.stores.wording import counts
from withus.stores.wording.models import Counted

pytestmark = a_record
MORE = f"{FIRST}\n\nThe driver knows your name and waits."


@pytest.fixture
def plan(db: None) -> APlan:
    """A plan of two texts, by Bo and then Flo, whose words are counted."""
    found = a_plan()
    found.save(MORE, by="Flo")
    count_words(found.there.work)
    return found


def kept(plan: APlan) -> object:
    return counts.find(plan.log, plan.there.work, plan.state)


def test_counts_are_kept_and_are_those_of_the_texts(plan: APlan) -> None:
    found = counts.counted(plan.log, plan.state)
    assert kept(plan) == found and list(found.standing) == [14, 8]


def test_no_word_is_kept(plan: APlan) -> None:
    row = Counted.objects.get()
    assert set(row.figures) <= set('{}[]":, 0123456789' + "writtenlastingstandingtaken")
    assert "driver" not in row.figures


def test_another_text_makes_them_old_until_they_are_counted_again(plan: APlan) -> None:
    plan.save("All is new here today.", by="Di")
    assert kept(plan) is None
    count_words(plan.there.work)
    assert kept(plan) == counts.counted(plan.log, plan.state)
    assert Counted.objects.count() == 1


def test_counting_twice_is_as_once(plan: APlan) -> None:
    before = Counted.objects.values().get()
    count_words(plan.there.work)
    assert Counted.objects.values().get() == before


def test_words_taken_from_view_are_counted_no_more(plan: APlan) -> None:
    entry = [one.entry for one in plan.state.revisions.values()][1]
    gone = k.TextWithdrawn(
        entry=entry,
        path="text",
        ground=WithdrawnGround.PRIVATE,
        appeal_by=plan.by("Olu").now.date(),
        reason="It names somebody.",
    )
    plan.there.here.act(gone, by="Olu")
    assert kept(plan) is None
    count_words(plan.there.work)
    found = counts.find(plan.log, plan.there.work, plan.state)
    assert found is not None and list(found.standing) == [14, 0]


def test_check_finds_counts_that_are_not_those_of_the_texts(plan: APlan) -> None:
    assert not list(check(plan.log))
    row = Counted.objects.get()
    for column, value in (("figures", row.figures.replace("14", "15")), ("entry", 0)):
        Counted.objects.update(**{column: value})
        found = [(one.table, one.column) for one in check(plan.log)]
        assert found == [("wording_counted", column)]
        Counted.objects.update(figures=row.figures, entry=row.entry)
    Counted.objects.update(ref="x" * 22)
    assert [one.column for one in check(plan.log)] == ["too many"]


def test_a_rebuild_throws_them_away_and_they_come_again(plan: APlan) -> None:
    rebuild(plan.log.origin)
    assert not Counted.objects.exists() and kept(plan) is None
    count_words(plan.there.work)
    assert kept(plan) is not None
