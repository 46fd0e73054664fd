"""The queue takes ids only, does each job once, and keeps nothing of anybody's words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from withus.jobs import queue

pytestmark = pytest.mark.django_db(transaction=True)  # a worker closes its connection
DONE: list[tuple[object, ...]] = []
AN_ID = "AAAAAAAAAAAAAAAAAAAAAA"


@queue.job
def note_down(*ids: object) -> None:
    """Note what it was given."""
    DONE.append(ids)


@queue.job
def fail_with_words(number: int) -> None:
    """Fail, with somebody's words in the fault."""
    raise ValueError("Ada wrote: " + "my own words")


@pytest.fixture(autouse=True)
def nothing_done() -> None:
    DONE.clear()


def test_jobs_are_done_in_their_order_and_once() -> None:
    queue.ask(note_down, 1)
    queue.ask(note_down, 2, AN_ID)
    assert queue.is_asked(note_down)
    queue.work(most=10)
    queue.work(most=10)
    assert DONE == [(1,), (2, AN_ID)]
    assert not queue.is_asked(note_down)


def test_a_job_for_later_waits_until_then() -> None:
    queue.ask(note_down, 1, after=datetime.now(UTC) + timedelta(hours=1))
    queue.work(most=10)
    assert DONE == []
    assert queue.is_asked(note_down)


@pytest.mark.parametrize("wrong", ["some words", "", AN_ID + "A", 1.5, None, ["AAAA"]])
def test_a_job_is_given_nothing_but_ids(wrong: object) -> None:
    with pytest.raises(queue.NotAnId):
        queue.ask(note_down, wrong)
    assert not DBTaskResult.objects.exists()


def test_a_job_that_fails_leaves_the_place_and_none_of_the_words(
    capfd: pytest.CaptureFixture[str],
) -> None:
    queue.ask(fail_with_words, 1)
    queue.ask(note_down, 2)
    queue.work(most=10)
    row = DBTaskResult.objects.get(status=TaskResultStatus.FAILED)
    assert "ValueError at fail_with_words" in row.traceback
    assert "Ada" not in row.traceback
    assert "Ada" not in "".join(capfd.readouterr())
    assert DONE == [(2,)], "one that fails does not hold up the next"


def test_ended_and_broken_off_jobs_are_forgotten_when_they_are_old() -> None:
    now = datetime.now(UTC)
    old, new = now - timedelta(days=8), now - timedelta(days=6)
    for status, when in (("SUCCESSFUL", old), ("FAILED", old), ("FAILED", new), ("RUNNING", old)):
        queue.ask(note_down)
        row = DBTaskResult.objects.filter(status="READY")
        row.update(status=status, started_at=when, finished_at=when)
    DBTaskResult.objects.filter(status="RUNNING").update(finished_at=None)
    queue.ask(note_down)
    assert queue.forget(before=now - timedelta(days=7)) == 3
    left = DBTaskResult.objects.order_by("status").values_list("status", flat=True)
    assert list(left) == ["FAILED", "READY"]
