"""What happened to a plan, a sentence for each type of fact. Never who."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from withus.core.facts import drafting as d
from withus.core.facts.fact import Fact
from withus.saying.drafting.terms import outcome, version
from withus.saying.joining.happened import simply
from withus.saying.language import _


def revision_made(fact: d.RevisionMade, board: str) -> str:
    """Tell that a plan was written, written anew, or put into another form."""
    if fact.version_of is not None:
        return _("The plan was put into another form: %(form)s.") % {
            "form": version(fact.version_of)
        }
    if fact.imported:
        return _("A text of the plan was brought in from a file.")
    return _("The plan was changed.") if fact.bases else _("A first text of the plan was written.")


def suggestion_ended(fact: d.SuggestionEnded, board: str) -> str:
    """Tell what became of a suggestion."""
    return _("A suggestion was answered. %(outcome)s.") % {"outcome": outcome(fact.outcome)}


SENTENCES: Mapping[type[Fact], Callable[[Any, str], str]] = {
    d.RevisionMade: revision_made,
    d.SuggestionMade: simply(lambda: _("Somebody suggested other words for a passage.")),
    d.SuggestionDiscussed: simply(lambda: _("Somebody said something of a suggestion.")),
    d.SuggestionEnded: suggestion_ended,
}
