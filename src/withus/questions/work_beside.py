"""What stands beside a work: meetings open now, who had seen the record, names, documents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from withus.core.framing.seen import Witnessed, WorkSeen
from withus.core.meeting.standing import agenda
from withus.core.rules.owning import taken_by
from withus.core.words import MeetingStage
from withus.questions.names import named_in
from withus.questions.works import WorkHere, held
from withus.stores.meeting.models import MeetingRow
from withus.stores.meeting.papers import Kept, find
from withus.stores.record.models import Cosignature
from withus.stores.record.states import states
from withus.stores.worrying.worries import hidden


def open_meetings(found: WorkHere) -> list[tuple[str, list[str]]]:
    """Return the meetings of the work's boards that are open now, each with its items."""
    rows = MeetingRow.objects.filter(
        origin=found.origin, board__in=list(found.boards), stage=MeetingStage.OPEN.value
    )
    names = list(rows.values_list("ref", flat=True))
    meetings = held(states(found.log, names), names) if names else {}
    return [(name, [item for item, _ in agenda(one)]) for name, one in meetings.items()]


def witnessed(found: WorkHere) -> WorkSeen:
    """Return a work with what those had seen who keep a copy, where anything hangs on that."""
    claims = any(
        each.taken.claimed_at is not None
        for board in found.boards.values()
        for place in board.places.values()
        for each in place.holdings
    )
    if not claims:
        return found.seen
    rows = Cosignature.objects.filter(log=found.log).order_by("size").values_list("size", "at")
    seen = tuple(Witnessed(size, datetime.fromtimestamp(at, UTC)) for size, at in rows)
    return replace(found.seen, witnessed=seen)


def names_of(found: WorkHere, holdings: Iterable[str]) -> list[tuple[str, str]]:
    """Return the names of whoever holds some places of a work's boards, by holding, in order."""
    taken = {
        entry: name
        for name in holdings
        for board in found.boards.values()
        if (entry := taken_by(board, name)) is not None
    }
    told = [(taken[entry], name) for entry, name in named_in(found.log, taken).items()]
    return sorted(told, key=lambda each: (each[1].casefold(), each[0]))


def document_of(found: WorkHere, account: str, entry: int) -> Kept | None:
    """Return the document of an account; none that was taken from view, or is hidden."""
    gone = {each.fact.entry for each in found.state.said.withdrawn}
    if entry in gone or hidden(found.origin, [entry]):
        return None
    return find(found.origin, account)
