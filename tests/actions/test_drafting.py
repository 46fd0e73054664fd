"""A plan is saved over the text that was read, in the name of whose words it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.a_plan import FIRST, APlan, a_plan, sits
from tests.kept import a_record
from withus.actions import drafting as act
from withus.core.errors import Refusal
from withus.core.facts import keeping as k
from withus.core.words import Version, WithdrawnGround
from withus.stores.drafting import unshared
from withus.stores.keys.locker import new_id
from withus.stores.record.openings import find_texts

pytestmark = a_record


@pytest.fixture
def plan(db: None) -> APlan:
    """A plan with a first text, by Bo."""
    return a_plan()


def code_of(*given: object, **named: object) -> str:
    """Return the code of what refuses an act; nothing where it is done."""
    call, *rest = given
    try:
        call(*rest, **named)  # type: ignore[operator]
    except Refusal as refusal:
        return refusal.code
    return ""


def test_texts_read_as_they_were_saved_and_paragraphs_are_kept_once(plan: APlan) -> None:
    first = plan.last()
    second = plan.save(f"{FIRST}\r\n\r\nWe meet again in May.", by="Flo")
    third = plan.save("A bus at ten.\n\nWe meet again in May.", by="Cy")
    assert plan.text(first) == FIRST
    assert plan.text(second) == f"{FIRST}\n\nWe meet again in May."
    assert plan.text(third) == "A bus at ten.\n\nWe meet again in May."
    entries = [one.entry for one in plan.state.revisions.values()]
    kept = find_texts(plan.log, entries, path="text")
    assert [kept[entry] for entry in entries] == [FIRST, "We meet again in May.", ""]


def test_a_text_over_another_than_the_last_is_refused(plan: APlan) -> None:
    first = plan.last()
    plan.save(f"{FIRST}\n\nMore.", by="Di")
    assert code_of(plan.save, "Mine alone.", bases=frozenset({first})) == "another_base"
    assert code_of(plan.save, "Mine alone.", bases=frozenset()) == "another_base"
    plan.save("Both.", bases=frozenset({first, plan.last()}))
    assert len(plan.state.revisions) == 3


@pytest.mark.parametrize("base", ["nobody", "x" * 22, "another work"])
def test_a_base_that_is_not_there_is_refused(plan: APlan, base: str) -> None:
    bases = frozenset({plan.last(), base})
    assert code_of(plan.save, "Mine.", bases=bases) in ("no_such_revision", "not_the_form")


@pytest.mark.parametrize("text", ["", " \n\n \n", "\u200b"])
def test_a_text_of_nothing_is_refused(plan: APlan, text: str) -> None:
    assert code_of(plan.save, text) == "nothing_written"


def test_a_text_of_five_megabytes_is_refused_before_anything_is_read(plan: APlan) -> None:
    assert code_of(plan.save, "word " * 1_000_000) == "text_too_long"
    assert code_of(plan.save, credits="a" * 401) == "credits_too_long"


def test_a_member_puts_no_words_into_anothers_mouth(plan: APlan) -> None:
    assert code_of(plan.save, "Di said so.", by="Bo", holding=sits("Di")) == "not_yours_to_do"
    assert code_of(plan.save, "Di said so.", by="Una", holding=None) == "not_yours_to_do"
    assert len(plan.state.revisions) == 1


def test_nobody_is_named_as_who_wrote_it_down_but_whoever_did(plan: APlan) -> None:
    told = plan.state.revisions[plan.last()].fact
    again = replace(
        told, revision=new_id(), bases=frozenset({plan.last()}), paragraphs="x", text=""
    )
    forged = replace(again, scribe=sits("Di"), credits="")
    assert code_of(plan.there.here.act, forged, by="Bo") == "not_who_wrote"
    typed = replace(forged, contributor=sits("Eve"))
    act = plan.there.here.act
    assert code_of(act, typed, by="Eve", typed_by="Fay") == "not_who_wrote"
    assert len(plan.state.revisions) == 1


def test_whoever_runs_the_work_writes_down_what_somebody_said(plan: APlan) -> None:
    name = plan.save("Di said so.", by="Fay", holding=sits("Di"))
    told = plan.state.revisions[name]
    assert told.fact.contributor == sits("Di")
    assert told.fact.scribe is None
    assert told.typed_by is not None
    assert told.typed_by != told.by


def test_an_easy_read_version_is_of_a_text_and_follows_its_own(plan: APlan) -> None:
    easy = {
        "version": Version.EASY_READ,
        "credits": "Easy Read by Jo. Checked by the Tuesday group.",
    }
    assert code_of(plan.save, "Bus. Ten.", bases=frozenset(), **easy) == "base_missing"
    first = plan.save("Bus. Ten.", by="Fay", holding=None, **easy)
    assert plan.last() != first
    assert plan.last(Version.EASY_READ) == first
    assert code_of(plan.save, "Bus.", **easy) == "another_base"
    plan.save("Bus.", bases=frozenset({first, plan.last()}), **easy)
    assert plan.save("The plan goes on.")


def test_words_that_were_taken_from_view_are_in_no_text(plan: APlan) -> None:
    entry = plan.state.revisions[plan.last()].entry
    plan.save(f"{FIRST}\n\nWe meet again in May.", by="Flo")
    withdrawn = k.TextWithdrawn(
        entry=entry,
        path="text",
        ground=WithdrawnGround.PRIVATE,
        appeal_by=plan.there.here.now.date(),
        reason="It names somebody.",
    )
    plan.there.here.act(withdrawn, by="Fay")
    assert plan.text() == "We meet again in May."


def test_what_somebody_is_writing_is_theirs_alone_until_they_save(plan: APlan) -> None:
    bo, work = plan.by("Bo"), plan.there.work
    typed = unshared.Typed(base=plan.last(), text="Half a thought")
    act.keep_unshared(work, None, typed, by=bo, on=bo.now.date())
    assert unshared.of_person(bo.record, bo.person)[0].typed == typed
    assert not unshared.of_person(bo.record, plan.by("Di").person)
    assert len(plan.state.revisions) == 1
    plan.save("A whole thought")
    assert not unshared.of_person(bo.record, bo.person)


def test_what_nobody_changed_for_ninety_days_is_gone(plan: APlan) -> None:
    bo = plan.by("Bo")
    typed = unshared.Typed(base="", text="Half a thought")
    act.keep_unshared(plan.there.work, None, typed, by=bo, on=bo.now.date())
    unshared.forget_old(on=bo.now.date() + unshared.KEPT - (unshared.KEPT / 90))
    assert unshared.of_person(bo.record, bo.person)
    unshared.forget_old(on=bo.now.date() + unshared.KEPT)
    assert not unshared.of_person(bo.record, bo.person)
