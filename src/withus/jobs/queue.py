"""The one door to the queue of jobs: nothing else here knows which library keeps it.

A job's row outlives the job, so it may hold nothing of anybody's words: a job is given ids only,
and of a fault in it only the place is kept.
"""

from __future__ import annotations

import functools
import logging
import re
from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeAlias

from django.db import OperationalError
from django.db.models import Q
from django.utils.crypto import get_random_string
from django_tasks import TaskResultStatus, task
from django_tasks.base import Task
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult
from django_tasks_db.utils import is_locked_database_exception

Job: TypeAlias = Task[Any, Any]
ID = re.compile(r"[A-Za-z0-9_-]{22}")
SPENT = (TaskResultStatus.SUCCESSFUL, TaskResultStatus.FAILED)
logger = logging.getLogger("withus.jobs")


class JobFailed(Exception):
    """Say where a job failed; what it was about stays with the job."""


class NotAnId(TypeError):
    """Say that a job was to be given something else than an id."""


def job(function: Callable[..., None]) -> Job:
    """Make a job of a function that takes ids only. It may run twice, so twice must be as once."""

    @functools.wraps(function)
    def run(*ids: Any) -> None:
        try:
            function(*ids)
        except Exception as fault:  # noqa: BLE001  # whatever it said, its words go no further
            place = _place(fault)
        else:
            return
        logger.error("A job failed: %s", place)
        raise JobFailed(place)

    return task(run)


def _place(fault: BaseException) -> str:
    step, kind = fault.__traceback__, type(fault)
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    where = f"{step.tb_frame.f_code.co_qualname}:{step.tb_lineno}" if step else "?"
    return f"{kind.__module__}.{kind.__qualname__} at {where}"


def ask(wanted: Job, *ids: object, after: datetime | None = None) -> None:
    """Put a job in the queue, to be done now or after a time."""
    for each in ids:
        if not (isinstance(each, int) or (isinstance(each, str) and ID.fullmatch(each))):
            raise NotAnId(wanted.name)
    wanted.using(run_after=after).enqueue(*ids)


def is_asked(wanted: Job) -> bool:
    """Tell whether a job is in the queue and not begun."""
    rows = DBTaskResult.objects.filter(status=TaskResultStatus.READY)
    return rows.filter(task_path=wanted.module_path).exists()


def forget(*, before: datetime) -> int:
    """Delete what the queue still holds of jobs that ended, or broke off, before a time."""
    ended = Q(status__in=SPENT, finished_at__lt=before)
    broken_off = Q(status=TaskResultStatus.RUNNING, started_at__lt=before)
    return DBTaskResult.objects.filter(ended | broken_off).delete()[0]


def work(*, most: int | None = None) -> None:
    """Do jobs as they come, until asked to end; with `most`, until none is left or so many done."""
    worker = Worker(
        queue_names=["default"],
        interval=1.0,
        batch=most is not None,
        backend_name="default",
        startup_delay=False,
        max_tasks=most,
        worker_id=get_random_string(32),
        excluded_queue_names=[],
    )
    if most is None:
        worker.configure_signals()
    while True:
        try:
            return worker.run()
        except OperationalError as fault:
            if not is_locked_database_exception(fault):
                raise
