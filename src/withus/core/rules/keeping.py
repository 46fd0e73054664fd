"""Keeping: what may be said about entries that are already in the record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from withus.core.answering.groups import have_all_said, is_group
from withus.core.facts import deciding as d
from withus.core.facts import joining as f
from withus.core.facts import keeping as k
from withus.core.facts import meeting as m
from withus.core.facts.answering import PointPut
from withus.core.facts.fact import Fact, Seal, layout
from withus.core.facts.forms import NotSo
from withus.core.history.told import may_be_corrected
from withus.core.rules.situation import NotAllowed, Situation, check_sense, named
from withus.core.words import ConfirmedHow

NEVER_CORRECTED = (
    k.EntryConfirmed,
    k.EntryCorrected,
    k.PersonErased,
    f.RulesSet,
    k.KeyReplaced,
    k.LogContinued,
    m.PresenceNoted,
    m.MinutesApproved,
    d.MotionPut,
    d.BeforeSaid,
    d.AssentGiven,
    d.ExceptionMade,
    d.ObjectionAnswered,
    d.DecisionTaken,
    d.DecisionSettled,
)
"""What is put right by a new fact of its own, under its own rule, if at all.

Were an outcome, a position or a presence corrected in place, a board could be made to have decided
what its rules did not let it decide.
"""


def check_may_confirm(fact: k.EntryConfirmed, situation: Situation) -> None:
    """Refuse that whoever typed an entry confirms it, or types for another that they confirm it.

    Errors: NotAllowed `no_such_entry`, `typed_it`; of a group's say as `check_of_group`.
    """
    entry = named(situation)
    typist = entry.typed_by or entry.by
    if typist is not None and typist in (situation.by, situation.typed_by):
        raise NotAllowed("typed_it")
    if isinstance(entry.fact, PointPut):
        check_of_group(fact, entry.fact.point, situation)


def check_of_group(fact: k.EntryConfirmed, name: str, situation: Situation) -> None:
    """Refuse that anybody says twice whether a group's say is right, or more than agreed on it.

    Errors: NotAllowed `said_already`, `all_have_said`.
    """
    point = situation.work.points.get(name)
    if point is None or not is_group(point):
        return
    said = (one for one in situation.work.said.confirmed if one.fact.entry == fact.entry)
    if situation.by in {one.by for one in said}:
        raise NotAllowed("said_already")
    own = fact.how is not ConfirmedHow.SECOND_PERSON
    if own and have_all_said(situation.work, point):
        raise NotAllowed("all_have_said")


def check_may_correct(fact: k.EntryCorrected, situation: Situation) -> None:
    """Refuse to put right what is fixed, sealed or not there, or with a value that makes no sense.

    Errors: NotAllowed `no_such_entry`, `not_correctable`, `value_not_so`, `until_before_from`,
        `more_than_all`.
    Not: rules, which are set anew; nor a correction, whose entry is corrected once more.
    """
    entry = named(situation).fact
    if isinstance(entry, NEVER_CORRECTED) or not may_be_corrected(type(entry), fact.field):
        raise NotAllowed("not_correctable", {"field": fact.field})
    try:
        value = layout(type(entry)).clear[fact.field].read(fact.value)
    except NotSo as fault:
        raise NotAllowed("value_not_so", {"field": fact.field}) from fault
    check_sense(replace(entry, **{fact.field: value}))


def check_may_withdraw(fact: k.TextWithdrawn, situation: Situation) -> None:
    """Refuse to take from view what was never a sealed text.

    Errors: NotAllowed `no_such_entry`, `no_such_text`.
    """
    if layout(type(named(situation).fact)).sealed.get(fact.path) is not Seal.TEXT:
        raise NotAllowed("no_such_text")


def check_may_challenge(fact: k.ChallengeRaised, situation: Situation) -> None:
    """Refuse a challenge to an entry that is not there.

    Errors: NotAllowed `no_such_entry`.
    """
    named(situation)


def check_may_end_challenge(fact: k.ChallengeEnded, situation: Situation) -> None:
    """Refuse to settle what is not open.

    Errors: NotAllowed `no_such_challenge`.
    """
    challenge = situation.challenges.get(fact.challenge)
    if challenge is None or challenge.ended is not None:
        raise NotAllowed("no_such_challenge")


CHECKS: Mapping[type[Fact], Callable[[Any, Situation], None]] = {
    k.EntryConfirmed: check_may_confirm,
    k.EntryCorrected: check_may_correct,
    k.TextWithdrawn: check_may_withdraw,
    k.ChallengeRaised: check_may_challenge,
    k.ChallengeEnded: check_may_end_challenge,
}
