"""The timeline of a work: its entries and what boards decided about it, in the record's order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.db.models import Q

from withus.core.facts.encoding import Entry, decode
from withus.core.framing.presence import moment, sittings
from withus.core.framing.stages import closings
from withus.core.history.state import Motion
from withus.core.words import Capacity, Stage
from withus.questions.joining import Paged, paged
from withus.questions.works import WorkHere
from withus.stores.record.models import Indexed, Leaf

A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Happened:
    """An entry of a work: at which stage, and who was in by then, by capacity."""

    entry: Entry
    stage: Stage
    there: Mapping[Capacity, int]
    decision: str  # the decision it tells of; empty for what is none


@dataclass(frozen=True, slots=True)
class Timeline:
    """A page of a work's timeline, and how many entries there are in all."""

    lines: tuple[Happened, ...]
    page: Paged


def timeline(found: WorkHere, *, stage: Stage | None, page: int) -> Timeline:
    """Return a page of what happened in a work, at one stage or at all, the first first."""
    decided = dict(_of_decisions(found))
    wanted = Q(stream=found.id) | Q(index__in=list(decided))
    rows = Indexed.objects.filter(wanted, log=found.log)
    first, last = spans(found)[stage] if stage else (None, None)
    if first is not None:
        rows = rows.filter(index__gt=first)
    if last is not None:
        rows = rows.filter(index__lte=last)
    at = paged(page, rows.count(), each=A_PAGE)
    begin = (at.number - 1) * A_PAGE
    shown = list(rows.order_by("index").values_list("index", flat=True)[begin : begin + A_PAGE])
    leaves = Leaf.objects.filter(log=found.log, index__in=shown).order_by("index")
    read = [decode(bytes(c), index=i) for i, c in leaves.values_list("index", "content")]
    counted = who_was_in(found, read)
    ends = spans(found)
    lines = tuple(
        Happened(each, stage_of(each.index, ends), counted[each.index], decided.get(each.index, ""))
        for each in read
    )
    return Timeline(lines, at)


Spans = Mapping[Stage, tuple[int | None, int | None]]


def spans(found: WorkHere) -> Spans:
    """Tell after which entry each stage begins, and with which it ends; None: it has no end."""
    closed = closings(found.seen)
    told: dict[Stage, tuple[int | None, int | None]] = {}
    after: int | None = None
    for stage in Stage:
        end = closed[stage]
        told[stage] = (after, end.entry if end else None)
        # nothing has happened at the stages after one that has no end
        after = found.log.size if end is None else max(end.entry, after or 0)
    return told


def stage_of(entry: int, ends: Spans) -> Stage:
    """Tell at which stage of a work an entry was made."""
    for stage, (_, last) in ends.items():
        if last is None or entry <= last:
            return stage
    return Stage.REVIEW


def who_was_in(found: WorkHere, read: list[Entry]) -> Mapping[int, Mapping[Capacity, int]]:
    """Tell who was in by the time of each of some entries, by capacity."""
    everybody = [
        (each.capacity, each.from_, each.until)
        for board in found.boards.values()
        for each in sittings(board, witnessed=found.seen.witnessed)
    ]
    told: dict[int, Mapping[Capacity, int]] = {}
    for entry in read:
        at, there = moment(entry.circumstances.at), dict.fromkeys(Capacity, 0)
        for capacity, from_, until in everybody:
            there[capacity] += from_ < at and (until is None or at <= until)
        told[entry.index] = there
    return told


def _of_decisions(found: WorkHere) -> Iterator[tuple[int, str]]:
    """Yield the entries by which something of the work was put and decided, with the decision."""
    work = found.state
    ids = {*work.questions, *work.revisions, *work.existing}
    for meeting in found.meetings.values():
        for motion in meeting.motions.values():
            if motion.put.fact.revision in ids:
                yield from _of_motion(motion)


def _of_motion(motion: Motion) -> Iterator[tuple[int, str]]:
    yield motion.put.entry, ""
    for name, one in motion.decisions.items():
        yield one.taken.entry, name
        for each in (one.settled, one.lapsed, one.reversed, *one.signed):
            if each is not None:
                yield each.entry, name
