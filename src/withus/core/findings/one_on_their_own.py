"""B8: at how many meetings one of the people it is about was on their own."""

from withus.core.findings.finding import Evidence, Finding, Measured, NotEnough, unless_exact
from withus.core.minutes.series import Series


def one_on_their_own(series: Series) -> Measured | NotEnough:
    """Tell how many meetings had exactly one of the people it is about, of those that had any.

    Formula: meetings with exactly one affected member and nobody unsure / meetings with any; at
    most: every meeting that may have had exactly one / every meeting that may have had any.
    Shape: rows are (meeting, affected, perhaps more).
    Unit: meetings.
    Reads: sightings.
    Errors: NotEnough("none_came") where no meeting had any; NotEnough("none_came_surely") where
    none surely had any and somebody could not be placed.
    Source: findings.md B8.
    """
    rows = tuple((meeting.number, meeting.affected, meeting.unsure) for meeting in series.meetings)
    some = [row for row in rows if row[1]]
    if not some:
        unsure = any(perhaps for _, _, perhaps in rows)
        return NotEnough("none_came_surely" if unsure else "none_came", rows)
    alone = [row for row in some if row[1:] == (1, 0)]
    perhaps_alone = [row for row in rows if row[1] <= 1 <= row[1] + row[2]]
    perhaps_some = [row for row in rows if row[1] + row[2]]
    return Measured(
        count=len(alone),
        of=len(some),
        count_at_most=unless_exact(len(perhaps_alone), len(alone)),
        of_at_most=unless_exact(len(perhaps_some), len(some)),
        evidence=tuple(_lines(series, {number for number, *_ in some})),
        rows=rows,
    )


def _lines(series: Series, numbers: set[int]) -> list[Evidence]:
    return [
        Evidence(meeting.number, seen.line)
        for meeting in series.meetings
        if meeting.number in numbers
        for seen in meeting.sightings
        if seen.affected
    ]


ONE_ON_THEIR_OWN = Finding(
    id="B8",
    reads=frozenset({"sightings"}),
    compute=one_on_their_own,
    source="Withus findings B8",
    version=1,
)
