"""Drafting, folded: what each of its facts changes. A change gives None where it fits nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from withus.core.facts import drafting as d
from withus.core.facts.fact import Fact
from withus.core.history.told import Told
from withus.core.history.work import Suggestion, Work


def revision_made(work: Work, one: Told[d.RevisionMade]) -> Work | None:
    """Take in a revision of bases that are there."""
    name = one.fact.revision
    if name in work.revisions or not one.fact.bases <= work.revisions.keys():
        return None
    return replace(work, revisions={**work.revisions, name: one})


def suggestion_made(work: Work, one: Told[d.SuggestionMade]) -> Work | None:
    """Take in a suggestion to a revision that is there."""
    name = one.fact.suggestion
    if name in work.suggestions or one.fact.revision not in work.revisions:
        return None
    return replace(work, suggestions={**work.suggestions, name: Suggestion(one)})


def suggestion_discussed(work: Work, one: Told[d.SuggestionDiscussed]) -> Work | None:
    """Take in what somebody said of a suggestion."""
    found = work.suggestions.get(one.fact.suggestion)
    if found is None:
        return None
    anew = replace(found, discussed=(*found.discussed, one))
    return replace(work, suggestions={**work.suggestions, one.fact.suggestion: anew})


def suggestion_ended(work: Work, one: Told[d.SuggestionEnded]) -> Work | None:
    """Take in what became of a suggestion; the last holds."""
    found = work.suggestions.get(one.fact.suggestion)
    if found is None:
        return None
    anew = replace(found, ended=one)
    return replace(work, suggestions={**work.suggestions, one.fact.suggestion: anew})


CHANGES: Mapping[type[Fact], Callable[..., Any]] = {
    d.RevisionMade: revision_made,
    d.SuggestionMade: suggestion_made,
    d.SuggestionDiscussed: suggestion_discussed,
    d.SuggestionEnded: suggestion_ended,
}
