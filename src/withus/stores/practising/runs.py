"""Practice runs: what each held, who ran it, and which of them belong to whoever goes live."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from withus.core.history.streams import PARTNERSHIP
from withus.core.proofs.base64_strict import to_base64
from withus.core.rules.practised import Practised, Run, plain, stem
from withus.core.rules.practising import Waits
from withus.core.words import AskKind, Duty
from withus.stores.accounts.marks import mark
from withus.stores.accounts.models import Link
from withus.stores.asking.models import Ask
from withus.stores.joining.models import PartnershipRow
from withus.stores.people.models import Person
from withus.stores.practising.models import ThrownAway
from withus.stores.record.models import Indexed, Log, SealedValue
from withus.stores.record.proving import from_tree
from withus.stores.record.states import partnership_state
from withus.stores.worrying.models import Worry

RUN_IT = (Duty.HOST, Duty.FACILITATOR)


def run_of(log: Log) -> Run:
    """Return a practice run as a live record names it."""
    opened = partnership_state(log).opened
    assert opened is not None
    types = Indexed.objects.filter(log=log).values_list("type", flat=True)
    root = from_tree(log, lambda tree: tree.root(log.size))
    return Run(log.origin, log.size, to_base64(root), opened.day, dict(Counter(types)))


def run_by(log: Log) -> frozenset[str]:
    """Return the accounts of those who ran a practice run, be it under its name or a later one."""
    duties = partnership_state(log).duties.values()
    given = [each.given.entry for each in duties if each.given.fact.duty in RUN_IT]
    keys = SealedValue.objects.filter(log=log, entry__in=given).values("key")
    people = Person.objects.filter(key__in=keys).values("id")
    return frozenset(Link.objects.filter(person__in=people).values_list("account", flat=True))


def note_thrown_away(log: Log, name: str, *, at: datetime) -> None:
    """Put down that a practice run is thrown away, for the next live record to name."""
    run = run_of(log)
    ThrownAway.objects.create(
        origin=run.origin,
        mark=mark_of(name),
        size=run.size,
        root=run.root,
        since=run.since,
        entries=run.told()["entries"],
        run_by=sorted(run_by(log)),
        at=at,
    )


def practised(origin: str, name: str, *, source: Log | None = None) -> Practised:
    """Return what was practised by whoever opens a live record of some name.

    A run is known again by its own name, by its partnership's, or by the accounts that ran it.
    """
    rows, base = list(ThrownAway.objects.order_by("at", "id")), stem(origin)
    accounts = run_by(source) if rows and source is not None else frozenset()
    sign = mark_of(name) if rows else ""
    told = tuple(
        _run(row)
        for row in rows
        if row.mark == sign or stem(row.origin) == base or accounts & set(row.run_by)
    )
    found = run_of(source) if source is not None else None
    return Practised(found, told, _going_on(base, name, but=source))


def live_name(origin: str) -> str:
    """Return the name of the live record of a practice run: the nearest that is free."""
    first, number = stem(origin), 1
    alike = Log.objects.filter(origin__startswith=first).values_list("origin", flat=True)
    taken, name = {origin, *alike}, first
    while name in taken:
        number += 1
        name = f"{first}/{number}"
    return name


def waits(origin: str) -> Waits:
    """Return what keeps a run from being thrown away; whoever asked to be erased, is by that."""
    asks = Ask.objects.filter(origin=origin, answered=None).exclude(kind=AskKind.ERASE)
    return Waits(Worry.objects.filter(origin=origin, looked=None).count(), asks.count())


def source_of(told: Mapping[str, Any] | None) -> Log | None:
    """Return the practice run from which a live record is opened, by what its first entry says."""
    origin = told.get("origin") if told else None
    rows = PartnershipRow.objects.filter(ref=PARTNERSHIP, practice=True)
    logs = Log.objects.filter(origin__in=rows.values("origin"), continued_by=None)
    return logs.filter(origin=origin).first() if isinstance(origin, str) else None


def mark_of(name: str) -> str:
    """Return the mark by which a partnership's name is known again."""
    return mark("practice", plain(name))


def _run(row: ThrownAway) -> Run:
    return Run(row.origin, row.size, row.root, row.since, row.entries)


def _going_on(base: str, name: str, *, but: Log | None) -> str | None:
    """Return another practice run of the same name that is still there, and did not go live."""
    live_by_now = Log.objects.exclude(continued_by=None).values("origin")
    rows = PartnershipRow.objects.filter(ref=PARTNERSHIP, practice=True)
    rows = rows.exclude(origin__in=live_by_now).order_by("origin")
    for origin, called in rows.values_list("origin", "name"):
        other = but is None or origin != but.origin
        if other and (stem(origin) == base or plain(called) == plain(name)):
            return str(origin)
    return None
