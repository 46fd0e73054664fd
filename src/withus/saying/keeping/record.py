"""How a record stands: what is signed, what is not yet, and what no record can show."""

from __future__ import annotations

from collections.abc import Sequence

from withus.core.facts.encoding import Entry
from withus.saying import words
from withus.saying.keeping.happened import happened, when
from withus.saying.language import _, ngettext


def entries(size: int) -> str:
    """Tell how many entries there are.

    Example: 27 entries.
    """
    return ngettext("%(count)d entry", "%(count)d entries", size) % {"count": size}


def window(newer: int) -> str:
    """Tell how many entries nobody can have kept yet."""
    if not newer:
        return _("Every entry is covered by this check-code.")
    return ngettext(
        "%(count)d entry is newer than this check-code. Until the next one, nobody can have kept "
        "it, and a change to it could not be seen.",
        "%(count)d entries are newer than this check-code. Until the next one, nobody can have "
        "kept them, and a change to them could not be seen.",
        newer,
    ) % {"count": newer}


def keepers(others: Sequence[str]) -> str:
    """Tell who keeps a copy, as far as anybody has told us."""
    if not others:
        return _("We do not know of anyone who keeps a copy.")
    told = {"names": words.listing(list(others))}
    return _("Signed as well by %(names)s. Who that is, this page cannot tell: ask them.") % told


def cannot_show() -> list[str]:
    """Tell what no record can show."""
    return [
        _("What was never entered: talk in corridors, deals made before, fear."),
        _("Whether an entry is true. It shows that it was made then and has not changed since."),
        _("A change to what is newer than the last check-code that somebody kept."),
        _("A host and all who keep copies, acting together."),
        _("Why somebody’s name and words were erased. That it happened is in the record."),
        _("Who has looked. Whoever runs a computer can read what is on it."),
    ]


def receipt_of(entry: Entry, *, board: str) -> str:
    """Tell what an entry shows to whoever keeps its page.

    Example: Entry 8: Somebody took a place on the Coming Home board. 9 November 2026.
    """
    told = {
        "index": entry.index,
        "happened": happened(entry.fact, board=board),
        "when": when(entry.circumstances),
    }
    return _("Entry %(index)d: %(happened)s %(when)s.") % told
