"""What the tests put down again is what was written, and whatever comes after goes on from it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction

from tests import written
from tests.core.facts.story import ORIGIN, START, an_id
from tests.example_record import story
from tests.kept import FACTS, a_record, write_story
from withus.actions.joining import enter
from withus.core.facts.joining import OrganisationJoined
from withus.core.words import OrganisationKind
from withus.stores.people.identity import add_person
from withus.stores.people.models import Person
from withus.stores.record.append import THE_HOST
from withus.stores.record.check import check
from withus.stores.record.read import find_log

pytestmark = a_record


@pytest.fixture(autouse=True)
def nothing_yet(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin as a process that wrote nothing."""
    monkeypatch.setattr(written, "_written", {})
    count_from_the_first()


def count_from_the_first() -> None:
    """Let the numbers that a database gives begin again in the empty tables."""
    for alias, model in written.every_table():
        written.count_on(alias, [model])


def everything() -> list[tuple[str, tuple[Any, ...]]]:
    """Return all rows of all tables; in what order a table gives them is the engine's to say."""
    return sorted(
        (each.name, tuple(sorted(map(repr, each.rows)))) for each in written.as_they_lie()
    )


@contextmanager
def taken_back() -> Iterator[None]:
    """Take back whatever is written within."""
    with transaction.atomic(), transaction.atomic(using="keys"):
        yield
        for alias in ("default", "keys"):
            transaction.set_rollback(True, using=alias)


def test_every_row_lies_as_it_lay() -> None:
    with taken_back():
        people, rows = write_story(), everything()
    assert everything() == []
    assert (write_story(), everything()) == (people, rows)
    assert {"record_leaf", "record_sealedvalue", "keys_key"} <= {name for name, _ in rows}


def test_whatever_comes_after_goes_on_from_it() -> None:
    with taken_back():
        write_story(facts=story())
    count_from_the_first()
    write_story(facts=story())
    kind = OrganisationKind.CHARITY
    body = OrganisationJoined(organisation=an_id("body"), name="Our Say", kind=kind)
    enter(body, record=ORIGIN, by=THE_HOST, now=START + timedelta(days=1))
    add_person(ORIGIN, "Sam Ward")
    assert find_log(ORIGIN).size == 58
    assert list(check(find_log(ORIGIN))) == []


def test_where_something_lies_the_story_is_written_beside_it() -> None:
    with taken_back():
        people = write_story()
    other = add_person("withus.example/other", "Sam Ward").person
    again = write_story()
    assert again.keys() == people.keys()
    assert set(again.values()).isdisjoint(people.values())
    assert Person.objects.filter(id=other).exists()


def test_what_a_test_does_to_what_is_returned_reaches_no_other() -> None:
    for _ in range(2):
        with taken_back():
            write_story().clear()
    assert write_story()


def test_another_story_is_another_one() -> None:
    with taken_back():
        write_story(facts=FACTS[:3])
    write_story(facts=FACTS[:5])
    assert find_log(ORIGIN).size == 5
