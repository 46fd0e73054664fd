"""What happened to a work before there was a plan, a sentence for each type of fact. Never who."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from withus.core.facts import framing as f
from withus.core.facts.fact import Fact
from withus.core.words import ExistingKind, Side
from withus.saying import words
from withus.saying.framing.terms import step
from withus.saying.joining.happened import on, simply
from withus.saying.language import _, ngettext


def opened(fact: f.WorkOpened, board: str) -> str:
    """Tell that people began to work on something."""
    told = {"name": fact.name, "on": on(board)}
    if fact.about_one_person:
        return _("Work began on something about one person. Those %(on)s answer for it.") % told
    return _("Work began on “%(name)s”. Those %(on)s answer for it.") % told


def scope_confirmed(fact: f.ScopeConfirmed, board: str) -> str:
    """Tell which side said whom a work is about."""
    if fact.side is Side.AFFECTED:
        return _("A member whom it is about said that this is whom the work is about.")
    return _("The host said that this is whom the work is about.")


def step_promised(fact: f.StepPromised, board: str) -> str:
    """Tell how far a body promised to share power."""
    told = {"body": fact.body, "step": step(fact.step)}
    return _("%(body)s promised how far it shares power: %(step)s.") % told


def existing_told(fact: f.ExistingTold, board: str) -> str:
    """Tell what was there before, and since when."""
    told = {"body": fact.said_by, "day": words.day(fact.since)}
    if fact.practised:
        return _("There was a proposal, begun in the practice run on %(day)s.") % told
    if fact.kind is ExistingKind.FIXED:
        return _("Something is fixed, as %(body)s says.") % told
    if fact.kind is ExistingKind.EARLIER_PLAN:
        return _("There was an earlier plan, since %(day)s, as %(body)s says.") % told
    return _("There was a proposal, since %(day)s, as %(body)s says.") % told


def start_accounted(fact: f.StartAccounted, board: str) -> str:
    """Tell that somebody told how a work began, and how many are asked whether it was so."""
    told = {"count": len(fact.asked), "day": words.day(fact.started)}
    return (
        ngettext(
            "Somebody told how the work began on %(day)s. %(count)d member is asked.",
            "Somebody told how the work began on %(day)s. %(count)d members are asked.",
            len(fact.asked),
        )
        % told
    )


def start_answered(fact: f.StartAnswered, board: str) -> str:
    """Tell whether somebody who was asked agrees how a work began."""
    if not fact.agrees:
        return _("A member said that the work did not begin as it was told.")
    if fact.was_in:
        return _("A member said that the work began as it was told, and that they were in by then.")
    return _("A member said that the work began as it was told. They were not in by then.")


def question_proposed(fact: f.QuestionProposed, board: str) -> str:
    """Tell that a question was proposed, on its own or out of others."""
    if not fact.joins:
        return _("Somebody proposed a question.")
    told = {"count": len(fact.joins)}
    return _("Somebody proposed a question that brings %(count)d proposals together.") % told


SENTENCES: Mapping[type[Fact], Callable[[Any, str], str]] = {
    f.WorkOpened: opened,
    f.ScopeConfirmed: scope_confirmed,
    f.StepPromised: step_promised,
    f.ExistingTold: existing_told,
    f.BegunAgain: simply(lambda: _("What was there before was set aside, and people began again.")),
    f.StartAccounted: start_accounted,
    f.StartAnswered: start_answered,
    f.QuestionProposed: question_proposed,
    f.QuestionAgreed: simply(lambda: _("A question was agreed.")),
}
