"""Writing the plan of a work: each text is saved over the one that whoever writes has read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from withus.actions.joining import enter
from withus.actions.meeting import By
from withus.actions.speaking import Speaker, speaker
from withus.core.drafting.kept import keep, known_from
from withus.core.drafting.paragraphs import plain
from withus.core.errors import Refusal
from withus.core.facts.drafting import RevisionMade
from withus.core.history.work import Work
from withus.core.rules.guarding import check_may_write
from withus.core.words import Version
from withus.stores.drafting import unshared
from withus.stores.drafting.unshared import THE_TEXT, Draft, Typed
from withus.stores.keys.locker import new_id
from withus.stores.record.append import locked
from withus.stores.record.models import Log
from withus.stores.record.openings import find_texts
from withus.stores.record.read import find_log
from withus.stores.record.states import partnership_state, work_state

LONGEST = 500_000  # characters: some 80,000 words
LONGEST_CREDITS = 400
LONGEST_HISTORY = 8_000_000
HISTORY = "history"  # in the place of a form: a file whose lines are texts


class NotAText(Refusal):
    """Say that what was sent is no text of a plan."""


@dataclass(frozen=True, slots=True)
class ToSave:
    """A text to save: over which others, in which form, and from whose place it is said."""

    work: str
    text: str
    bases: frozenset[str]
    holding: str | None
    version: Version | None = None
    credits: str = ""
    imported: bool = False


def form_of(version: Version | None) -> str:
    """Tell by which word what somebody writes is kept."""
    return version.value if version else THE_TEXT


def save(wanted: ToSave, *, by: By) -> str:
    """Save a text for everybody on the work's boards; return the revision's id.

    Errors: NotAText `text_too_long`, `credits_too_long`; those of the rules: `another_base`, where
        somebody else saved another text meanwhile.
    """
    check_length(wanted.text)
    text = plain(wanted.text)
    if len(wanted.credits) > LONGEST_CREDITS:
        raise NotAText("credits_too_long")
    before = Before.of(wanted.work, by)
    with locked(by.record) as log:
        state = work_state(log, wanted.work)
        said = speaker(log, state, wanted.holding, by)
        fact = revision(before.brought_up(log, state), text, wanted, said)
        enter(fact, record=by.record, by=said.actor, now=by.now)
        form = form_of(wanted.version)
        unshared.drop(by.record, by.person, work=wanted.work, form=form)
    return fact.revision


def check_length(text: str) -> None:
    """Refuse a text that is too long. Errors: NotAText `text_too_long`."""
    if len(text) > LONGEST:
        raise NotAText("text_too_long", {"most": LONGEST})


@dataclass(frozen=True, slots=True)
class Before:
    """The words that a work holds already: read before the lock is taken, and brought up in it."""

    entries: tuple[int, ...]
    texts: tuple[str | None, ...]

    @classmethod
    def of(cls, work: str, by: By) -> Before:
        """Return the words of a work as it stands now."""
        log = find_log(by.record)
        entries = entries_of(work_state(log, work))
        return cls(entries, read_texts(log, entries))

    def brought_up(self, log: Log, state: Work) -> Before:
        """Return them with those of the texts that came since."""
        entries = entries_of(state)
        more = read_texts(log, entries[len(self.entries) :])
        return Before(entries, (*self.texts, *more))

    def and_of(self, text: str) -> Before:
        """Return them with those of a text that is about to be entered."""
        return Before((*self.entries, -1), (*self.texts, text))


def entries_of(state: Work) -> tuple[int, ...]:
    """Return the entries of a work's texts, in the order of the record."""
    return tuple(one.entry for one in state.revisions.values())


def read_texts(log: Log, entries: Sequence[int]) -> tuple[str | None, ...]:
    """Return the new words of some texts, as far as they open."""
    found = find_texts(log, entries, path="text") if entries else {}
    return tuple(found.get(entry) for entry in entries)


def revision(before: Before, text: str, wanted: ToSave, said: Speaker) -> RevisionMade:
    """Return a text as it is entered: each paragraph that is there already is only named."""
    kept = keep(text, known=known_from(before.texts))
    return RevisionMade(
        work=wanted.work,
        revision=new_id(),
        bases=wanted.bases,
        contributor=said.holding,
        scribe=said.scribe,
        version_of=wanted.version,
        imported=wanted.imported,
        suggestion=None,
        paragraphs=kept.paragraphs,
        text=kept.text,
        credits=wanted.credits.strip(),
    )


def keep_unshared(work: str, version: Version | None, typed: Typed, *, by: By, on: date) -> None:
    """Keep what somebody is writing, for them alone. No entry is made of it.

    Errors: NotAText `text_too_long`; NotAllowed `no_one_to_guard`.
    """
    check_length(typed.text)
    check_may_write(partnership_state(find_log(by.record)), on=on)
    if not typed.text.strip():
        unshared.drop(by.record, by.person, work=work, form=form_of(version))
        return
    unshared.keep(by.record, by.person, Draft(work, form_of(version), typed, on))


def keep_history(work: str, written: str, *, by: By, on: date) -> None:
    """Keep the file of a whole history for whoever brings it in, until they say whose words it is.

    Errors: NotAText `history_too_long`; NotAllowed `no_one_to_guard`.
    """
    if len(written) > LONGEST_HISTORY:
        raise NotAText("history_too_long")
    check_may_write(partnership_state(find_log(by.record)), on=on)
    typed = Typed(base="", text=written)
    unshared.keep(by.record, by.person, Draft(work, HISTORY, typed, on))


def drop_history(work: str, *, by: By) -> None:
    """Throw away the file of a history that was not brought in."""
    unshared.drop(by.record, by.person, work=work, form=HISTORY)


def drop_unshared(work: str, version: Version | None, *, by: By) -> None:
    """Throw away what somebody was writing."""
    unshared.drop(by.record, by.person, work=work, form=form_of(version))


def named_bases(some: Iterable[str]) -> frozenset[str]:
    """Return the texts that a form says it was written over; empty names are none."""
    return frozenset(each for each in some if each)
