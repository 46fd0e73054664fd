"""What stands open in a partnership: places that nobody holds, and meetings to come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, Subquery

from withus.core.words import AFFECTED, MeetingStage
from withus.questions.places import Count
from withus.stores.framing.models import WorkRow
from withus.stores.joining.models import BoardRow, PlaceRow
from withus.stores.meeting.models import MeetingRow

MOST_OPEN = 2  # boards told of at once
MOST_COMING = 3  # meetings
FEW_WORKS = 5
TO_COME = (MeetingStage.CALLED.value, MeetingStage.OPEN.value)


@dataclass(frozen=True, slots=True)
class Coming:
    """A meeting to come, or under way."""

    meeting: str
    board: str  # by name
    starts: datetime
    ends: datetime
    stage: MeetingStage


def newest_works(origin: str) -> list[tuple[str, str]]:
    """Return the works of a partnership that were begun last, by name, as anybody may see them."""
    rows = WorkRow.objects.filter(origin=origin, about_one_person=False).order_by("-opened")
    return list(rows.values_list("ref", "name")[:FEW_WORKS])


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


def coming(
    origin: str, *, now: datetime, boards: Iterable[str] | None = None
) -> tuple[Coming, ...]:
    """Return the next meetings of a partnership, or of some of its boards."""
    rows = MeetingRow.objects.filter(origin=origin, stage__in=TO_COME, ends__gte=now)
    some = rows if boards is None else rows.filter(board__in=list(boards))
    named = BoardRow.objects.filter(origin=origin, ref=OuterRef("board")).values("name")
    next_ = some.annotate(its_board=Subquery(named)).order_by("starts", "ref")[:MOST_COMING]
    told = next_.values_list("ref", "its_board", "starts", "ends", "stage")
    return tuple(
        Coming(meeting, board, starts, ends, MeetingStage(stage))
        for meeting, board, starts, ends, stage in told
    )
