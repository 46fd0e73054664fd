"""B4: at how many meetings the people it is about were in the chair."""

from withus.core.findings.finding import Evidence, Finding, Measured, NotEnough, unless_exact
from withus.core.minutes.series import Series
from withus.core.words import AFFECTED, Capacity


def chair(series: Series) -> Measured | NotEnough:
    """Tell how many meetings were chaired or co-chaired by one of the people it is about.

    Formula: meetings whose chair is affected / meetings; at most: with the meetings whose minutes
    do not say who chaired, or in what capacity.
    Shape: rows are (meeting, 1 affected | 0 not | -1 not said).
    Unit: meetings.
    Reads: sightings.
    Errors: NotEnough("chair_not_said") where no meeting's minutes say it.
    Source: findings.md B4.
    """
    rows = tuple((meeting.number, _chaired(meeting.chair)) for meeting in series.meetings)
    if all(said < 0 for _, said in rows):
        return NotEnough("chair_not_said", rows)
    count = sum(said > 0 for _, said in rows)
    perhaps = sum(said < 0 for _, said in rows)
    return Measured(
        count=count,
        of=len(rows),
        count_at_most=unless_exact(count + perhaps, count),
        of_at_most=None,
        evidence=tuple(
            Evidence(meeting.number, seen.line)
            for meeting in series.meetings
            for seen in meeting.sightings
            if seen.chair
        ),
        rows=rows,
    )


def _chaired(capacity: Capacity | None) -> int:
    if capacity is None or capacity is Capacity.UNSURE:
        return -1
    return int(capacity in AFFECTED)


CHAIR = Finding(
    id="B4",
    reads=frozenset({"sightings"}),
    compute=chair,
    source="Withus findings B4",
    version=1,
)
