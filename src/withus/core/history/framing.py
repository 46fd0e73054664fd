"""Framing, folded: what each of its facts changes. A change gives None where it fits nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from withus.core.facts import framing as f
from withus.core.facts.fact import Fact
from withus.core.history.told import Told
from withus.core.history.work import Account, Existing, Work


def opened(work: Work, one: Told[f.WorkOpened]) -> Work | None:
    """Open a work, once."""
    return replace(work, opened=one) if work.opened is None else None


def scope_confirmed(work: Work, one: Told[f.ScopeConfirmed]) -> Work:
    """Take in whom a side says the work is about."""
    return replace(work, scope=(*work.scope, one))


def step_promised(work: Work, one: Told[f.StepPromised]) -> Work:
    """Take in a promise; the last of a body holds."""
    return replace(work, promised=(*work.promised, one))


def existing_told(work: Work, one: Told[f.ExistingTold]) -> Work | None:
    """Take in something that was there before."""
    name = one.fact.existing
    if name in work.existing:
        return None
    return replace(work, existing={**work.existing, name: Existing(one)})


def begun_again(work: Work, one: Told[f.BegunAgain]) -> Work | None:
    """Set aside what was there before, once."""
    found = work.existing.get(one.fact.existing)
    if found is None or found.again is not None:
        return None
    anew = replace(found, again=one)
    return replace(work, existing={**work.existing, one.fact.existing: anew})


def start_accounted(work: Work, one: Told[f.StartAccounted]) -> Work | None:
    """Take in an account of how the work began."""
    name = one.fact.account
    if name in work.accounts:
        return None
    return replace(work, accounts={**work.accounts, name: Account(one)})


def start_answered(work: Work, one: Told[f.StartAnswered]) -> Work | None:
    """Take in what somebody who was asked says of an account; the last of each place holds."""
    found = work.accounts.get(one.fact.account)
    if found is None or one.fact.holding not in found.told.fact.asked:
        return None
    anew = replace(found, answers=(*found.answers, one))
    return replace(work, accounts={**work.accounts, one.fact.account: anew})


def question_proposed(work: Work, one: Told[f.QuestionProposed]) -> Work | None:
    """Take in a proposal for the question."""
    name = one.fact.question
    if name in work.questions:
        return None
    return replace(work, questions={**work.questions, name: one})


def question_agreed(work: Work, one: Told[f.QuestionAgreed]) -> Work | None:
    """Take in which proposal is the question; the last holds."""
    known = one.fact.question in work.questions
    return replace(work, agreed=(*work.agreed, one)) if known else None


CHANGES: Mapping[type[Fact], Callable[..., Any]] = {
    f.WorkOpened: opened,
    f.ScopeConfirmed: scope_confirmed,
    f.StepPromised: step_promised,
    f.ExistingTold: existing_told,
    f.BegunAgain: begun_again,
    f.StartAccounted: start_accounted,
    f.StartAnswered: start_answered,
    f.QuestionProposed: question_proposed,
    f.QuestionAgreed: question_agreed,
}
