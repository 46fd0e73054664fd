"""B1: how many of the members are the people it is about, beside everybody in the room."""

from withus.core.findings.finding import Evidence, Finding, Measured, NotEnough, unless_exact
from withus.core.minutes.series import Series
from withus.core.minutes.sightings import Meeting


def members_and_heads(series: Series) -> Measured | NotEnough:
    """Tell how many of the members listed are the people it is about.

    Formula: sum over meetings of affected members / sum over meetings of members. The count at
    most: with members whose capacity could not be read. Of at most: with those in support who may
    be members.
    Shape: rows are (meeting, affected, perhaps more, members, members at most, listed).
    Unit: people listed as members, once for each meeting.
    Reads: sightings.
    Not: a band such as "token": an attendance list is no stated membership.
    Errors: NotEnough("no_members") where nobody is listed as a member; NotEnough("no_roles") where
    the minutes say of nobody who they are.
    Source: findings.md B1; Kanter 1977 for shares in groups (bands not used here).
    """
    meetings = series.meetings
    members = sum(len(meeting.members) for meeting in meetings)
    unsure = sum(meeting.unsure for meeting in meetings)
    rows = tuple(_row(meeting) for meeting in meetings)
    if not members:
        return NotEnough("no_members", rows)
    if unsure == members:
        return NotEnough("no_roles", rows)
    count = sum(meeting.affected for meeting in meetings)
    most = sum(meeting.members_at_most for meeting in meetings)
    return Measured(
        count=count,
        of=members,
        count_at_most=unless_exact(count + unsure, count),
        of_at_most=unless_exact(most, members),
        evidence=tuple(_affected_lines(series)),
        rows=rows,
    )


def _row(meeting: Meeting) -> tuple[int, ...]:
    people = (meeting.affected, meeting.unsure, len(meeting.members))
    return (meeting.number, *people, meeting.members_at_most, meeting.listed)


def _affected_lines(series: Series) -> list[Evidence]:
    return [
        Evidence(meeting.number, seen.line)
        for meeting in series.meetings
        for seen in meeting.sightings
        if seen.affected
    ]


MEMBERS_AND_HEADS = Finding(
    id="B1",
    reads=frozenset({"sightings"}),
    compute=members_and_heads,
    source="Withus findings B1",
    version=1,
)
