"""Where a list may have been counted wrong, in plain words: how far, on which lines, and why."""

from collections.abc import Iterable

from withus.core.minutes.sightings import Doubt, Meeting
from withus.saying import words
from withus.saying.language import _

MOST_LINES = 6


def listed(meeting: Meeting) -> str:
    """Tell how many are listed: "14", "14 (13 to 16)" or "2 (2 or more)"."""
    least, most = meeting.listed_at_least, meeting.listed_at_most
    told = {"listed": meeting.listed, "least": least, "most": most}
    if most is None:
        return _("%(listed)d (%(least)d or more)") % told
    if least == most:
        return str(meeting.listed)
    return _("%(listed)d (%(least)d to %(most)d)") % told


def open_count(meeting: Meeting) -> str:
    """Tell that the list of a meeting may be longer or shorter than it was counted, or nothing."""
    doubts = [doubt for doubt in meeting.doubts if doubt.fewer or doubt.more != 0]
    if not doubts:
        return ""
    head = _how(meeting) % {"day": words.day(meeting.held), "listed": listed(meeting)}
    return f"{head} {_look_at(doubts)}"


def _how(meeting: Meeting) -> str:
    if meeting.listed_at_most == meeting.listed:
        return _("%(day)s: the list may be shorter than we counted: %(listed)s.")
    if meeting.listed_at_least == meeting.listed:
        return _("%(day)s: the list may be longer than we counted: %(listed)s.")
    return _("%(day)s: the list may be longer or shorter than we counted: %(listed)s.")


def open_roles(meeting: Meeting) -> str:
    """Tell the lines where somebody may be one of the people it is about, or nothing."""
    doubts = [doubt for doubt in meeting.doubts if not doubt.fewer and doubt.more == 0]
    if not doubts:
        return ""
    head = _("%(day)s: somebody may be one of the people it is about.") % {
        "day": words.day(meeting.held)
    }
    return f"{head} {_look_at(doubts)}"


def _look_at(doubts: Iterable[Doubt]) -> str:
    lines = [
        _("line %(line)d (%(why)s)") % {"line": doubt.line, "why": why(doubt)} for doubt in doubts
    ]
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 1], _("more lines below")]
    return _("Look at %(lines)s.") % {"lines": words.listing(lines)}


def why(doubt: Doubt) -> str:
    """Tell why a line may have been counted wrong; never what stands on it."""
    told = {
        "more_names": _("more names may stand there"),
        "no_name": _("no name stands there"),
        "lone_word": _("a lone word may be a person or a body"),
        "names_run_together": _("names or initials stand there with little between them"),
        "parted_by_and": _("“and” may join two people or two posts"),
        "initials": _("initials may be of one person or two"),
        "register": _("letters after each line may tell of other meetings"),
        "affected_words": _("the post has a word for the people it is about"),
        "people_above": _("somebody stands over the list"),
        "people_below": _("people stand under the end of the list"),
        "next_matter": _("it stands apart and may open the first matter"),
        "posts_apart": _("names and posts stand apart, and we cannot match them"),
        "crosses": _("a cross may mean there or not there"),
        "short_row": _("the row has fewer cells than the others"),
        "away_within": _("those from there on may have been away"),
        "away_unlisted": _("apologies are spoken of, and nobody is listed as away"),
        "after_away": _("those in that group may have been there"),
        "left_over": _("somebody may stand there, and we did not read them"),
        "initials_of_nobody": _("those initials are of nobody on the list"),
        "few_listed": _("so few people are no meeting"),
    }
    return told.get(doubt.code, _("it can be read in two ways"))
