"""Each finding from minutes as a question, a sentence and a table."""

from dataclasses import dataclass

from withus.core.findings import FINDINGS, Measured, NotEnough
from withus.core.findings.members_and_heads import members_and_heads
from withus.core.minutes.series import Series
from withus.core.words import Capacity
from withus.saying import words
from withus.saying.language import _, ngettext


@dataclass(frozen=True, slots=True)
class Table:
    """A table in words: caption, heads, rows of cells (the first is the row's head)."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A finding said: its question, its sentence, its table, and what cannot be told."""

    id: str
    question: str
    sentence: str
    table: Table | None
    measured: Measured | NotEnough


def panel(series: Series) -> list[Said]:
    """Tell every finding that minutes can show, in the order of FINDINGS."""
    return [said(finding.id, finding.compute(series), series) for finding in FINDINGS]


def said(id_: str, measured: Measured | NotEnough, series: Series) -> Said:
    """Tell one finding in words."""
    if isinstance(measured, NotEnough):
        sentence = not_enough(measured.reason)
    else:
        sentence = _SENTENCES[id_](measured, series)
    return Said(id_, question(id_), sentence, _table(id_, measured, series), measured)


def question(id_: str) -> str:
    """Tell the question a finding answers, put so that "yes" means power was shared."""
    return {
        "B1": _("How many of the members were the people it is about?"),
        "B4": _("Were they ever in the chair?"),
        "B8": _("Did they have company?"),
        "B12": _("Were they there when things were decided?"),
    }[id_]


def not_enough(reason: str) -> str:
    """Tell why there is no figure."""
    return {
        "no_members": _("We cannot tell. The minutes list nobody as a member."),
        "no_roles": _("We cannot tell. The minutes give names, and do not say who anybody is."),
        "chair_not_said": _("We cannot tell. The minutes do not say who was in the chair."),
        "none_came": _("None of the people it is about is listed at any of these meetings."),
        "none_came_surely": _(
            "We cannot tell. Nobody listed is surely one of the people it is about, and some "
            "people could not be placed."
        ),
        "no_decisions_marked": _("We cannot tell. These minutes mark no decisions."),
    }[reason]


def _meetings(count: int) -> str:
    return ngettext("%(count)d meeting", "%(count)d meetings", count) % {"count": count}


def members_of(series: Series) -> str:
    """Tell in a few words how many of the members: "2 of 11 members (15 in the room)"."""
    parts = [
        sum(meeting.affected for meeting in series.meetings),
        sum(len(meeting.members) for meeting in series.meetings),
        sum(meeting.listed for meeting in series.meetings),
    ]
    perhaps = parts[0] + sum(meeting.unsure for meeting in series.meetings)
    if perhaps > parts[0]:
        return _("%(count)d, perhaps %(perhaps)d, of %(of)d members (%(listed)d in the room)") % {
            "count": parts[0],
            "perhaps": perhaps,
            "of": parts[1],
            "listed": parts[2],
        }
    return _("%(count)d of %(of)d members (%(listed)d in the room)") % {
        "count": parts[0],
        "of": parts[1],
        "listed": parts[2],
    }


def _who(series: Series) -> str:
    drawing, caring = (
        sum(meeting.count(code) for meeting in series.meetings)
        for code in (Capacity.DRAWS_ON_SERVICES, Capacity.UNPAID_CARERS)
    )
    return words.people_it_is_about(drawing, caring)


def opening(series: Series) -> str:
    """Tell the result in one sentence, for the head of the page."""
    found = members_and_heads(series)
    if isinstance(found, NotEnough):
        return not_enough(found.reason)
    surely = max(meeting.affected for meeting in series.meetings)
    perhaps = max(meeting.affected + meeting.unsure for meeting in series.meetings)
    said = _("Among the %(of)d members listed: %(who)s.") % {
        "of": found.of,
        "who": _who(series),
    }
    if len(series.meetings) > 1:
        said = _(
            "Over %(meetings)s the people it is about took %(count)d places: %(who)s. Never more "
            "than %(most)s at once."
        ) % {
            "meetings": _meetings(len(series.meetings)),
            "count": found.count,
            "who": _who(series),
            "most": words.up_to(surely, perhaps),
        }
    return " ".join(filter(None, [said, _perhaps(found)]))


def _members_and_heads(found: Measured, series: Series) -> str:
    several = len(series.meetings) > 1
    share = words.in_100(found.share) if found.share is not None else ""
    first = (
        _(
            "Over %(meetings)s, %(count)d of the %(of)d places taken by members were taken by the "
            "people it is about: %(who)s. That is %(share)s."
        )
        if several
        else ngettext(
            "Of the %(of)d member listed, %(count)d is one of the people it is about: %(who)s. "
            "That is %(share)s.",
            "Of the %(of)d members listed, %(count)d are the people it is about: %(who)s. "
            "That is %(share)s.",
            found.of,
        )
    ) % {
        "meetings": _meetings(len(series.meetings)),
        "count": found.count,
        "of": found.of,
        "who": _who(series),
        "share": share,
    }
    return " ".join(filter(None, [first, _perhaps(found), _room(found, series)]))


def _perhaps(found: Measured) -> str:
    if found.count_at_most is None:
        return ""
    more = found.count_at_most - found.count
    return ngettext(
        "If the one person we could not place is also one of them, it is %(most)d.",
        "If the %(more)d people we could not place are also some of them, it is %(most)d.",
        more,
    ) % {"more": more, "most": found.count_at_most}


def _room(found: Measured, series: Series) -> str:
    listed = sum(meeting.listed for meeting in series.meetings)
    others = listed - found.of
    sentence = ngettext(
        "%(others)d more person was in the room, in support or as a guest.",
        "%(others)d more people were in the room, in support or as guests.",
        others,
    ) % {"others": others}
    if len(series.meetings) > 1:
        sentence = _("%(others)d more times somebody was in the room in support or as a guest.") % {
            "others": others
        }
    parts = [sentence] if others else []
    if found.of_at_most is not None:
        parts.append(
            _("If those who only look like support staff are members too, it is of %(most)d.")
            % {"most": found.of_at_most}
        )
    return " ".join(parts)


def _chair(found: Measured, _series: Series) -> str:
    first = _("One of the people it is about was in the chair at %(count)s of %(of)s.") % {
        "count": found.count or _("none"),
        "of": _meetings(found.of),
    }
    if found.of == 1:
        first = (
            _("One of the people it is about was in the chair.")
            if found.count
            else _("None of the people it is about was in the chair.")
        )
    if found.count_at_most is None:
        return first
    unsaid = found.count_at_most - found.count
    return (
        first
        + " "
        + ngettext(
            "The minutes of %(unsaid)d do not say who chaired.",
            "The minutes of %(unsaid)d do not say who chaired.",
            unsaid,
        )
        % {"unsaid": unsaid}
    )


def _alone(found: Measured, series: Series) -> str:
    if len(series.meetings) == 1:
        return _alone_at_one(found)
    first = _("They were at %(of)s. At %(count)s of them one person was there on their own.") % {
        "of": _meetings(found.of),
        "count": found.count or _("none"),
    }
    if found.count_at_most is None:
        return first
    return (
        first
        + " "
        + _("It may be %(most)d: somebody there could not be placed.")
        % {"most": found.count_at_most}
    )


def _alone_at_one(found: Measured) -> str:
    """Tell of one meeting, where "none of 1" would be no English."""
    if found.count_at_most is not None:
        return _("They were there. Somebody could not be placed, so one may have been alone.")
    if found.count:
        return _("One person was there on their own.")
    return _("They were there, and nobody was on their own.")


def _decided(found: Measured, _series: Series) -> str:
    first = ngettext(
        "%(of)d decision is marked. Taken where any of them is listed: %(count)s.",
        "%(of)d decisions are marked. Taken where any of them is listed: %(count)s.",
        found.of,
    ) % {"of": found.of, "count": found.count or _("none")}
    if found.count_at_most is None:
        return first
    return (
        first
        + " "
        + _("It may be %(most)d: somebody there could not be placed.")
        % {"most": found.count_at_most}
    )


_SENTENCES = {
    "B1": _members_and_heads,
    "B4": _chair,
    "B8": _alone,
    "B12": _decided,
}


def _table(id_: str, measured: Measured | NotEnough, series: Series) -> Table | None:
    if not measured.rows:
        return None
    days = {meeting.number: words.day(meeting.held) for meeting in series.meetings}
    heads = _heads(id_)
    return Table(question(id_), heads, tuple(_cells(id_, row, days) for row in measured.rows))


def _heads(id_: str) -> tuple[str, ...]:
    return {
        "B1": (
            _("Meeting"),
            _("People it is about"),
            _("Could not be placed"),
            _("Members"),
            _("Members at most"),
            _("In the room"),
        ),
        "B4": (_("Meeting"), _("One of them in the chair")),
        "B8": (_("Meeting"), _("People it is about"), _("Could not be placed")),
        "B12": (_("People it is about in the room"), _("Decisions")),
    }[id_]


def _cells(id_: str, row: tuple[int, ...], days: dict[int, str]) -> tuple[str, ...]:
    if id_ == "B12":
        return tuple(str(figure) for figure in row)
    if id_ == "B4":
        said_so = {1: _("yes"), 0: _("no"), -1: _("not said")}
        return (days[row[0]], said_so[row[1]])
    return (days[row[0]], *(str(figure) for figure in row[1:]))
