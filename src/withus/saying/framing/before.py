"""What there was before a work, and what is said against it."""

from __future__ import annotations

from withus.core.facts.framing import ExistingTold
from withus.core.words import ChallengeOutcome, ExistingKind
from withus.saying import words
from withus.saying.joining.terms import term
from withus.saying.language import _


def told(fact: ExistingTold) -> str:
    """Tell since when something was there, and who says so."""
    say = {"body": fact.said_by, "day": words.day(fact.since)}
    if fact.practised:
        return _("Begun in the practice run, on %(day)s.") % say
    if fact.since is None:
        return _("%(body)s says so.") % say
    return _("Since %(day)s, as %(body)s says.") % say


def kinds() -> list[tuple[str, str]]:
    """Tell what can have been there before, as choices, each with what it means."""
    means = {
        ExistingKind.FIXED: _("Fixed, by law or by a budget: no plan, and not changed here."),
        ExistingKind.EARLIER_PLAN: _("An earlier plan, for the same thing."),
        ExistingKind.PROPOSAL: _("A proposal that somebody brought, in writing or not."),
    }
    return [(code.value, means[code]) for code in ExistingKind]


def outcomes() -> list[tuple[str, str]]:
    """Tell how a challenge can be settled, as choices."""
    settled = (ChallengeOutcome.UPHELD, ChallengeOutcome.NOT_UPHELD)
    return [(code.value, term(code)) for code in settled]
