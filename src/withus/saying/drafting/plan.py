"""A plan as its pages tell it: which text stands, whose words it is, what differs."""

from __future__ import annotations

from datetime import date

from withus.core.drafting.comparing import Amount
from withus.core.words import Capacity, Version
from withus.saying import words
from withus.saying.drafting.terms import version
from withus.saying.language import _, ngettext


def called(number: int, on: date) -> str:
    """Tell which draft it is, and of which day."""
    return _("Draft %(number)d, %(day)s") % {"number": number, "day": words.day(on)}


def stands(number: int, on: date, *, agreed: bool) -> str:
    """Tell which text stands, since when, and whether a board agreed it."""
    told = {"number": number, "day": words.day(on)}
    if agreed:
        return _("Draft %(number)d, saved on %(day)s. A board agreed it.") % told
    return _("Draft %(number)d, saved on %(day)s. Not agreed yet.") % told


def outside(number: int, on: date) -> str:
    """Tell those who do not read the words how far the plan has come."""
    return ngettext(
        "There is one draft of the plan, of %(day)s. Those on its boards read it.",
        "There are %(count)d drafts, the last of %(day)s. Those on the work’s boards read them.",
        number,
    ) % {"count": number, "day": words.day(on)}


def whose(capacity: Capacity | None, name: str) -> str:
    """Tell whose words a text brought in: by name, where they chose that."""
    if capacity is None:
        return _("From somebody who holds no place here")
    return f"{name}: {words.capacity(capacity)}" if name else words.capacity(capacity)


def by_another(*, confirmed: bool | None, imported: bool) -> str:
    """Tell that somebody else wrote it down, and whether it was confirmed as right."""
    if confirmed:
        return _("Written down for them; it was confirmed.")
    if confirmed is False:
        return _("Written down for them; they say it is not right.")
    if imported:
        return _("Brought in from a file; not confirmed yet.")
    return _("Written down for them; not confirmed yet.")


def differs(amount: Amount) -> str:
    """Tell how many words were put in and taken out."""
    came = ngettext("%(count)d word put in", "%(count)d words put in", amount.put_in)
    went = ngettext("%(count)d taken out", "%(count)d taken out", amount.taken_out)
    told = {
        "came": came % {"count": amount.put_in},
        "went": went % {"count": amount.taken_out},
    }
    return _("%(came)s, %(went)s.") % told


def gone(count: int) -> str:
    """Tell how many passages can no longer be shown."""
    return ngettext(
        "One passage can no longer be shown.",
        "%(count)d passages can no longer be shown.",
        count,
    ) % {"count": count}


def same(count: int) -> str:
    """Tell how many passages in a row are the same in both texts."""
    return ngettext("One passage is the same.", "%(count)d passages are the same.", count) % {
        "count": count
    }


def suggestions(count: int, answered: int, changed: int) -> str:
    """Tell how many suggestions there are, how many answered, and how many changed the plan."""
    if not count:
        return _("Nobody has suggested anything yet.")
    told = {"count": count, "answered": answered, "changed": changed}
    first = ngettext("One suggestion.", "%(count)d suggestions.", count) % told
    return _("%(first)s %(answered)d answered. %(changed)d of them changed the plan.") % {
        **told,
        "first": first,
    }


def form(code: Version | None) -> str:
    """Tell in which form a text is."""
    return _("The plan itself") if code is None else version(code)


def no_form_yet(code: Version) -> str:
    """Tell that the plan is not there in a form yet."""
    return {
        Version.EASY_READ: _("Nobody has put it into Easy Read yet."),
        Version.BSL: _("There is no film of it in British Sign Language yet."),
        Version.WELSH: _("Nobody has put it into Welsh yet."),
    }[code]


def speaks_for(name: str, capacity: Capacity) -> str:
    """Tell a choice: to write down what somebody said."""
    told = {"name": name, "capacity": words.capacity(capacity).lower()}
    return _("I write down what %(name)s said (%(capacity)s)") % told


def own_words(capacity: Capacity) -> str:
    """Tell a choice: one's own words, from a place."""
    return _("They are mine: %(capacity)s") % {"capacity": words.capacity(capacity).lower()}


def from_no_place() -> str:
    """Tell a choice: one's own words, from a duty alone."""
    return _("They are mine, and I hold no place on these boards")


def choose() -> str:
    """Tell that nothing is chosen yet."""
    return _("Choose")


def from_no_place_here() -> str:
    """Tell a choice: of somebody who holds no place."""
    return _("Somebody who holds no place here")


def after(days: date) -> str:
    """Tell when somebody began to write what is not saved yet."""
    return _("You changed it on %(day)s. Nobody else sees it.") % {"day": words.day(days)}


def decisions() -> str:
    """Tell the heading over what was decided, where a text gives it no words of its own."""
    return _("Decisions")
