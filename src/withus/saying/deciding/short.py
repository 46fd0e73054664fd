"""That a rule which stops no decision is not met by the places there are."""

from __future__ import annotations

from withus.core.deciding.rule import RuleKind
from withus.core.deciding.short import Short
from withus.saying.language import _, ngettext


def not_met(short: Short) -> str:
    """Tell that a rule is not met now, and by how many places.

    Example: Not met now: 2 of 13 places are for them.
    """
    if short.rule.kind is RuleKind.MAY_CALL:
        return _("Not met now: there are too few places for any of these.")
    if not short.there:
        return _("Not met now: no place is for them.")
    told = ngettext(
        "Not met now: %(there)d of %(of)d places is for them.",
        "Not met now: %(there)d of %(of)d places are for them.",
        short.there,
    )
    return told % {"there": short.there, "of": short.of}
