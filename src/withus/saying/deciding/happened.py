"""What happened in deciding, a sentence for each type of fact. Never who."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from withus.core.facts import deciding as f
from withus.core.facts.fact import Fact
from withus.saying import words
from withus.saying.joining.happened import on, simply
from withus.saying.joining.terms import term
from withus.saying.language import _


def motion_put(fact: f.MotionPut, board: str) -> str:
    """Tell that a meeting was asked to decide."""
    return _("Something was put to those %(on)s to decide.") % {"on": on(board)}


def before_said(fact: f.BeforeSaid, board: str) -> str:
    """Tell where somebody stands, said before the meeting."""
    told = {"position": term(fact.position)}
    return _("Somebody said before the meeting where they stand: %(position)s.") % told


def assent_given(fact: f.AssentGiven, board: str) -> str:
    """Tell where somebody stands, said after the meeting."""
    told = {"position": term(fact.position)}
    return _("Somebody who was away said where they stand: %(position)s.") % told


def exception_made(fact: f.ExceptionMade, board: str) -> str:
    """Tell that the board went on over its own promise."""
    told = {"rule": fact.rule, "until": words.day(fact.until) if fact.until else ""}
    if fact.until is None:
        return _("The board went on though its own rule “%(rule)s” was not met.") % told
    return _("Until %(until)s the board goes on though its own rule “%(rule)s” is not met.") % told


def objection_answered(fact: f.ObjectionAnswered, board: str) -> str:
    """Tell what became of an objection."""
    return _("An objection was answered. %(outcome)s.") % {"outcome": term(fact.outcome)}


def decision_taken(fact: f.DecisionTaken, board: str) -> str:
    """Tell what came of a roll-call, and how many were in it."""
    told = {"outcome": term(fact.outcome), "count": len(fact.roll), "on": on(board)}
    return _("Those %(on)s were asked one by one (%(count)d of them). %(outcome)s.") % told


def decision_settled(fact: f.DecisionSettled, board: str) -> str:
    """Tell what came of what was still open."""
    return _("What was open of a decision was settled. %(outcome)s.") % {
        "outcome": term(fact.outcome)
    }


def decision_signed(fact: f.DecisionSigned, board: str) -> str:
    """Tell what a body that had to sign made of a decision."""
    told = {"body": fact.body, "outcome": term(fact.outcome)}
    return _("%(body)s had to sign a decision. %(outcome)s.") % told


def law_told(fact: f.LawTold, board: str) -> str:
    """Tell whether a board's legal rules are all entered, as somebody said."""
    if fact.whole:
        return _("Somebody said that all the legal rules that bind those %(on)s are entered.") % {
            "on": on(board)
        }
    return _("Somebody said that not all the legal rules that bind those %(on)s are entered.") % {
        "on": on(board)
    }


def decision_reported(fact: f.DecisionReported, board: str) -> str:
    """Tell that something was decided elsewhere, or outside a rule."""
    told = {"day": words.day(fact.day), "rule": fact.outside_rule or ""}
    if fact.outside_rule is None:
        return _("Somebody told of something that was decided elsewhere on %(day)s.") % told
    return _("Somebody told of something decided on %(day)s outside the rule “%(rule)s”.") % told


SENTENCES: Mapping[type[Fact], Callable[[Any, str], str]] = {
    f.MotionPut: motion_put,
    f.BeforeSaid: before_said,
    f.AssentGiven: assent_given,
    f.ExceptionMade: exception_made,
    f.ObjectionMade: simply(lambda: _("Somebody has an objection, and said why.")),
    f.ObjectionAnswered: objection_answered,
    f.DecisionTaken: decision_taken,
    f.DecisionSettled: decision_settled,
    f.DecisionLapsed: simply(
        lambda: _("Too few of those who were away agreed in time: nothing was decided.")
    ),
    f.DecisionReversed: simply(
        lambda: _("Those there were asked again, one by one: that counts in its place.")
    ),
    f.DecisionSigned: decision_signed,
    f.DecisionReopened: simply(
        lambda: _("What was put to a meeting would change what an earlier one decided.")
    ),
    f.LawTold: law_told,
    f.DecisionReported: decision_reported,
}
