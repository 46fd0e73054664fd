"""Once a day, what has done its work for seven days goes, and nothing else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo

import pytest
from django_tasks_db.models import DBTaskResult

from tests.deciding_in_a_room import a_room
from tests.kept import committed
from withus.jobs import queue, sweeping
from withus.stores.accounts.accounts import link, open_account
from withus.stores.accounts.models import Link
from withus.stores.deciding.models import MotionRow, PositionRow
from withus.stores.record.append import open_log
from withus.stores.record.models import Errand
from withus.stores.tokens.models import Token
from withus.stores.tokens.tokens import add_token

# A worker closes its connection.
pytestmark = committed


def test_a_sweep_deletes_what_is_spent_and_asks_for_the_next() -> None:
    log, now = open_log("withus.example/thornmere"), datetime.now(UTC)
    for number, done in enumerate((None, now - timedelta(days=6), now - timedelta(days=8))):
        Errand.objects.create(
            log=log, entry=number, kind="checkpoint", made_at=now - timedelta(days=9), done_at=done
        )
    sweeping.plan()
    queue.work(most=1)
    assert [each.entry for each in Errand.objects.order_by("entry")] == [0, 1]
    following = DBTaskResult.objects.get(status="READY", task_path=sweeping.sweep.module_path)
    assert timedelta(hours=23) < following.run_after - now < timedelta(hours=25)


def test_a_sweep_takes_away_keys_for_programs_whose_time_is_over() -> None:
    account, now = open_account(), datetime.now(UTC)
    link(account, origin="withus.example/thornmere", person="a person")
    theirs = Link.objects.select_related("account").get()
    for days in (1, 89, 91):
        add_token(theirs, "A list", now=now - timedelta(days=days))
    sweeping.plan()
    queue.work(most=1)
    assert Token.objects.count() == 2


def test_however_often_a_worker_starts_one_sweep_is_asked_for() -> None:
    for _ in range(3):
        sweeping.plan()
    assert DBTaskResult.objects.count() == 1


def test_two_sweeps_at_once_leave_one_for_the_next_day() -> None:
    queue.ask(sweeping.sweep)
    queue.ask(sweeping.sweep)
    queue.work(most=2)
    queue.work(most=5)
    assert DBTaskResult.objects.filter(status="READY").count() == 1


def test_a_sweep_settles_what_nobody_may_speak_to_any_more(monkeypatch: pytest.MonkeyPatch) -> None:
    room = a_room(there="Bo Cy Flo")
    room.comes("Di", typed_by="Fay")
    room.stand("Bo", "Cy", "Flo")
    room.stand("Di", by="Fay")
    room.decide()
    row = MotionRow.objects.get(ref=room.motion)
    assert (row.outcome, PositionRow.objects.count()) == ("unsettled", 4)

    class Later(datetime):
        """The clock of nine days after."""

        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Later:
            then = room.here.now + timedelta(days=9)
            return cls.fromtimestamp(then.timestamp(), tz)

    monkeypatch.setattr(sweeping, "datetime", Later)
    monkeypatch.setattr(queue, "forget", lambda **_: 0)  # of the job under way, by that clock
    sweeping.plan()
    queue.work(most=1)
    row.refresh_from_db()
    assert (row.outcome, PositionRow.objects.count()) == ("may_not", 0)
