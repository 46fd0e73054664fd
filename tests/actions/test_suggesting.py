"""Suggestions to a passage: whose words they are stays whose they are."""

from __future__ import annotations

import pytest

from tests.a_plan import FIRST, APlan, a_plan, sits
from tests.actions.test_drafting import code_of
from tests.kept import a_record
from withus.actions import suggesting
from withus.core.facts import drafting as d
from withus.core.facts import keeping as k
from withus.core.words import ConfirmedHow, SuggestionOutcome
from withus.stores.keys.locker import new_id

pytestmark = a_record


@pytest.fixture
def plan(db: None) -> APlan:
    """A plan with a first text, by Bo."""
    return a_plan()


def test_a_suggestion_taken_in_is_a_text_of_whoever_made_it(plan: APlan) -> None:
    one = plan.suggest(1, "A bus at eleven.")
    name = plan.take_in(one)
    assert plan.text() == FIRST.replace("ten", "eleven")
    fact = plan.state.revisions[name].fact
    assert (fact.contributor, fact.suggestion) == (sits("Di"), one)
    ended = plan.state.suggestions[one].ended
    assert ended is not None
    assert (ended.fact.outcome, ended.fact.revision) == (SuggestionOutcome.MERGED, name)


def test_taken_in_partly_each_keeps_their_own_words(plan: APlan) -> None:
    one = plan.suggest(1, "A bus at eleven, every night.")
    name = plan.take_in(
        one, by="Flo", holding=sits("Flo"), instead="A bus at eleven.", reason="Not on Sundays."
    )
    assert plan.text() == FIRST.replace("ten", "eleven")
    *_, theirs, ours = plan.state.revisions.values()
    assert (theirs.fact.contributor, ours.fact.contributor) == (sits("Di"), sits("Flo"))
    assert plan.text(theirs.fact.revision) == FIRST.replace("ten.", "eleven, every night.")
    assert ours.fact.revision == name
    ended = plan.state.suggestions[one].ended
    assert ended is not None
    assert ended.fact.outcome is SuggestionOutcome.PARTLY


def test_partly_and_not_need_a_reason(plan: APlan) -> None:
    one = plan.suggest(1, "A bus at eleven.")
    assert code_of(plan.take_in, one, instead="A late bus.") == "reason_needed"
    assert code_of(suggesting.refuse, one, " ", by=plan.by("Fay")) == "reason_needed"
    assert len(plan.state.revisions) == 1
    suggesting.refuse(one, "The depot closes at ten.", by=plan.by("Fay"))
    assert code_of(plan.take_in, one) == "ended_already"


def test_a_passage_may_be_moved_but_not_changed_meanwhile(plan: APlan) -> None:
    one, two = plan.suggest(1, "A bus at eleven."), plan.suggest(2, "")
    plan.save("Somebody rings before you leave.\n\nA bus at ten.\n\n# Coming home", by="Flo")
    plan.take_in(one)
    assert plan.text() == "Somebody rings before you leave.\n\nA bus at eleven.\n\n# Coming home"
    plan.save("A bus at eleven.\n\n# Coming home", by="Flo")
    assert code_of(plan.take_in, two) == "passage_changed"
    otherwise, work = suggesting.went_in_otherwise, plan.there.work
    assert code_of(otherwise, work, two, " ", by=plan.by("Fay")) == "reason_needed"
    otherwise(work, two, "Flo took it out.", by=plan.by("Fay"))
    ended = plan.state.suggestions[two].ended
    assert ended is not None
    assert (ended.fact.outcome, ended.fact.revision) == (SuggestionOutcome.PARTLY, plan.last())


def test_nothing_is_said_to_be_in_a_draft_that_did_not_take_it_in(plan: APlan) -> None:
    first = plan.last()
    one = plan.suggest(1, "A bus at eleven.")
    told = {"suggestion": one, "reason": "Look."}
    for outcome in (SuggestionOutcome.MERGED, SuggestionOutcome.PARTLY):
        ended = d.SuggestionEnded(outcome=outcome, revision=first, **told)
        assert code_of(plan.there.here.act, ended, by="Flo") == "not_taken_in"
    plan.save("All new.", by="Flo")
    merged = d.SuggestionEnded(outcome=SuggestionOutcome.MERGED, revision=plan.last(), **told)
    assert code_of(plan.there.here.act, merged, by="Flo") == "not_taken_in"


def test_to_suggest_nothing_is_to_take_a_passage_out(plan: APlan) -> None:
    plan.take_in(plan.suggest(2, ""))
    assert plan.text() == "# Coming home\n\nA bus at ten."


@pytest.mark.parametrize(
    ("place", "words", "code"),
    [
        (1, "A bus at ten.", "same_words"),
        (9, "More", "no_such_passage"),
        (-1, "M", "no_such_passage"),
    ],
)
def test_a_suggestion_is_to_a_passage_and_says_something_else(
    plan: APlan, place: int, words: str, code: str
) -> None:
    assert code_of(plan.suggest, place, words) == code


def test_nobody_suggests_talks_or_takes_back_for_another(plan: APlan) -> None:
    assert code_of(plan.suggest, 1, "Mine.", by="Bo", holding=sits("Di")) == "not_yours_to_do"
    one = plan.suggest(1, "Mine.")
    work = plan.there.work
    talk = suggesting.discuss
    given = {"holding": sits("Di"), "by": plan.by("Bo")}
    assert code_of(talk, work, one, "She would say so.", **given) == "not_yours_to_do"
    assert code_of(suggesting.take_back, one, by=plan.by("Bo")) == "not_your_own"
    suggesting.take_back(one, by=plan.by("Di"))
    mine = {"holding": sits("Bo"), "by": plan.by("Bo")}
    assert code_of(talk, work, one, "Why?", **mine) == "ended_already"


def test_what_was_typed_for_somebody_is_taken_in_once_they_say_it_is_right(plan: APlan) -> None:
    one = plan.suggest(1, "A bus at eleven.", by="Fay", holding=sits("Di"))
    assert code_of(plan.take_in, one) == "not_confirmed"
    entry = plan.state.suggestions[one].made.entry
    plan.there.here.act(
        k.EntryConfirmed(entry=entry, how=ConfirmedHow.OWN_CODE, right=True), by="Di"
    )
    plan.take_in(one)
    assert "eleven" in plan.text()


def test_words_of_ones_own_are_not_given_out_as_a_suggestion_of_anothers(plan: APlan) -> None:
    one = plan.suggest(1, "A bus at eleven.")
    forged = d.RevisionMade(
        work=plan.there.work,
        revision=new_id(),
        bases=frozenset({plan.last()}),
        contributor=sits("Eve"),
        scribe=None,
        version_of=None,
        imported=False,
        suggestion=one,
        paragraphs="x",
        text="No bus at all.",
        credits="",
    )
    assert code_of(plan.there.here.act, forged, by="Bo") == "words_of_another"
