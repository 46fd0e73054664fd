"""B12, the part that minutes can show: decisions, and how many of the people were in the room."""

from collections import Counter

from withus.core.findings.finding import Evidence, Finding, Measured, NotEnough, unless_exact
from withus.core.minutes.series import Series


def whose_meeting(series: Series) -> Measured | NotEnough:
    """Tell how many of the decisions marked in minutes were taken with any of the people there.

    Formula: decisions at meetings with an affected member / decisions marked; at most: with those
    at meetings where somebody's capacity could not be read.
    Shape: rows are (how many of the people it is about were listed, decisions), fewest first.
    Unit: decisions marked in the minutes.
    Reads: sightings, decisions.
    Not: how anybody voted, who was still in the room, or decisions that minutes do not mark.
    Errors: NotEnough("no_decisions_marked").
    Source: findings.md B12.
    """
    decided = [meeting for meeting in series.meetings if meeting.decisions]
    if not decided:
        return NotEnough("no_decisions_marked")
    by_number: Counter[int] = Counter()
    for meeting in decided:
        by_number[meeting.affected] += len(meeting.decisions)
    count = sum(taken for there, taken in by_number.items() if there)
    perhaps = sum(len(m.decisions) for m in decided if not m.affected and m.unsure)
    return Measured(
        count=count,
        of=sum(by_number.values()),
        count_at_most=unless_exact(count + perhaps, count),
        of_at_most=None,
        evidence=tuple(
            Evidence(meeting.number, decision.line)
            for meeting in decided
            for decision in meeting.decisions
        ),
        rows=tuple(sorted(by_number.items())),
    )


WHOSE_MEETING = Finding(
    id="B12",
    reads=frozenset({"sightings", "decisions"}),
    compute=whose_meeting,
    source="Withus findings B12",
    version=1,
)
