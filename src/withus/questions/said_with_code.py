"""What was said with a code, and what came of it: for whoever has the code."""

from __future__ import annotations

from collections.abc import Iterable

from withus.questions.mine_said import SaidOne, followed
from withus.stores.answering.models import PointRow, SayAnswer
from withus.stores.people.identity import identities
from withus.stores.record.models import Log
from withus.stores.record.states import work_state


def said_with(row: SayAnswer, points: Iterable[str]) -> list[SaidOne]:
    """Return the points that a code leads to, with what came of them."""
    log = Log.objects.get(origin=row.origin)
    rows = PointRow.objects.filter(origin=row.origin, ref__in=list(points)).order_by("entry")
    return followed(log, rows)


def has_said(row: SayAnswer) -> bool:
    """Tell whether whoever has the code has said whether what was typed is right."""
    if row.person is None or row.point is None:
        return False
    log = Log.objects.get(origin=row.origin)
    put = PointRow.objects.filter(origin=row.origin, ref=row.point).first()
    known = identities(row.origin, [row.person]).get(row.person)
    if put is None or known is None:
        return False
    said = work_state(log, row.work).said.confirmed
    called = set(known.pseudonyms.values())
    return any(one.fact.entry == put.entry and one.by in called for one in said)
