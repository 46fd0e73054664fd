"""Drafting: which of its facts may follow from where a work stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from withus.core.facts import drafting as d
from withus.core.facts.circumstances import HOST
from withus.core.facts.fact import Fact
from withus.core.history.work import Work
from withus.core.rules.framing import check_sits, check_work
from withus.core.rules.situation import NotAllowed, Situation
from withus.core.words import SuggestionOutcome, Version


def latest(work: Work, version: Version | None) -> str | None:
    """Tell the last revision of a plan, or of it in another form; None before the first.

    Reads: the order of the entries.
    """
    found = [name for name, one in work.revisions.items() if one.fact.version_of is version]
    return found[-1] if found else None


def check_revision(fact: d.RevisionMade, situation: Situation) -> None:
    """Refuse a revision that does not go on from the last one, so that nothing is lost unseen.

    Errors: as `check_work` and `check_sits`; NotAllowed `no_such_revision`, `another_base`,
        `base_missing`.
    """
    check_work(situation)
    work = situation.work
    if not fact.bases <= work.revisions.keys():
        raise NotAllowed("no_such_revision")
    last = latest(work, fact.version_of)
    if last is not None and last not in fact.bases:
        raise NotAllowed("another_base", {"revision": last})
    if fact.version_of is not None and not any(
        work.revisions[base].fact.version_of is None for base in fact.bases
    ):
        raise NotAllowed("base_missing")
    if fact.suggestion is not None:
        check_taken_in(fact, situation)
    else:
        check_sits(fact.contributor, situation)
    check_sits(fact.scribe, situation)
    if not str(fact.paragraphs).strip():
        raise NotAllowed("nothing_written")


def check_taken_in(fact: d.RevisionMade, situation: Situation) -> None:
    """Refuse a revision that takes in a suggestion as anybody's but whoever made it.

    Not: that they still hold their place; their words stay theirs.
    Errors: NotAllowed `no_such_suggestion`, `ended_already`, `words_of_another`, `not_confirmed`.
    """
    work = situation.work
    found = work.suggestions.get(fact.suggestion or "")
    if found is None:
        raise NotAllowed("no_such_suggestion")
    if found.ended is not None:
        raise NotAllowed("ended_already")
    other_form = fact.version_of is not None or fact.imported
    if found.made.fact.holding != fact.contributor or other_form:
        raise NotAllowed("words_of_another")
    if found.made.typed_by not in (None, HOST) and not says_so(work, found.made.entry):
        raise NotAllowed("not_confirmed")


def says_so(work: Work, entry: int) -> bool:
    """Tell whether what was typed for somebody is right, by the last who said anything of it.

    Reads: what was said about the work's entries.
    """
    said = [each.fact.right for each in work.said.confirmed if each.fact.entry == entry]
    return bool(said) and said[-1]


def check_suggestion(fact: d.SuggestionMade, situation: Situation) -> None:
    """Refuse a suggestion to no revision, or from no place held.

    Not: a suggestion of no words, which is to take a passage out.
    Errors: as `check_work` and `check_sits`; NotAllowed `no_such_revision`.
    """
    check_work(situation)
    if fact.revision not in situation.work.revisions:
        raise NotAllowed("no_such_revision")
    check_sits(fact.holding, situation)


def check_discussed(fact: d.SuggestionDiscussed, situation: Situation) -> None:
    """Refuse words of no suggestion, none at all, or from no place held.

    Errors: as `check_work` and `check_sits`; NotAllowed `no_such_suggestion`, `ended_already`,
        `nothing_written`.
    """
    check_work(situation)
    found = situation.work.suggestions.get(fact.suggestion)
    if found is None:
        raise NotAllowed("no_such_suggestion")
    if found.ended is not None:
        raise NotAllowed("ended_already")
    check_sits(fact.holding, situation)
    if not str(fact.words).strip():
        raise NotAllowed("nothing_written")


def check_suggestion_ends(fact: d.SuggestionEnded, situation: Situation) -> None:
    """Refuse to end no suggestion or one that has ended, or to merge it into no revision.

    Errors: as `check_work` and `check_is_in`; NotAllowed `no_such_suggestion`, `ended_already`,
        `reason_needed`.
    """
    check_work(situation)
    found = situation.work.suggestions.get(fact.suggestion)
    if found is None:
        raise NotAllowed("no_such_suggestion")
    if found.ended is not None:
        raise NotAllowed("ended_already")
    check_is_in(fact, found.made.entry, situation.work)
    refused = fact.outcome in (SuggestionOutcome.PARTLY, SuggestionOutcome.NOT)
    if refused and not str(fact.reason).strip():
        raise NotAllowed("reason_needed")


def check_is_in(fact: d.SuggestionEnded, made: int, work: Work) -> None:
    """Refuse to say that a suggestion is in a text that did not take it in.

    Shape: as it is, in the text that took it in; in part, in any text that came after it.
    Errors: NotAllowed `no_such_revision`, `not_taken_in`.
    """
    if fact.outcome not in (SuggestionOutcome.MERGED, SuggestionOutcome.PARTLY):
        return
    text = work.revisions.get(fact.revision or "")
    if text is None:
        raise NotAllowed("no_such_revision")
    whole = text.fact.suggestion == fact.suggestion
    if not whole and (fact.outcome is SuggestionOutcome.MERGED or text.entry < made):
        raise NotAllowed("not_taken_in")


CHECKS: Mapping[type[Fact], Callable[[Any, Situation], None]] = {
    d.RevisionMade: check_revision,
    d.SuggestionMade: check_suggestion,
    d.SuggestionDiscussed: check_discussed,
    d.SuggestionEnded: check_suggestion_ends,
}
