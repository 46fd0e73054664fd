"""Words are counted after each text by a job, which knows the work's id alone."""

from __future__ import annotations

from django_tasks_db.models import DBTaskResult

from tests.a_plan import a_plan
from tests.kept import committed
from withus.jobs import queue, wording
from withus.stores.wording import counts
from withus.stores.wording.models import Counted

pytestmark = committed


def test_a_job_counts_the_words_of_a_work() -> None:
    plan = a_plan()
    wording.soon(plan.there.work)
    assert DBTaskResult.objects.get().args_kwargs == {"args": [plan.there.work], "kwargs": {}}
    queue.work(most=1)
    assert counts.find(plan.log, plan.there.work, plan.state) is not None


def test_a_work_that_is_not_there_counts_nothing() -> None:
    queue.ask(wording.count, "x" * 22)
    queue.work(most=1)
    assert not Counted.objects.exists()
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"
