"""Practice runs: what each held, who ran it, and which of them belong to whoever goes live."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cached_property
from typing import Any

from withus.core.history.streams import PARTNERSHIP
from withus.core.proofs.base64_strict import to_base64
from withus.core.rules.practised import Practised, Run, plain, stem
from withus.core.rules.practising import Waits
from withus.core.words import AskKind, Duty
from withus.stores.accounts.marks import mark, marks
from withus.stores.accounts.models import Link
from withus.stores.asking.models import Ask
from withus.stores.joining.models import PartnershipRow
from withus.stores.people.models import Person
from withus.stores.practising.models import ThrownAway
from withus.stores.record.models import Indexed, Log, SealedValue
from withus.stores.record.proving import from_tree
from withus.stores.record.states import partnership_state
from withus.stores.worrying.models import Worry


def run_of(log: Log) -> Run:
    """Return a practice run as a live record names it."""
    opened = partnership_state(log).opened
    assert opened is not None
    types = Indexed.objects.filter(log=log).values_list("type", flat=True)
    root = from_tree(log, lambda tree: tree.root(log.size))
    return Run(log.origin, log.size, to_base64(root), opened.day, dict(Counter(types)))


def run_by(log: Log) -> frozenset[str]:
    """Return the accounts of a run's officers, whether it has its own name yet or a later one."""
    duties = partnership_state(log).duties.values()
    given = [each.given.entry for each in duties if each.given.fact.duty is Duty.HOST]
    keys = SealedValue.objects.filter(log=log, entry__in=given).values("key")
    people = Person.objects.filter(key__in=keys).values("id")
    return frozenset(Link.objects.filter(person__in=people).values_list("account", flat=True))


def bodies_of(log: Log) -> frozenset[str]:
    """Return the marks of the names of the organisations in a practice run."""
    told = partnership_state(log).organisations.values()
    return frozenset(marks("practice", [plain(each.fact.name) for each in told]).values())


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
        bodies=sorted(bodies_of(log)),
        run_by=sorted(run_by(log)),
        at=at,
    )


def practised(origin: str, name: str, *, source: Log | None = None) -> Practised:
    """Return what was practised by whoever opens a live record of some name.

    A run is known again by an account of an officer of it; or by its own name or its
    partnership's, where no organisations tell that it was another host's.
    """
    known = _Known(origin, name, source)
    told = tuple(
        Run(row.origin, row.size, row.root, row.since, row.entries)
        for row in ThrownAway.objects.order_by("at", "id")
        if known.ran(row.run_by) or (known.is_called(row) and known.is_of(row.bodies))
    )
    found = run_of(source) if source is not None else None
    return Practised(found, told, _going_on(known))


class _Known:
    """By what whoever opens a live record is known again; each is looked up if it is needed."""

    def __init__(self, origin: str, name: str, source: Log | None) -> None:
        self.stem, self.name, self.source = stem(origin), name, source

    @cached_property
    def mark(self) -> str:
        return mark_of(self.name)

    @cached_property
    def officers(self) -> frozenset[str]:
        return run_by(self.source) if self.source is not None else frozenset()

    @cached_property
    def bodies(self) -> frozenset[str]:
        return bodies_of(self.source) if self.source is not None else frozenset()

    def is_called(self, row: ThrownAway) -> bool:
        """Tell whether a run had the name of this one, or its address."""
        return stem(row.origin) == self.stem or row.mark == self.mark

    def is_of(self, bodies: Iterable[str]) -> bool:
        """Tell whether an organisation is in both, as far as any are known."""
        told = set(bodies)
        return not self.bodies or not told or bool(self.bodies & told)

    def ran(self, accounts: Iterable[str]) -> bool:
        """Tell whether an officer of this run was an officer of the other."""
        return bool(self.officers.intersection(accounts))


def _going_on(known: _Known) -> str | None:
    """Return another practice run of that name that goes on: of the same officer, where one is.

    A stranger's run of the same name keeps nobody from going live.
    """
    live_by_now = Log.objects.exclude(continued_by=None).values("origin")
    rows = PartnershipRow.objects.filter(ref=PARTNERSHIP, practice=True)
    rows = rows.exclude(origin__in=live_by_now).order_by("origin")
    for origin, called in rows.values_list("origin", "name"):
        alike = stem(origin) == known.stem or plain(called) == plain(known.name)
        if not alike or (known.source is not None and origin == known.source.origin):
            continue
        if known.source is None or known.ran(run_by(Log.objects.get(origin=origin))):
            return str(origin)
    return None


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
