"""A board's places in words: count and share together, a place's holder never by name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from withus.core.facts.joining import MandateGranted, PlaceMade
from withus.core.words import Capacity, ShownAs
from withus.saying import words
from withus.saying.joining.happened import chosen
from withus.saying.joining.terms import term
from withus.saying.language import _, ngettext


def held_by_people_it_is_about(affected: int, places: int) -> str:
    """Tell how many places the people it is about hold.

    Example: 3 of 12 places are held by people it is about.
    """
    if not places:
        return _("It has no places yet.")
    told = {"count": affected, "places": places}
    if places == 1:
        return _("%(count)d of 1 place is held by people it is about.") % told
    return (
        ngettext(
            "%(count)d of %(places)d places is held by people it is about.",
            "%(count)d of %(places)d places are held by people it is about.",
            affected,
        )
        % told
    )


def share(affected: int, places: int, vacant: int) -> str:
    """Tell the same as a share, and how many places nobody holds."""
    if not places:
        return ""
    told = _("That is %(share)s.") % {"share": words.in_100(Fraction(affected, places))}
    if vacant:
        told += " " + ngettext(
            "%(count)d place is vacant.", "%(count)d places are vacant.", vacant
        ) % {"count": vacant}
    return told


def waiting(vacant: Mapping[Capacity, int]) -> str:
    """Tell the places for the people it is about that nobody holds.

    Example: 2 places for people who draw on care and support. 1 place for an unpaid carer.
    """
    drawing, caring = (
        vacant.get(code, 0) for code in (Capacity.DRAWS_ON_SERVICES, Capacity.UNPAID_CARERS)
    )
    told = []
    if drawing:
        told.append(
            ngettext(
                "%(count)d place for somebody who draws on care and support.",
                "%(count)d places for people who draw on care and support.",
                drawing,
            )
            % {"count": drawing}
        )
    if caring:
        told.append(
            ngettext(
                "%(count)d place for an unpaid carer.",
                "%(count)d places for unpaid carers.",
                caring,
            )
            % {"count": caring}
        )
    return " ".join(told)


def tally(held: int, vacant: int) -> str:
    """Tell the places of one capacity.

    Example: 3 held, 1 vacant.
    """
    told = {"held": held, "vacant": vacant}
    return _("%(held)d held, %(vacant)d vacant") % told if vacant else _("%(held)d held") % told


def whether_held(shown_as: ShownAs | None, since: date) -> str:
    """Tell whether somebody holds a place, and since when."""
    told = {"day": words.day(since)}
    return _("Vacant since %(day)s") % told if shown_as is None else _("Since %(day)s") % told


def how_shown(shown_as: ShownAs | None, name: str) -> str:
    """Tell how much of whoever holds a place is shown: they choose, also whether by name."""
    return {
        None: "",
        ShownAs.NAMED: name or _("Their name is no longer held"),
        ShownAs.ROLE: _("Shows their role only"),
        ShownAs.COUNTED: _("Is counted only"),
    }[shown_as]


def who_chose(made: PlaceMade, mandate: MandateGranted | None) -> str:
    """Tell who chose whoever holds a place: a mandate in force says most."""
    if mandate is None:
        return term(made.chosen_by)
    told = chosen(mandate)
    return told[:1].upper() + told[1:]


def vote(since: date | None, until: date | None) -> str:
    """Tell whether a place has a vote, and from or until when.

    Example: From 1 September 2026.
    """
    told = {"from": words.day(since), "until": words.day(until)}
    if since and until:
        return _("%(from)s to %(until)s") % told
    if since:
        return _("From %(from)s") % told
    return _("Until %(until)s") % told if until else _("Yes")


def term_until(until: date | None) -> str:
    """Tell when a place comes up again."""
    return words.day(until) if until else _("No end given")
