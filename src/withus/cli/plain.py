"""A check as plain sentences and tables that fit 80 columns."""

import textwrap

from withus.core.minutes.series import Series
from withus.core.minutes.sightings import Meeting, Sighting
from withus.saying import words
from withus.saying.checking import counting, findings, reasons
from withus.saying.language import _

WIDTH = 80


def report(series: Series) -> str:
    """Tell a series in plain text."""
    name = series.board or _("A board (its minutes do not print its name)")
    parts = [*_wrapped(name), ""]
    for meeting in series.meetings:
        parts += [_meeting(meeting), ""]
    for said in findings.panel(series):
        parts += _wrapped(f"{said.id} {said.question}")
        parts += [*_wrapped(said.sentence, indent="   "), ""]
    unsure = _unsure(series)
    if unsure:
        parts += [_("Unsure of, or worth asking about:"), *unsure, ""]
    parts += _wrapped(
        _(
            "Minutes show roles. They do not show who chose a person, who spoke, or what was "
            "decided elsewhere. No name is kept or shown."
        )
    )
    return "\n".join(parts)


def _wrapped(text: str, *, indent: str = "") -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent)


def _meeting(meeting: Meeting) -> str:
    head = _("%(day)s: listed %(listed)s, members %(members)s, apologies %(apologies)d") % {
        "day": words.day(meeting.held),
        "listed": counting.listed(meeting),
        "members": _range(meeting),
        "apologies": meeting.apologies,
    }
    rows = [
        f"  {meeting.count(code):>3}  {words.capacity(code)}"
        for code in words.ORDER
        if meeting.count(code)
    ]
    support = meeting.listed - len(meeting.members)
    if support:
        rows.append(_("  %(count)3d  in support or in attendance") % {"count": support})
    return "\n".join([*_wrapped(head), *rows])


def _range(meeting: Meeting) -> str:
    least, most = meeting.members_at_least, meeting.members_at_most
    members = len(meeting.members)
    if least == most:
        return str(members)
    return _("%(members)d (%(least)d to %(most)d)") % {
        "members": members,
        "least": least,
        "most": most,
    }


def _unsure(series: Series) -> list[str]:
    lines = []
    for meeting in series.meetings:
        for told in (counting.open_count(meeting), counting.open_roles(meeting)):
            lines += _wrapped(told, indent="  ")
        for seen in meeting.sightings:
            if seen.standing.counts and (seen.capacity == "unsure" or reasons.ask(seen.why)):
                lines += _wrapped(_doubt(meeting, seen), indent="  ")
    return lines


def _doubt(meeting: Meeting, seen: Sighting) -> str:
    post = ", ".join(filter(None, [seen.role, seen.organisation])) or _("no post printed")
    said = _("%(day)s, line %(line)d: %(post)s (%(capacity)s).") % {
        "day": words.day(meeting.held),
        "line": seen.line,
        "post": post,
        "capacity": words.capacity(seen.capacity),
    }
    return " ".join(filter(None, [said, reasons.ask(seen.why)]))
