"""The worker as a process: it works beside others that write, and ends when it is asked to."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from django_tasks_db.models import DBTaskResult

from tests.signer.processes import PATIENCE, Place, Writer, wait_for

TABLE = DBTaskResult._meta.db_table
WORKER = ("-m", "withus", "worker")
ASK = """
import django
django.setup()
from withus.jobs import queue, sweeping
for _ in range(40):
    queue.ask(sweeping.sweep)
"""


@pytest.fixture
def place(tmp_path: Path) -> Place:
    made = Place(tmp_path)
    made.make_ready()
    return made


@pytest.fixture
def writer(place: Place) -> Iterator[Writer]:
    """Open a record and be ready to add to it."""
    process = Writer(place)
    yield process
    process.end()


def done(place: Place) -> int:
    return len(place.rows(f"SELECT 1 FROM {TABLE} WHERE status = 'SUCCESSFUL'"))  # noqa: S608


def test_it_sweeps_at_its_first_start_and_ends_when_asked(place: Place) -> None:
    with place.started(*WORKER, stderr=subprocess.PIPE) as worker:
        wait_for(lambda: done(place) >= 1)
        worker.send_signal(signal.SIGTERM)
        said = worker.communicate(timeout=PATIENCE)[1]
    assert (worker.returncode, said) == (0, "")


def test_two_workers_and_a_writer_do_each_job_once_and_lose_nothing(
    place: Place, writer: Writer
) -> None:
    with place.started("-c", ASK) as asking:
        assert asking.wait(PATIENCE) == 0
    with place.started(*WORKER) as one, place.started(*WORKER) as other:
        acts = 0
        while done(place) < 40:
            writer.add(1)
            acts += 1
        assert one.poll() is None
        assert other.poll() is None
    sql = f"SELECT DISTINCT json_array_length(worker_ids) FROM {TABLE} WHERE status != 'READY'"  # noqa: S608
    assert place.rows(sql) == [(1,)], "no job was taken twice"
    assert place.size() == acts + 1
