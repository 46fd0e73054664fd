"""A work of the cast's board: a text of its plan, the same in Easy Read, and a suggestion to it."""

from __future__ import annotations

from datetime import timedelta

from tests.core.facts.story import START, an_id
from tests.example_record import HOME
from tests.kept import write
from withus.core.drafting.kept import keep
from withus.core.facts import drafting as d
from withus.core.facts.fact import Fact
from withus.core.facts.framing import WorkOpened
from withus.core.words import Level, Version

WORK = an_id("the cast's work")
REVISION, EASY = an_id("the cast's text"), an_id("the cast's easy text")
SUGGESTION = an_id("the cast's suggestion")
LATER = START + timedelta(hours=4)


def work(origin: str) -> None:
    """Let the board begin a work, and whoever hosts it write a first text."""
    opened = WorkOpened(
        work=WORK,
        name="Coming home",
        board=HOME,
        boards=frozenset(),
        level=Level.COMMUNITY,
        about_one_person=False,
    )
    suggested = d.SuggestionMade(
        suggestion=SUGGESTION, revision=REVISION, holding=None, paragraph=0, words="A late bus."
    )
    first = text(REVISION, "A bus at ten.")
    easy = text(EASY, "A bus.", REVISION, version=Version.EASY_READ)
    write(opened, first, easy, suggested, now=LATER, origin=origin)


def text(name: str, words: str, *bases: str, version: Version | None = None) -> Fact:
    """Return a text as the record keeps it."""
    kept = keep(words, known={})
    return d.RevisionMade(
        work=WORK,
        revision=name,
        bases=frozenset(bases),
        contributor=None,
        scribe=None,
        version_of=version,
        imported=False,
        suggestion=None,
        paragraphs=kept.paragraphs,
        text=kept.text,
        credits="",
    )
