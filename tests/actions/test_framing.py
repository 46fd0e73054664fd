"""A work is framed by those who may, under every rule, and follows what its board decides."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.a_meeting import BOARD, MOST, ORIGIN
from tests.a_work import WORK, There, a_work
from tests.core.facts.story import an_id
from tests.kept import a_record
from withus.actions import framing as act
from withus.actions.meeting import By
from withus.core.errors import Refusal
from withus.core.facts import framing as f
from withus.core.facts.joining import DutyEnded, DutyGiven, RulesSet
from withus.core.framing.scope import Scope, scope
from withus.core.words import (
    ChallengeGround,
    ChallengeOutcome,
    Duty,
    ExistingKind,
    Level,
    MotionKind,
    Side,
)
from withus.stores.accounts.accounts import link, open_account
from withus.stores.meeting.papers import Kept, find

pytestmark = a_record


@pytest.fixture
def there(db: None) -> There:
    """A work of the board of Ambleford."""
    return a_work()


def by(there: There, name: str) -> By:
    there.here.now += timedelta(minutes=1)
    return By(ORIGIN, there.here.people[name], there.here.now)


def said(side: Side, *tags: str) -> f.ScopeConfirmed:
    return f.ScopeConfirmed(work=WORK, side=side, d=frozenset(tags), f_is_d=False)


def refused(code: str) -> pytest.RaisesExc[Refusal]:
    return pytest.raises(Refusal, check=lambda refusal: refusal.code == code)


# Beginning it.


def test_a_work_is_begun_at_the_level_of_its_board(there: There) -> None:
    wanted = act.ToOpen("Stops", BOARD, frozenset(), about_one_person=False)
    begun = There(there.here, act.open_work(wanted, by=by(there, "Olu"))).state.opened
    assert begun is not None
    assert (begun.fact.level, begun.fact.about_one_person) == (Level.COMMUNITY, False)


@pytest.mark.parametrize("name", ["Bo", "Cy", "Sam", "Una", "Dot"])
def test_others_begin_none(there: There, name: str) -> None:
    wanted = act.ToOpen("Stops", BOARD, frozenset(), about_one_person=False)
    with refused("not_yours_to_do"):
        act.open_work(wanted, by=by(there, name))


# Whom it is about.


def test_an_affected_member_and_the_host_each_say_whom_it_is_about(there: There) -> None:
    act.confirm_scope(said(Side.AFFECTED), by=by(there, "Bo"))
    act.confirm_scope(said(Side.HOST), by=by(there, "Olu"))
    assert isinstance(scope(there.state), Scope)


@pytest.mark.parametrize(("name", "side"), [("Flo", Side.AFFECTED), ("Bo", Side.HOST)])
def test_nobody_speaks_for_a_side_that_is_not_theirs(there: There, name: str, side: Side) -> None:
    with refused("not_yours_to_do"):
        act.confirm_scope(said(side), by=by(there, name))


def test_nobody_speaks_for_both_sides_with_two_hats(there: There) -> None:
    there.here.act(duty_of(there, "Bo"))
    act.confirm_scope(said(Side.AFFECTED), by=by(there, "Bo"))
    with refused("gave_the_other"):
        act.confirm_scope(said(Side.HOST), by=by(there, "Bo"))


def test_nobody_speaks_for_both_sides_through_one_account(there: There) -> None:
    account = open_account()
    for name in ("Bo", "Olu"):
        link(account, origin=ORIGIN, person=there.here.people[name])
    act.confirm_scope(said(Side.AFFECTED), by=by(there, "Bo"))
    with refused("gave_the_other"):
        act.confirm_scope(said(Side.HOST), by=by(there, "Olu"))


def test_nobody_speaks_for_both_sides_at_one_browser(there: There) -> None:
    accounts = {}
    for name in ("Bo", "Olu"):
        accounts[name] = open_account()
        link(accounts[name], origin=ORIGIN, person=there.here.people[name])
    act.confirm_scope(said(Side.HOST), by=by(there, "Olu"))
    beside = frozenset({accounts["Olu"].id})
    with refused("gave_the_other"):
        act.confirm_scope(said(Side.AFFECTED), by=by(there, "Bo"), beside=beside)
    act.confirm_scope(said(Side.AFFECTED), by=by(there, "Bo"))


def test_who_types_for_the_one_side_does_not_speak_for_the_other(there: There) -> None:
    there.here.act(duty_of(there, "Fay"))
    there.here.act(said(Side.AFFECTED), by="Bo", typed_by="Fay")
    with refused("gave_the_other"):
        act.confirm_scope(said(Side.HOST), by=by(there, "Fay"))


def duty_of(there: There, name: str) -> DutyGiven:
    return DutyGiven(
        given=an_id(f"{name} hosts too"),
        duty=Duty.HOST,
        board=None,
        from_=date(2026, 11, 23),
        until=None,
        person=there.here.people[name],
    )


# The question.


def test_a_decided_question_is_agreed_with_the_decision(there: There) -> None:
    first, second = there.question("Who gets home?"), there.question("When?", by="Eve")
    joined = there.question("Who gets home at night, and when?", first, second, by="Di")
    decision = there.decided(joined)
    (agreed,) = there.state.agreed
    assert (agreed.fact.question, agreed.fact.decision) == (joined, decision)


def test_a_question_that_was_not_carried_is_not_agreed(there: There) -> None:
    there.decided(there.question(), agree="Flo", against="Bo Cy Di")
    assert there.state.agreed == ()


def test_another_decision_does_not_agree_a_question(there: There) -> None:
    one, other = there.question(), there.question("When?")
    decision = there.decided(one)
    with refused("no_such_decision"):
        act.agree_question(other, decision, by=by(there, "Fay"))


def test_a_plan_is_set_aside_with_the_decision_if_those_it_is_about_agree(there: There) -> None:
    existing = there.existing()
    there.decided(existing, MotionKind.OTHER)
    assert there.state.existing[existing].again is not None


def test_it_is_not_set_aside_without_them_and_the_decision_stands(there: There) -> None:
    alone = a_work_with(there, MOST)
    existing = alone.existing()
    alone.decided(existing, MotionKind.OTHER, agree="Cy Flo")
    assert alone.state.existing[existing].again is None


def a_work_with(there: There, rule: dict[str, object]) -> There:
    told = [{**rule}, {"id": "two-in-the-room", **{k: v for k, v in rule.items() if k != "id"}}]
    set_ = RulesSet(board=BOARD, rules=told, from_=there.here.now.date(), decision=None)
    there.here.act(set_)
    return there


# What was there before, and challenges.


def test_a_challenge_is_settled_by_another_than_who_told_it(there: There) -> None:
    existing = there.existing(by="Olu")
    entry = there.state.existing[existing].told.entry
    name = act.challenge(entry, ChallengeGround.EARLIER_PLAN, "There was one.", by=by(there, "Bo"))
    for who, code in (("Olu", "told_it"), ("Bo", "not_yours_to_do")):
        with refused(code):
            act.end_challenge(name, ChallengeOutcome.UPHELD, by=by(there, who))
    act.end_challenge(name, ChallengeOutcome.UPHELD, by=by(there, "Fay"))
    ended = there.state.said.challenges[name].ended
    assert ended is not None
    assert ended.fact.outcome is ChallengeOutcome.UPHELD


def test_a_day_to_come_and_a_practice_that_never_was_are_refused(there: There) -> None:
    told = {"work": WORK, "existing": "", "said_by": "Council", "what": "A plan."}
    coming = there.here.now.date() + timedelta(days=2)
    kind = ExistingKind.PROPOSAL
    with refused("day_to_come"):
        act.tell_existing(
            f.ExistingTold(**told, kind=kind, since=coming, practised=False), by=by(there, "Bo")
        )
    with refused("nothing_practised"):
        act.tell_existing(
            f.ExistingTold(**told, kind=kind, since=date(2026, 1, 1), practised=True),
            by=by(there, "Bo"),
        )


# How it began.


def test_all_it_is_about_are_asked_and_each_answers_for_themselves(there: There) -> None:
    document = Kept(name="paper.txt", kind="text/plain", content=b"Minutes")
    wanted = act.ToAccount(WORK, date(2025, 9, 1), "We met in the library.", document)
    account = act.tell_start(wanted, by=by(there, "Fay"))
    told = there.state.accounts[account].told.fact
    assert told.asked == {an_id(f"{name} sits") for name in ("Bo", "Di", "Eve")}
    assert told.documents == 1
    kept = find(ORIGIN, account)
    assert kept is not None
    assert kept.content == b"Minutes"
    answer = f.StartAnswered(account=account, holding=an_id("Bo sits"), agrees=True, was_in=True)
    act.answer_start(answer, by=by(there, "Bo"))
    with refused("not_your_own"):
        act.answer_start(answer, by=by(there, "Di"))
    act.answer_start(answer, by=by(there, "Fay"), typed=True)
    flo = f.StartAnswered(account=account, holding=an_id("Flo sits"), agrees=True, was_in=True)
    with refused("not_asked"):
        act.answer_start(flo, by=by(there, "Flo"))
    assert [each.typed_by is None for each in there.state.accounts[account].answers] == [
        True,
        False,
    ]


# What only a rule stands against, whichever way it comes.


def test_what_is_fixed_or_set_aside_already_is_not_set_aside(there: There) -> None:
    fixed = there.existing(ExistingKind.FIXED, since=None)
    earlier = there.existing()
    decision = there.decided(earlier, MotionKind.OTHER)
    for name, code in ((fixed, "fixed_by_law"), (earlier, "set_aside_already")):
        with refused(code):
            act.begin_again(name, decision, by=by(there, "Fay"))


def test_it_is_not_set_aside_by_a_decision_on_something_else(there: There) -> None:
    earlier, other = there.existing(), there.existing(ExistingKind.PROPOSAL)
    decision = there.decided(other, MotionKind.OTHER)
    with refused("no_such_decision"):
        act.begin_again(earlier, decision, by=by(there, "Fay"))


def test_an_account_that_asks_not_all_of_them_is_refused(there: There) -> None:
    fact = f.StartAccounted(
        work=WORK,
        account=an_id("partial"),
        started=date(2025, 9, 1),
        asked=frozenset({an_id("Bo sits")}),
        documents=1,
        digests="none",
        words="In the library.",
    )
    with refused("all_affected_asked"):
        there.here.act(fact, by="Fay")


def test_nobody_speaks_of_a_question_from_anothers_place(there: There) -> None:
    fact = f.QuestionProposed(
        work=WORK,
        question=an_id("of another"),
        holding=an_id("Di sits"),
        joins=frozenset(),
        words="Who?",
    )
    with refused("not_your_own"):
        there.here.act(fact, by="Bo")


def test_a_work_of_an_unknown_board_or_of_the_one_that_answers_twice_is_refused(
    there: There,
) -> None:
    for board, boards in ((an_id("nowhere"), set[str]()), (BOARD, {BOARD})):
        wanted = act.ToOpen("Stops", board, frozenset(boards), about_one_person=False)
        with refused("no_such_board"):
            act.open_work(wanted, by=by(there, "Olu"))


def test_words_of_a_work_are_off_without_somebody_who_keeps_people_safe(there: There) -> None:
    there.here.act(DutyEnded(given=an_id(f"duty {Duty.SAFEGUARDING}"), until=date(2026, 11, 23)))
    with refused("no_one_to_guard"):
        there.question()
