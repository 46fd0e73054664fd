"""A work of the cast's board: a question, what was before, a text of its plan, a suggestion."""

from __future__ import annotations

from datetime import timedelta

from tests.core.facts.story import DAY, START, an_id
from tests.example_record import HOME
from tests.kept import write
from withus.core.drafting.kept import keep
from withus.core.facts import drafting as d
from withus.core.facts import framing as f
from withus.core.facts import keeping as k
from withus.core.facts.fact import Fact
from withus.core.words import ChallengeGround, ExistingKind, Level, Version
from withus.stores.record.append import Actor
from withus.stores.record.read import find_log

WORK, QUESTION = an_id("the cast's work"), an_id("the cast's question")
EXISTING, ACCOUNT = an_id("the cast's earlier plan"), an_id("the cast's account")
CHALLENGE = an_id("the cast's challenge")
REVISION, EASY = an_id("the cast's text"), an_id("the cast's easy text")
SUGGESTION = an_id("the cast's suggestion")
LATER = START + timedelta(hours=4)


def work_on(origin: str, *, by: str) -> None:
    """Let the board work on something; `by` is the person who begins and tells it."""
    who = Actor(person=by)
    write(*begun(), now=LATER, origin=origin, by=who)
    raised = k.ChallengeRaised(
        challenge=CHALLENGE,
        entry=find_log(origin).size - 2,
        ground=ChallengeGround.EARLIER_PLAN,
        what="It was a plan.",
    )
    write(raised, now=LATER, origin=origin, by=who)
    write(*written(), now=LATER, origin=origin)


def begun() -> tuple[Fact, ...]:
    """Return a work that was begun, and what was told of it."""
    return (
        f.WorkOpened(
            work=WORK,
            name="Getting about",
            board=HOME,
            boards=frozenset(),
            level=Level.COMMUNITY,
            about_one_person=False,
        ),
        f.QuestionProposed(
            work=WORK, question=QUESTION, holding=None, joins=frozenset(), words="Who waits?"
        ),
        f.ExistingTold(
            work=WORK,
            existing=EXISTING,
            kind=ExistingKind.EARLIER_PLAN,
            since=DAY,
            said_by="Thornmere Council",
            practised=False,
            what="Fewer buses.",
        ),
        f.StartAccounted(
            work=WORK,
            account=ACCOUNT,
            started=DAY,
            asked=frozenset({an_id("affected_member held")}),
            documents=0,
            digests="",
            words="In the library.",
        ),
    )


def written() -> tuple[Fact, ...]:
    """Return a text of its plan, the same in Easy Read, and a suggestion, by whoever hosts it."""
    suggested = d.SuggestionMade(
        suggestion=SUGGESTION, revision=REVISION, holding=None, paragraph=0, words="A late bus."
    )
    first = text(REVISION, "A bus at ten.")
    return first, text(EASY, "A bus.", REVISION, version=Version.EASY_READ), suggested


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
