"""The plan's pages ask as little of a plan of a thousand drafts as of one of ten, and are quick."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.a_meeting import ORIGIN
from tests.a_plan import sits
from tests.a_work import WORK
from tests.kept import a_record, write
from tests.screens.drafting.people import PLAN, AtPlan, writing
from withus.actions.wording import count_words
from withus.core.drafting.kept import keep
from withus.core.facts import drafting as d
from withus.core.facts.fact import Fact
from withus.core.words import SuggestionOutcome
from withus.stores.keys.locker import new_id
from withus.stores.record.append import Actor

pytestmark = a_record
WORDS = "we ask people who come home what they need and when it is there they say so".split()
PARAGRAPHS, EACH = 200, 50  # 10,000 words
STATEMENTS = {
    "": 12,
    "?suggest=yes": 12,
    "revisions/": 6,
    "compare/": 10,
    "suggestions/": 7,
    "write/": 10,
}
MOST_MILLISECONDS = 150  # of work: three times the aim, since others may be at work beside it


def drafts(count: int) -> Iterator[Fact]:
    """Yield so many drafts of a plan of 10,000 words, each with another paragraph changed."""
    chance = random.Random(7)  # noqa: S311  # the same each time
    text = [paragraph(chance, at) for at in range(PARAGRAPHS)]
    known: dict[str, int] = {}
    last: list[str] = []
    for number in range(count):
        text[chance.randrange(PARAGRAPHS)] = paragraph(chance, PARAGRAPHS + number)
        kept = keep("\n\n".join(text), known=known)
        listed = [line.split(" ") for line in kept.paragraphs.split("\n")]
        known |= {line[0]: number for line in listed if len(line) == 1}
        name = new_id()
        yield d.RevisionMade(
            work=WORK,
            revision=name,
            bases=frozenset(last),
            contributor=sits("Bo"),
            scribe=None,
            version_of=None,
            imported=False,
            suggestion=None,
            paragraphs=kept.paragraphs,
            text=kept.text,
            credits="",
        )
        last = [name]


def paragraph(chance: random.Random, number: int) -> str:
    """Return a paragraph that is like no other."""
    return " ".join([f"{number}", *chance.choices(WORDS, k=EACH - 1)])


def suggested(revision: str, count: int) -> Iterator[Fact]:
    """Yield so many suggestions to a draft, each answered."""
    for _ in range(count):
        name = new_id()
        yield d.SuggestionMade(
            suggestion=name, revision=revision, holding=sits("Di"), paragraph=3, words="One more."
        )
        yield d.SuggestionEnded(
            suggestion=name, outcome=SuggestionOutcome.NOT, revision=None, reason="Too dear."
        )


def a_plan_of(count: int) -> AtPlan:
    """Return a plan of so many drafts, and as many suggestions."""
    at = writing(text="")
    here = at.plan.there.here
    by = Actor(person=here.people["Bo"])
    write(*drafts(count), now=here.now + timedelta(minutes=1), origin=ORIGIN, by=by)
    last = at.plan.last()
    write(*suggested(last, count), now=here.now + timedelta(minutes=2), origin=ORIGIN, by=by)
    return at


def asked_by(client: Client, address: str) -> int:
    """Return how many statements a page needs, of all databases."""
    with ExitStack() as stack:
        every = [stack.enter_context(CaptureQueriesContext(each)) for each in connections.all()]
        answer = client.get(address)
    assert answer.status_code == 200, address
    return sum(len(each) for each in every)


def seconds(client: Client, address: str) -> float:
    """Return the work a page takes, the least of a few times."""
    found = []
    for _ in range(5):
        began = time.process_time()
        client.get(address)
        found.append(time.process_time() - began)
    return min(found)


@pytest.mark.parametrize("count", [10, 200, pytest.param(1_000, marks=pytest.mark.drill)])
def test_the_plan_is_read_in_as_few_statements_and_as_quickly_however_many_drafts(
    db: None, count: int
) -> None:
    client = a_plan_of(count).as_("Bo").client
    count_words(WORK)
    for page in STATEMENTS:
        client.get(f"{PLAN}{page}")
    asked = {page: asked_by(client, f"{PLAN}{page}") for page in STATEMENTS}
    spent = {page: round(seconds(client, f"{PLAN}{page}") * 1000) for page in STATEMENTS}
    print(f"{count} drafts: statements {asked}; milliseconds {spent}")
    assert asked == STATEMENTS
    assert max(spent.values()) <= MOST_MILLISECONDS
