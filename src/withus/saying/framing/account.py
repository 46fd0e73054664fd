"""How a work began before the record, and what those say who were asked."""

from __future__ import annotations

from collections.abc import Collection

from withus.core.facts.framing import StartAccounted, StartAnswered
from withus.core.history.told import Told
from withus.saying import words
from withus.saying.language import _, ngettext


def account(fact: StartAccounted, said: Collection[Told[StartAnswered]]) -> str:
    """Tell when a work is said to have begun, how many were asked, and what they say."""
    agree = sum(each.fact.agrees for each in said)
    told = {
        "day": words.day(fact.started),
        "asked": len(fact.asked),
        "agree": agree,
        "not": len(said) - agree,
        "open": len(fact.asked) - len(said),
    }
    begins = ngettext(
        "Said to have begun on %(day)s. %(asked)d of the people it is about was asked:",
        "Said to have begun on %(day)s. %(asked)d of the people it is about were asked:",
        len(fact.asked),
    )
    said_so = _("so: %(agree)d; not so: %(not)d; not said yet: %(open)d.")
    return f"{begins % told} {said_so % told}"


def yes_or_no() -> list[tuple[str, str]]:
    """Tell the answers to whether it was so."""
    return [("yes", _("Yes, it began so")), ("no", _("No, it did not"))]
