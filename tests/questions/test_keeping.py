"""Heads and receipts of a record, and proofs from its stored hashes."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.example_record import ORIGIN, opening, sign, story
from tests.kept import write_story
from withus.core.proofs.merkle import root_over
from withus.core.proofs.receipt import read_receipt
from withus.questions import keeping
from withus.questions.finding import NotHere
from withus.stores.record.models import Log
from withus.stores.record.proving import from_tree
from withus.stores.record.read import leaves

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture
def log() -> Log:
    """The record of Thornmere, signed at two sizes."""
    write_story(ORIGIN, facts=story())
    sign(size=20)
    sign(size=55)
    return Log.objects.get(origin=ORIGIN)


def test_the_latest_head_and_any_that_was_signed_are_found(log: Log) -> None:
    latest, earlier = keeping.latest_head(ORIGIN), keeping.head_at(ORIGIN, 20)
    assert latest and latest.size == 55 and not latest.others
    assert earlier and earlier.code.size == 20
    assert keeping.head_at(ORIGIN, 21) is None


def test_any_size_is_proved_from_stored_hashes_with_one_query(log: Log) -> None:
    content = list(leaves(log))
    for size in (1, 2, 31, 32, 33, 56, 57):
        with CaptureQueriesContext(connection) as asked:
            checkpoint = keeping.checkpoint_at(log, size)
        assert len(asked) == 1
        assert checkpoint.head() == root_over(content[:size])


def test_the_empty_record_has_a_root_too(log: Log) -> None:
    assert keeping.checkpoint_at(log, 0).size == 0
    assert from_tree(log, lambda tree: tree.size) == 57


def test_a_receipt_is_of_the_latest_head_and_of_no_entry_after_it(log: Log) -> None:
    content = keeping.receipt(ORIGIN, 54)
    assert content and read_receipt(content).index == 54
    assert keeping.receipt(ORIGIN, 55) is None
    with pytest.raises(NotHere):
        keeping.receipt(ORIGIN, 57)


def test_a_record_that_was_never_signed_has_neither() -> None:
    write_story(ORIGIN, facts=[opening()])
    assert keeping.latest_head(ORIGIN) is None
    assert keeping.receipt(ORIGIN, 0) is None
