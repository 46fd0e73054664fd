"""Finding decisions: those on which a board's rules may rest."""

from __future__ import annotations

from collections.abc import Container
from datetime import datetime

from withus.core.words import MotionKind, Outcome
from withus.stores.deciding.models import MotionRow


def rules_carried(
    origin: str, board: str, *, but: Container[str | None]
) -> tuple[str, datetime] | None:
    """Return a board's last decision on rules that was carried, with its time.

    Shape: `but` are those on which rules rest already.
    """
    rows = MotionRow.objects.filter(
        origin=origin, board=board, kind=MotionKind.RULES.value, outcome=Outcome.CARRIED.value
    )
    told = rows.order_by("-decided", "-entry").values_list("decision", "decided")
    return next(((each, at) for each, at in told if each and at and each not in but), None)
