"""The JSON that `withus minutes` prints and others may build on: keys are never renamed."""

from fractions import Fraction
from typing import Any

from withus.core.findings import FINDINGS, Evidence, Measured, NotEnough
from withus.core.minutes.checkfile import Check, to_json
from withus.core.minutes.series import Series
from withus.core.minutes.sightings import Meeting, Sighting
from withus.core.words import Capacity
from withus.saying.checking import counting, findings, reasons


def document(series: Series) -> dict[str, Any]:
    """Tell a series as the document of commands.md: board, meetings, findings; never a name."""
    position = {meeting.number: place for place, meeting in enumerate(series.meetings, 1)}
    said = [findings.said(one.id, one.compute(series), series) for one in FINDINGS]
    return {
        "board": series.board or None,
        "meetings": [_meeting(meeting) for meeting in series.meetings],
        "findings": [_finding(one, position) for one in said],
    }


def check_document(check: Check) -> dict[str, Any]:
    """Tell a check as the file `withus-check-1`: the output, what was read, what was put right."""
    return {**to_json(check), "output": document(check.series)}


def _meeting(meeting: Meeting) -> dict[str, Any]:
    independent = meeting.count(Capacity.INDEPENDENT)
    return {
        "date": meeting.held.isoformat() if meeting.held else None,
        "listed": meeting.listed,
        "listed_at_least": meeting.listed_at_least,
        "listed_at_most": meeting.listed_at_most,
        "members": len(meeting.members),
        "members_at_least": meeting.members_at_least,
        "members_at_most": meeting.members_at_most,
        "in_attendance": meeting.listed - len(meeting.members),
        "draws_on_services": meeting.count(Capacity.DRAWS_ON_SERVICES),
        "unpaid_carers": meeting.count(Capacity.UNPAID_CARERS),
        "community": meeting.count(Capacity.COMMUNITY),
        "services": meeting.count(Capacity.SERVICES),
        "elected": meeting.count(Capacity.ELECTED),
        "other": meeting.count(Capacity.OTHER) + independent,
        "unsure": meeting.unsure,
        "apologies": meeting.apologies,
        "chair": meeting.chair.value if meeting.chair else None,
        "places": [_place(seen) for seen in meeting.sightings],
        "doubts": [{"line": one.line, "why": counting.why(one)} for one in meeting.doubts],
    }


def _place(seen: Sighting) -> dict[str, Any]:
    return {
        "role": seen.role or None,
        "organisation": seen.organisation or None,
        "capacity": seen.capacity.value,
        "member": seen.standing.counts,
        "why": " ".join(filter(None, [reasons.why(seen.why), reasons.ask(seen.why)])),
        "line": seen.line or None,
    }


def _finding(said: findings.Said, position: dict[int, int]) -> dict[str, Any]:
    found = said.measured
    shown: dict[str, Any] = {"id": said.id, "title": said.question}
    if isinstance(found, NotEnough):
        empty = dict.fromkeys(("count", "count_at_most", "of", "of_at_most", "share"))
        shown |= {**empty, "reason": found.reason, "sentence": said.sentence, "evidence": []}
        return shown
    evidence = [_evidence(one, position) for one in found.evidence]
    said_so = {"reason": None, "sentence": said.sentence, "evidence": evidence}
    return {**shown, **_figures(found), **said_so}


def _figures(found: Measured) -> dict[str, Any]:
    return {
        "count": found.count,
        "count_at_most": found.count_at_most,
        "of": found.of,
        "of_at_most": found.of_at_most,
        "share": _share(found.share),
    }


def _share(share: Fraction | None) -> str | None:
    return None if share is None else f"{share.numerator}/{share.denominator}"


def _evidence(one: Evidence, position: dict[int, int]) -> dict[str, int | None]:
    return {"meeting": position[one.meeting], "line": one.line or None}
