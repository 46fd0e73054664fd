"""The words people see for the field's fixed terms, and figures and days in words."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from withus.core.words import Capacity
from withus.saying.language import _, ngettext, said_once

# Pictures, tables and lists keep one order: the people it is about first.
ORDER = (
    Capacity.DRAWS_ON_SERVICES,
    Capacity.UNPAID_CARERS,
    Capacity.COMMUNITY,
    Capacity.ELECTED,
    Capacity.INDEPENDENT,
    Capacity.SERVICES,
    Capacity.OTHER,
    Capacity.UNSURE,
)


def capacity(code: Capacity) -> str:
    """Tell a capacity in the words people see."""
    return said_once(_capacities)[code]


def _capacities() -> dict[Capacity, str]:
    return {
        Capacity.DRAWS_ON_SERVICES: _("Draws on care and support"),
        Capacity.UNPAID_CARERS: _("Unpaid carer"),
        Capacity.COMMUNITY: _("Community organisation"),
        Capacity.SERVICES: _("Paid to run services"),
        Capacity.ELECTED: _("Elected member"),
        Capacity.INDEPENDENT: _("Independent"),
        Capacity.OTHER: _("Another post"),
        Capacity.UNSURE: _("Cannot tell"),
    }


def people_it_is_about(drawing: int, caring: int) -> str:
    """Tell how many draw on care and support, and how many are unpaid carers."""
    return listing(
        [
            ngettext(
                "%(count)d person who draws on care and support",
                "%(count)d people who draw on care and support",
                drawing,
            )
            % {"count": drawing},
            ngettext("%(count)d unpaid carer", "%(count)d unpaid carers", caring)
            % {"count": caring},
        ]
    )


def months() -> tuple[str, ...]:
    """Tell the names of the months."""
    return (
        _("January"), _("February"), _("March"), _("April"), _("May"), _("June"), _("July"),
        _("August"), _("September"), _("October"), _("November"), _("December"),
    )  # fmt: skip


def day(held: date | None) -> str:
    """Tell a day in full, or that none was read.

    Example: day(date(2025, 11, 4)) is "4 November 2025".
    """
    if held is None:
        return _("day not given")
    return f"{held.day} {said_once(months)[held.month - 1]} {held.year}"


def in_100(share: Fraction) -> str:
    """Tell a share as so many in 100, to the nearest whole; "none" or "all" only where it is."""
    hundredths = share * 100
    if 0 < hundredths < Fraction(1, 2):
        return _("fewer than 1 in 100")
    if Fraction(199, 2) <= hundredths < 100:
        return _("more than 99 in 100")
    return _("%(count)d in 100") % {"count": int(hundredths + Fraction(1, 2))}


def listing(parts: Sequence[str]) -> str:
    """Tell parts as one phrase: "a", "a and b", "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return _("%(some)s and %(last)s") % {"some": ", ".join(parts[:-1]), "last": parts[-1]}


def up_to(count: int, at_most: int | None) -> str:
    """Tell a count that may be higher: "2", or "2, perhaps 3"."""
    if at_most is None or at_most == count:
        return str(count)
    return _("%(count)d, perhaps %(most)d") % {"count": count, "most": at_most}
