"""What stands open in a partnership: places for the people it is about that nobody holds."""

from __future__ import annotations

from collections.abc import Sequence

from withus.core.words import AFFECTED
from withus.questions.places import Count
from withus.stores.joining.models import BoardRow, PlaceRow

MOST_OPEN = 2  # boards told of at once


def boards_with_room(origin: str) -> Sequence[BoardRow]:
    """Return a few open boards on which nobody holds a place for the people it is about."""
    rows = PlaceRow.objects.filter(origin=origin, ended=None, holding=None)
    ours = rows.filter(capacity__in=[code.value for code in AFFECTED])
    open_ = BoardRow.objects.filter(origin=origin, closed=None)
    found = ours.filter(board__in=open_.values("ref")).order_by("board")
    wanted = list(found.values_list("board", flat=True).distinct()[:MOST_OPEN])
    return list(open_.filter(ref__in=wanted).order_by("entry")) if wanted else []


def has_room(count: Count) -> bool:
    """Tell whether such a place is really there: the table only says where to look."""
    return any(each.vacant for code, each in count.by_capacity.items() if code in AFFECTED)
