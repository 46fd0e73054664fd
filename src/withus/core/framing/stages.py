"""How far a work has come: which stage has closed, by which entry, and who was in by then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from withus.core.facts.fact import Fact
from withus.core.framing.presence import moment, sittings
from withus.core.framing.seen import WorkSeen, adopting, stands, texts_put
from withus.core.history.standing import is_open
from withus.core.history.told import Told
from withus.core.words import Capacity, Stage


@dataclass(frozen=True, slots=True)
class StageSeen:
    """A stage of a work: the entry that closed it, and who was in, by capacity.

    `reached` is whether the work has come to it; who is in at the one that is under way are those
    who are in now, and at one that is not reached nobody.
    """

    stage: Stage
    closed: Told[Fact] | None
    reached: bool
    there: Mapping[Capacity, int]


def closings(seen: WorkSeen) -> Mapping[Stage, Told[Fact] | None]:
    """Tell the entry that closed each stage, None where it has not closed.

    Formula: frame: the first question agreed, or the first revision, whichever came first. Design:
        the text that was adopted was put to a board; where none is adopted yet, the first that was
        put. Decide: the board that answers carried it, and nothing of that is open.
    Not: deliver and review, of which the record tells nothing yet.
    Source: facts.md, Computed, never entered.
    """
    work = seen.work
    agreed = [each for each in work.agreed if stands(seen, each.fact.decision)]
    framed: list[Told[Fact]] = [*agreed, *work.revisions.values()]
    put, adopted = [motion for _, motion in texts_put(seen)], adopting(seen)
    closed: dict[Stage, Told[Fact] | None] = dict.fromkeys(Stage)
    closed[Stage.FRAME] = min(framed, key=lambda each: each.entry) if framed else None
    if adopted is not None and not is_open(adopted[1]):
        closed[Stage.DESIGN] = adopted[0].put
        closed[Stage.DECIDE] = adopted[1].settled or adopted[1].taken
    elif put:
        closed[Stage.DESIGN] = put[0].put
    return closed


def stages(seen: WorkSeen) -> tuple[StageSeen, ...]:
    """Tell the stages of a work in order, and who was in at each, by capacity.

    Formula: those in before it closed, on any board of the work; at the one under way, those who
        hold a place now.
    """
    closed, found, under_way = closings(seen), [], True
    for stage in Stage:
        end = closed[stage]
        reached = end is not None or under_way
        found.append(StageSeen(stage, end, reached, who_was_in(seen, end) if reached else {}))
        under_way = end is not None
    return tuple(found)


def who_was_in(seen: WorkSeen, closed: Told[Fact] | None) -> Mapping[Capacity, int]:
    """Tell how many were in, by capacity: before an entry, or now.

    Unit: places held.
    """
    found: Counter[Capacity] = Counter()
    for board in seen.boards.values():
        for each in sittings(board, witnessed=seen.witnessed):
            in_then = each.until is None if closed is None else each.was_in(moment(closed.at))
            found[each.capacity] += in_then
    return +found
