"""Suggestions to a passage of a plan: made, talked about, taken back, taken in or answered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from withus.actions.drafting import Before, ToSave, check_length, revision
from withus.actions.joining import enter
from withus.actions.meeting import LONGEST_WORDS, By, check_words
from withus.actions.speaking import Speaker, speaker
from withus.core.drafting.paragraphs import joined, paragraphs, plain
from withus.core.facts.drafting import (
    RevisionMade,
    SuggestionDiscussed,
    SuggestionEnded,
    SuggestionMade,
)
from withus.core.history.work import Suggestion, Work
from withus.core.rules.drafting import latest
from withus.core.rules.situation import NotAllowed
from withus.core.words import SuggestionOutcome
from withus.stores.drafting import texts
from withus.stores.keys.locker import new_id
from withus.stores.record.append import locked
from withus.stores.record.models import Log
from withus.stores.record.states import work_state


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a text: which work, which revision, which paragraph, from 0."""

    work: str
    revision: str
    place: int


def suggest(passage: Passage, words: str, *, holding: str | None, by: By) -> str:
    """Suggest other words for a passage, or none, which is to take it out; return its id.

    Errors: NotAllowed `no_such_passage`, `same_words`; those of the rules.
    """
    check_length(words)
    words = plain(words)
    with locked(by.record) as log:
        state = work_state(log, passage.work)
        if words == passage_at(log, state, passage):
            raise NotAllowed("same_words")
        said = speaker(log, state, holding, by)
        fact = SuggestionMade(
            suggestion=new_id(),
            revision=passage.revision,
            holding=said.holding,
            paragraph=passage.place,
            words=words,
        )
        enter(fact, record=by.record, by=said.actor, now=by.now)
    return fact.suggestion


def passage_at(log: Log, state: Work, passage: Passage) -> str:
    """Return the words of a passage. Errors: NotAllowed `no_such_revision`, `no_such_passage`."""
    found = texts.revision(state, passage.revision)
    if found is None:
        raise NotAllowed("no_such_revision")
    some = texts.open_revisions(log, state, [found])[passage.revision].passages
    words = some[passage.place].words if 0 <= passage.place < len(some) else None
    if words is None:
        raise NotAllowed("no_such_passage")
    return words


def discuss(work: str, suggestion: str, words: str, *, holding: str | None, by: By) -> int:
    """Say something of a suggestion that is not answered yet."""
    check_words(words, most=LONGEST_WORDS)
    with locked(by.record) as log:
        said = speaker(log, work_state(log, work), holding, by)
        fact = SuggestionDiscussed(suggestion=suggestion, holding=said.holding, words=words.strip())
        return enter(fact, record=by.record, by=said.actor, now=by.now)[0]


def take_back(suggestion: str, *, by: By) -> int:
    """Take one's own suggestion back."""
    return _end(suggestion, SuggestionOutcome.WITHDRAWN, by=by)


def refuse(suggestion: str, reason: str, *, by: By) -> int:
    """Answer that a suggestion is not taken in, and say why."""
    if len(reason) > LONGEST_WORDS:
        raise NotAllowed("too_many_words")
    return _end(suggestion, SuggestionOutcome.NOT, by=by, reason=reason.strip())


def went_in_otherwise(work: str, suggestion: str, reason: str, *, by: By) -> int:
    """Answer that what was suggested is in the plan as it stands, written in by hand, and how."""
    if len(reason) > LONGEST_WORDS:
        raise NotAllowed("too_many_words")
    with locked(by.record) as log:
        fact = _ended(
            suggestion,
            SuggestionOutcome.PARTLY,
            latest(work_state(log, work), None),
            reason.strip(),
        )
        return enter(fact, record=by.record, by=by.actor, now=by.now)[0]


def _end(suggestion: str, outcome: SuggestionOutcome, *, by: By, reason: str = "") -> int:
    fact = SuggestionEnded(suggestion=suggestion, outcome=outcome, revision=None, reason=reason)
    return enter(fact, record=by.record, by=by.actor, now=by.now)[0]


@dataclass(frozen=True, slots=True)
class ToTakeIn:
    """How a suggestion is taken in: as it is; or with other words for it, and why."""

    work: str
    suggestion: str
    holding: str | None = None  # from whose place those other words are
    instead: str | None = None  # None: it is taken in as it is
    reason: str = ""


def take_in(wanted: ToTakeIn, *, by: By) -> str:
    """Put a suggestion into the plan as it stands; return the text that then stands.

    Its words are those of whoever made it. Where they are taken in partly, they go in first as they
    are, and are then changed by whoever takes them in: so each word is whose it is.
    Errors: NotAllowed `no_such_suggestion`, `passage_changed`, `passage_gone`; those of the rules.
    """
    if len(wanted.reason) > LONGEST_WORDS:
        raise NotAllowed("too_many_words")
    before = Before.of(wanted.work, by)
    with locked(by.record) as log:
        state = work_state(log, wanted.work)
        one = state.suggestions.get(wanted.suggestion)
        if one is None:
            raise NotAllowed("no_such_suggestion")
        there = Standing.of(log, state, one)
        said = speaker(log, state, wanted.holding, by)
        facts = tuple(_facts(wanted, there, before.brought_up(log, state), said))
        enter(*facts, record=by.record, by=by.actor, now=by.now)
    return str(facts[-1].revision)


@dataclass(frozen=True, slots=True)
class Standing:
    """A suggestion, and the plan as it stands: around the passage that it is about."""

    made: SuggestionMade
    words: str
    last: str  # the plan's last text
    before: tuple[str, ...]
    after: tuple[str, ...]

    @classmethod
    def of(cls, log: Log, state: Work, one: Suggestion) -> Standing:
        """Return where a suggestion would go. Errors: `passage_changed`, `passage_gone`."""
        made = one.made.fact
        words = texts.words_at(log, state, one.made.entry, path="words")
        of, last = texts.revision(state, made.revision), latest(state, None)
        now = texts.revision(state, last) if last else None
        if words is None or of is None or now is None or of.told.fact.version_of is not None:
            raise NotAllowed("passage_changed")
        opened = texts.open_revisions(log, state, (of, now))
        then, there = opened[of.name].passages, opened[now.name].passages
        wanted = then[made.paragraph].digest if made.paragraph < len(then) else None
        found = [at for at, each in enumerate(there) if each.digest == wanted]
        if len(found) != 1:
            raise NotAllowed("passage_changed")
        if any(each.words is None for each in there):
            raise NotAllowed("passage_gone")
        some = [str(each.words) for each in there]
        return cls(made, words, now.name, tuple(some[: found[0]]), tuple(some[found[0] + 1 :]))

    def with_words(self, words: str) -> str:
        """Tell the plan with other words in the place of the passage."""
        return joined((*self.before, *paragraphs(words), *self.after))


def _facts(
    wanted: ToTakeIn, there: Standing, before: Before, said: Speaker
) -> Iterator[RevisionMade | SuggestionEnded]:
    """Yield the text with the suggestion as it is, then with what was changed, and the answer."""
    made, instead = there.made, wanted.instead
    bases = frozenset({there.last, made.revision})
    whole = there.with_words(there.words)
    theirs = Speaker(said.actor, made.holding)
    saved = ToSave(wanted.work, whole, bases, made.holding)
    first = replace(revision(before, whole, saved, theirs), suggestion=made.suggestion)
    yield first
    if instead is None or plain(instead) == there.words:
        yield _ended(made.suggestion, SuggestionOutcome.MERGED, first.revision)
        return
    partly = there.with_words(plain(instead))
    saved = ToSave(wanted.work, partly, frozenset({first.revision}), said.holding)
    second = revision(before.and_of(str(first.text)), partly, saved, said)
    yield second
    yield _ended(made.suggestion, SuggestionOutcome.PARTLY, second.revision, wanted.reason.strip())


def _ended(
    suggestion: str, outcome: SuggestionOutcome, at: str | None, reason: str = ""
) -> SuggestionEnded:
    return SuggestionEnded(suggestion=suggestion, outcome=outcome, revision=at, reason=reason)
