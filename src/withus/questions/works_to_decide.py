"""What of the works of a board can be put to it: questions, drafts, and what was there before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q

from withus.core.history.work import Work
from withus.core.words import ExistingKind, MotionKind
from withus.questions.meeting import Spot, words_of
from withus.stores.framing.models import WorkRow
from withus.stores.record.models import Log
from withus.stores.record.states import states

MOST_WORKS = 12  # the newest, on one form


@dataclass(frozen=True, slots=True)
class ToDecide:
    """Something of a work that can be put: its id, of which kind, its words, and the work's name.

    `number` counts drafts from 1; 0 for what is none.
    """

    id: str
    kind: MotionKind
    work: str
    name: str
    words: str
    number: int = 0
    one_person: bool = False  # then nothing of it is to be read by others once it is decided


def to_decide(log: Log, board: str) -> list[ToDecide]:
    """Return what of a board's works can be put to it, the newest work first."""
    theirs = Q(board=board) | Q(boards__contains=board)
    rows = WorkRow.objects.filter(theirs, origin=log.origin).order_by("-opened")[:MOST_WORKS]
    found = states(log, [row.ref for row in rows])
    works = [each for row in rows if isinstance(each := found.get(row.ref), Work)]
    entries = {entry for each in works for entry in _entries(each)}
    words = words_of(log, entries, *works)
    return [one for each in works for one in of_work(each, words)]


def of_work(work: Work, words: dict[Spot, str]) -> Iterator[ToDecide]:
    """Yield what of a work can be put: proposals nobody joined, last drafts, what still stands."""
    assert work.opened is not None
    ref, name = work.opened.fact.work, work.opened.fact.name
    own = work.opened.fact.about_one_person
    joined = {each for one in work.questions.values() for each in one.fact.joins}
    agreed = {each.fact.question for each in work.agreed}
    for question, told in work.questions.items():
        if question not in joined | agreed:
            said = words.get((told.entry, "words"), "")
            yield ToDecide(question, MotionKind.QUESTION, ref, name, said, one_person=own)
    texts = [key for key, each in work.revisions.items() if not each.fact.version_of]
    bases = {each for one in work.revisions.values() for each in one.fact.bases}
    for number, revision in enumerate(texts, start=1):
        if revision not in bases:
            yield ToDecide(revision, MotionKind.TEXT, ref, name, "", number, own)
    for existing, each in work.existing.items():
        if each.again is None and each.told.fact.kind is not ExistingKind.FIXED:
            said = words.get((each.told.entry, "what"), "")
            yield ToDecide(existing, MotionKind.OTHER, ref, name, said, one_person=own)


def _entries(work: Work) -> Iterator[int]:
    yield from (each.entry for each in work.questions.values())
    yield from (each.told.entry for each in work.existing.values())
