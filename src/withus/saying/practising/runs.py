"""What is said of practice runs: of one that can end, and of those a live record names."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from withus.saying import words
from withus.saying.language import _, ngettext


def entries(number: int) -> str:
    """Tell a number of entries.

    Example: entries(40) is "40 entries".
    """
    return ngettext("%(number)s entry", "%(number)s entries", number) % {"number": number}


def followed(told: Mapping[str, Any] | None) -> str:
    """Tell what a live record says of the practice before it; nothing, where it names none."""
    if not told or not isinstance(told.get("before"), list):
        return ""
    try:
        first = _("Before it, there was a practice run of %(entries)s, from %(day)s on.")
        said = [first % _one(told)]
        earlier = _("An earlier practice run of %(entries)s, from %(day)s on, was thrown away.")
        said += [earlier % _one(each) for each in told["before"]]
    except (KeyError, TypeError, ValueError):  # of a form that no writer of ours gives it
        return ""
    return " ".join(said)


def _one(told: Mapping[str, Any]) -> dict[str, str]:
    since = words.day(date.fromisoformat(told["since"]))
    return {"entries": entries(int(told["size"])), "day": since}


def by_command(told: Mapping[str, Any]) -> str:
    """Tell what `withus practice` found or did."""
    where = {"record": told["record"], "entries": entries(int(told.get("size", 0)))}
    if told["done"] == "live":
        went = _("%(record)s went live as %(live)s. It begins with %(entries)s.")
        return went % {**where, "live": told["live"], "entries": entries(int(told["entries"]))}
    if told["done"] == "thrown away":
        gone = _("%(record)s is gone. The next live record of its host says that there was one.")
        return gone % where
    if told.get("would") == "live":
        would = _("%(record)s would go live as %(live)s. To do it, add --yes.")
        return would % {**where, "live": told["live"]}
    if told.get("would") == "thrown away":
        return _("%(entries)s of %(record)s would be thrown away. To do it, add --yes.") % where
    return _("%(record)s is a practice run of %(entries)s. Nothing in it is public.") % where


def board(places: int, held: int, rules: int) -> str:
    """Tell what of a board goes live.

    Example: board(14, 12, 4) is "14 places, 12 of them held; 4 rules".
    """
    told = ngettext("%(number)s place", "%(number)s places", places) % {"number": places}
    set_ = ngettext("%(number)s rule", "%(number)s rules", rules) % {"number": rules}
    set_ = set_ if rules else _("no rules")
    parts = {"places": told, "held": held, "rules": set_}
    if not held:
        return _("%(places)s, none of them held; %(rules)s") % parts
    return _("%(places)s, %(held)s of them held; %(rules)s") % parts


def more(boards: int) -> str:
    """Tell that there are more boards than are listed; nothing, where there are none."""
    told = ngettext("and %(number)s more board", "and %(number)s more boards", boards)
    return told % {"number": boards} if boards else ""


def works(count: int) -> str:
    """Tell what becomes of pieces of work that were begun in practice; nothing where none was."""
    if not count:
        return ""
    told = ngettext(
        "%(count)d piece of work goes on by its name, and with what was told as being there "
        "before it.",
        "%(count)d pieces of work go on by their names, and with what was told as being there "
        "before them.",
        count,
    )
    plan = _(
        "A plan that was begun in practice is told as a proposal, since the day of its first "
        "draft: it counts as there before anybody who comes in now."
    )
    return f"{told % {'count': count}} {plan}"


def carried(organisations: int, people: int, invited: int, duties: int) -> list[dict[str, Any]]:
    """Tell how much else goes live, as rows of a list."""
    return [
        {"name": _("Organisations"), "value": organisations},
        {"name": _("People"), "value": people},
        {"name": _("Duties that somebody has"), "value": duties},
        {"name": _("Invitations not answered yet"), "value": invited},
    ]
