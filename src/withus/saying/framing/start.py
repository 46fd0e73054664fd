"""Were people in before the plan? The answer as a sentence, a reason and a table."""

from __future__ import annotations

from typing import Any

from withus.core.framing.start import Before, Group
from withus.core.words import Begun, Shows
from withus.saying import words
from withus.saying.language import _, ngettext


def sentence(found: Before) -> str:
    """Tell who was in before the plan, and whether that is shown."""
    if found.start is None:
        return _("Too early to say: no plan has begun.")
    if found.group.all == 0:
        return _("The plan began on %(day)s. By the record nobody was in before.") % {
            "day": words.day(found.start.at.date())
        }
    told = {
        "day": words.day(found.start.at.date()),
        "all": found.group.all,
        "affected": found.group.affected,
        "who": who(found.group),
    }
    return (
        ngettext(
            "The plan began on %(day)s. Of the %(all)d person in before, %(affected)d is one "
            "it is about: %(who)s.",
            "The plan began on %(day)s. Of the %(all)d people in before, %(affected)d are people "
            "it is about: %(who)s.",
            found.group.all,
        )
        % told
    )


def who(group: Group) -> str:
    """Tell how many of the people themselves and of their carers were in."""
    drawing = _("%(count)d of the people themselves")
    caring = ngettext("%(count)d unpaid carer", "%(count)d unpaid carers", group.f)
    return words.listing([drawing % {"count": group.d}, caring % {"count": group.f}])


def why(found: Before) -> str:
    """Tell why it is not shown or cannot be told, and what would show it."""
    return {
        "": "",
        "no_plan_yet": _("Bring people in before anybody writes."),
        "scope_not_confirmed": _(
            "It cannot be told until one of the people it is about and the host have each said "
            "whom it is about."
        ),
        "sides_differ": _("It cannot be told while the two sides say it differently."),
        "scope_challenged": _("It cannot be told while somebody says that this is not whom."),
        "places_doubted": _(
            "It cannot be told: of some who were in it is not sure whether they are people it is "
            "about. The board can tag its places, or settle what was said of them."
        ),
        "nothing_adopted_yet": _(
            "People began again. Whether little of the old plan was kept shows once points are "
            "adopted: at most a fifth of them may be older."
        ),
        "plan_challenged": _(
            "It cannot be told while somebody says that there was an earlier plan nobody told of."
        ),
        "hidden_plan": _("There was an earlier plan, and nobody had told of it."),
        "too_few_in": _(
            "Too few of the people it is about were in. What would show it: set the old plan "
            "aside together and begin again; or, if they were in before this record, let all of "
            "them tell how it began."
        ),
    }[found.why]


def how(found: Before) -> str:
    """Tell how it is known, where that is not by the record alone."""
    return {
        Begun.IN_THE_RECORD: "",
        Begun.AGAIN: _("Began again: what was there before was set aside, with their assent."),
        Begun.BY_ACCOUNT: _("By account: all who were asked tell it so, with a document."),
    }[found.begun]


def table(found: Before) -> dict[str, Any]:
    """Tell who was in as a table."""
    group, most = found.group, found.at_most
    rows = [
        [_("The people themselves"), group.d, most.d],
        [_("Unpaid carers of theirs"), group.f, most.f],
        [_("Others"), group.others, most.others],
    ]
    return {
        "caption": _("In before the plan began"),
        "headers": [_("Who"), _("Surely"), _("If all that is not sure were so")],
        "rows": rows,
    }


def trace(found: Before) -> str:
    """Tell which entries it was counted from; nothing where there is none."""
    entries = words.listing([str(each) for each in sorted(found.entries)])
    told = ngettext(
        "Counted from entry %(entries)s of the record.",
        "Counted from entries %(entries)s of the record.",
        len(found.entries),
    )
    return told % {"entries": entries} if entries else ""


def finding(found: Before, *, closed: bool) -> dict[str, Any]:
    """Tell it all as a finding; the verdict only once a stage has closed."""
    shows = found.shows if closed else None
    told = " ".join(filter(None, (sentence(found), why(found), how(found))))
    return {
        "id": "in-before",
        "heading": _("Were people in before the plan?"),
        "shows": shows.value if shows else "",
        "verdict": _verdict(shows) if shows else "",
        "sentence": told,
        "table": table(found) if found.start else None,
        "trace": trace(found),
    }


def _verdict(shows: Shows) -> str:
    return {
        Shows.SHOWN: _("Shown"),
        Shows.NOT: _("Not shown"),
        Shows.CANNOT: _("Cannot tell"),
    }[shows]
