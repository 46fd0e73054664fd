"""A plan begun in practice counts once the partnership is live: nobody gets out of telling it."""

from __future__ import annotations

from datetime import date, timedelta

from tests.core.facts.story import an_id
from tests.example_record import HOME
from tests.kept import a_record, write
from tests.practice_run import LATER, LIVE, PRACTICE, Practising, practise
from withus.actions.drafting import ToSave, save
from withus.actions.meeting import By
from withus.actions.practising import go_live
from withus.core.facts import drafting
from withus.core.facts import framing as f
from withus.core.facts.fact import Fact
from withus.core.framing.seen import of_history
from withus.core.framing.start import Before, who_was_in_before
from withus.core.history.fold import replay
from withus.core.history.work import Work
from withus.core.words import ExistingKind, Level, Shows, Side
from withus.stores.record.append import Actor
from withus.stores.record.openings import find_openings
from withus.stores.record.read import entries, find_log
from withus.stores.record.states import work_state

pytestmark = a_record
AFTER = LATER + timedelta(days=30)
WORK = an_id("practised work")


def begun() -> f.WorkOpened:
    """Return that a board began to work on something."""
    return f.WorkOpened(
        work=WORK,
        name="Getting home",
        board=HOME,
        boards=frozenset(),
        level=Level.COMMUNITY,
        about_one_person=False,
    )


def written(name: str, *bases: str) -> drafting.RevisionMade:
    """Return a draft of the plan, written in practice."""
    return drafting.RevisionMade(
        work=WORK,
        revision=an_id(name),
        bases=frozenset(map(an_id, bases)),
        contributor=None,
        scribe=None,
        version_of=None,
        imported=False,
        suggestion=None,
        credits="",
        paragraphs="none",
        text="A plan nobody else has seen.",
    )


def told() -> f.ExistingTold:
    """Return that there was an earlier plan."""
    return f.ExistingTold(
        work=WORK,
        existing=an_id("earlier"),
        kind=ExistingKind.EARLIER_PLAN,
        since=date(2025, 3, 1),
        said_by="Thornmere Council",
        practised=False,
        what="Fewer buses.",
    )


def practised(*facts: Fact) -> Practising:
    """Practise a work and go live."""
    who = practise(PRACTICE)
    write(*facts, now=LATER + timedelta(days=1), origin=PRACTICE)
    go_live(record=PRACTICE, by=who.officer, now=AFTER, seen=None)
    return who


def live() -> Work:
    return work_state(find_log(LIVE), WORK)


def before() -> Before:
    """Tell who was in before the plan, from the live record alone."""
    return who_was_in_before(of_history(replay(entries(find_log(LIVE))), WORK))


def test_a_plan_begun_in_practice_is_told_as_a_proposal_of_its_first_day(db: None) -> None:
    practised(begun(), written("first"), written("second", "first"))
    (existing,) = live().existing.values()
    fact = existing.told.fact
    assert (fact.kind, fact.practised) == (ExistingKind.PROPOSAL, True)
    assert fact.since == (LATER + timedelta(days=1)).date()
    assert live().revisions == {}


def test_it_counts_those_who_are_in_the_live_record_came_after_it(db: None) -> None:
    say_whom(practised(begun(), written("first")))
    assert (before().shows, before().why) == (Shows.NOT, "too_few_in")


def test_where_nothing_was_written_in_practice_those_who_came_with_it_were_in(db: None) -> None:
    say_whom(practised(begun()))
    write(written("first"), now=AFTER + timedelta(days=1), origin=LIVE)
    assert before().shows is Shows.SHOWN


def test_a_work_without_a_plan_has_none_when_it_goes_live(db: None) -> None:
    practised(begun())
    assert live().opened is not None
    assert live().existing == {}
    assert before().why == "no_plan_yet"


def test_what_was_told_in_practice_is_told_again_as_not_set_aside(db: None) -> None:
    practised(
        begun(),
        told(),
        f.BegunAgain(existing=an_id("earlier"), decision=an_id("any")),
        written("x"),
    )
    kinds = [(each.told.fact.kind, each.again) for each in live().existing.values()]
    assert kinds == [(ExistingKind.EARLIER_PLAN, None), (ExistingKind.PROPOSAL, None)]


def test_the_words_of_the_plan_go_along_only_if_whoever_goes_live_says_so(db: None) -> None:
    who = practise(PRACTICE)
    write(begun(), now=LATER + timedelta(days=1), origin=PRACTICE)
    by = By(PRACTICE, who.officer, LATER + timedelta(days=1, hours=1))
    save(ToSave(WORK, "A bus at ten.", bases=frozenset(), holding=None), by=by)
    go_live(record=PRACTICE, by=who.officer, now=AFTER, seen=None, with_plans=True)
    (existing,) = live().existing.values()
    opening = find_openings(find_log(LIVE), [existing.told.entry])[existing.told.entry]["what"]
    assert getattr(opening, "value", "") == "A bus at ten."


def say_whom(who: Practising) -> None:
    """Let both sides say whom it is about: two different people."""
    somebody = next(each for each in who.people.values() if each != who.officer)
    for side, person in ((Side.AFFECTED, somebody), (Side.HOST, who.officer)):
        said = f.ScopeConfirmed(work=WORK, side=side, d=frozenset(), f_is_d=False)
        write(said, now=AFTER, origin=LIVE, by=Actor(person=person))
