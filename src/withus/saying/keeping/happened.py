"""What an entry says happened, in a sentence; when, and by whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from withus.core.facts import keeping as k
from withus.core.facts.circumstances import HOST, Circumstances
from withus.core.facts.fact import Fact
from withus.saying import words
from withus.saying.answering import happened as answering
from withus.saying.deciding import happened as deciding
from withus.saying.drafting import happened as drafting
from withus.saying.framing import happened as framing
from withus.saying.joining import happened as joining
from withus.saying.joining.terms import term
from withus.saying.keeping.fields import label
from withus.saying.language import _
from withus.saying.meeting import happened as meeting


def happened(fact: Fact, *, board: str = "") -> str:
    """Tell what happened; `board` is the name of the board it belongs to, if any."""
    return SENTENCES[type(fact)](fact, board)


def confirmed(fact: k.EntryConfirmed, board: str) -> str:
    """Tell that somebody said an entry about them is right, or is not."""
    told = {"entry": fact.entry}
    if fact.right:
        return _("Somebody said that entry %(entry)d, about them, is right.") % told
    return _("Somebody said that entry %(entry)d, about them, is not right.") % told


def corrected(fact: k.EntryCorrected, board: str) -> str:
    """Tell which field of which entry was put right."""
    told = {"entry": fact.entry, "field": label(fact.field)}
    return _("Entry %(entry)d was put right: “%(field)s”.") % told


def withdrawn(fact: k.TextWithdrawn, board: str) -> str:
    """Tell that a text was taken from view, and on what ground."""
    told = {"entry": fact.entry, "ground": term(fact.ground)}
    return _("Words in entry %(entry)d were taken from view. %(ground)s.") % told


def challenged(fact: k.ChallengeRaised, board: str) -> str:
    """Tell that somebody said an entry is not so."""
    told = {"entry": fact.entry, "ground": term(fact.ground)}
    return _("Somebody said that entry %(entry)d is not so. %(ground)s.") % told


def challenge_ended(fact: k.ChallengeEnded, board: str) -> str:
    """Tell what became of a challenge."""
    return _("A challenge came to its end. %(outcome)s.") % {"outcome": term(fact.outcome)}


def erased(fact: k.PersonErased, board: str) -> str:
    """Tell that somebody's name and words were erased."""
    return _("Somebody’s name and words were erased. %(ground)s.") % {"ground": term(fact.ground)}


def continued(fact: k.LogContinued, board: str) -> str:
    """Tell that a record goes on from another."""
    told = {"origin": fact.origin, "kept": fact.kept}
    return _("This record goes on from %(origin)s, of which %(kept)d entries are kept.") % told


SENTENCES: Mapping[type[Fact], Callable[[Any, str], str]] = {
    **joining.SENTENCES,
    **meeting.SENTENCES,
    **deciding.SENTENCES,
    **framing.SENTENCES,
    **drafting.SENTENCES,
    **answering.SENTENCES,
    k.EntryConfirmed: confirmed,
    k.EntryCorrected: corrected,
    k.TextWithdrawn: withdrawn,
    k.ChallengeRaised: challenged,
    k.ChallengeEnded: challenge_ended,
    k.PersonErased: erased,
    k.KeyReplaced: joining.simply(lambda: _("Another key signs the record from here on.")),
    k.LogContinued: continued,
}


def moment(at: datetime | date) -> str:
    """Tell a time of the record as a clock here shows it; a day alone where there is no more.

    Example: 17:04 on 30 September 2026.
    """
    if not isinstance(at, datetime):
        return words.day(at)
    return meeting.starting(at)


def when(said: Circumstances) -> str:
    """Tell when an entry was made, and when it is said to have been, if that is another time."""
    if said.claimed_at is None:
        return moment(said.at)
    told = {"claimed": words.day(said.claimed_at.date()), "at": moment(said.at)}
    return _("Said to be %(claimed)s, entered at %(at)s") % told


def by_whom(said: Circumstances) -> str:
    """Tell by whom an entry was made, and who typed it: the host, or a member's shortened code."""
    if said.by is None:
        return _("Not kept, to protect whoever it is about")
    if said.typed_by is None:
        return who(said.by)
    told = {"who": who(said.by), "typist": who(said.typed_by)}
    return _("%(who)s, typed by %(typist)s") % told


def who(by: str) -> str:
    """Tell an actor without a name.

    Example: a member (called A3f…).
    """
    return _("the host") if by == HOST else _("a member (called %(code)s…)") % {"code": by[:3]}
